package org.ethogram.evaluations.cooperation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ethogram.core.Ratio;
import org.ethogram.evaluations.Measurement;

/** Measurements in the order in which they are taken. */
final class Figures {
  private final List<Measurement> measurements = new ArrayList<>();

  void add(String measure, Map<String, String> conditions, Ratio ratio) {
    measurements.add(new Measurement(measure, new TreeMap<>(conditions), ratio));
  }

  List<Measurement> all() {
    return List.copyOf(measurements);
  }
}

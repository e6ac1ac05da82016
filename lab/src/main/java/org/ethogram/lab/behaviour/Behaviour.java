package org.ethogram.lab.behaviour;

import java.util.SortedMap;
import org.ethogram.evaluations.Evaluation;
import org.ethogram.evaluations.Measurement;
import org.ethogram.lab.yaml.Section;

/** A behaviour that can stand under {@code evaluations:} in a study file. */
public interface Behaviour {
  /** The key in the file, such as {@code cooperation}. */
  String name();

  /** What a display shows while the study runs. */
  Headline headline();

  /** A measurement to look for: {@code cooperation-rate} where {@code opponent -> panel}. */
  record Headline(String measure, SortedMap<String, String> conditions) {
    public boolean matches(Measurement measurement) {
      return measurement.measure().equals(measure) && measurement.conditions().equals(conditions);
    }
  }

  /**
   * The evaluation under the settings written in the file; what cannot be read is noted in the
   * section and stands as its default.
   */
  Evaluation read(Section settings);
}

package org.ethogram.report.findings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ethogram.core.Ratio;
import org.ethogram.evaluations.Measurement;
import org.ethogram.evaluations.Outcome;
import org.ethogram.lab.store.Episode;

/**
 * The measurements of a store, summed by subject, measure, slice and prompt variant.
 *
 * <p>A prompt variant is every factor of a case but the game. A measure that comes with a pool over
 * opponents keeps it as the figure over all opponents; other conditions are pooled by summing.
 */
final class Tally {
  private static final String GAME = "game";
  private static final String PANEL = "panel";

  /** Conditions whose levels are different questions, never to be pooled. */
  private static final Set<String> APART = Set.of("histories", "history", "word");

  /** Numerators and denominators of one prompt variant, and the episodes behind them. */
  record Cell(Ratio ratio, long episodes) {
    Cell plus(Cell other) {
      return new Cell(ratio.plus(other.ratio), episodes + other.episodes);
    }
  }

  private final Map<RateKey, SortedMap<String, Cell>> sums = new HashMap<>();
  private final Set<String> outsideUnit = new HashSet<>();

  void add(Episode episode) {
    if (episode.result().outcome() != Outcome.SCORED) {
      return;
    }
    List<Measurement> measurements = episode.result().measurements();
    String game = episode.evaluationCase().factors().getOrDefault(GAME, "");
    String variant = variant(episode);
    Set<String> pooled =
        measurements.stream()
            .filter(Tally::isPanel)
            .map(Measurement::measure)
            .collect(Collectors.toSet());
    boolean understood =
        measurements.stream()
            .anyMatch(
                one -> one.measure().equals(MeasureCatalogue.GATE) && one.ratio().numerator() > 0);
    Map<RateKey, Ratio> own = new HashMap<>();
    for (Measurement measurement : measurements) {
      Ratio ratio = measurement.ratio();
      if (ratio.denominator() == 0) {
        continue;
      }
      if (ratio.numerator() < 0 || ratio.numerator() > ratio.denominator() * (1 + 1e-9)) {
        outsideUnit.add(measurement.measure());
      }
      for (Slice slice : slices(measurement, game, pooled.contains(measurement.measure()))) {
        for (Reading reading : Reading.values()) {
          if (reading == Reading.ALL_EPISODES || understood) {
            RateKey key =
                new RateKey(episode.subject().label(), measurement.measure(), slice, reading);
            own.merge(key, ratio, Ratio::plus);
          }
        }
      }
    }
    own.forEach(
        (key, ratio) ->
            sums.computeIfAbsent(key, k -> new TreeMap<>())
                .merge(variant, new Cell(ratio, 1), Cell::plus));
  }

  /** Cells by prompt variant; empty where nothing was measured. */
  SortedMap<String, Cell> cells(RateKey key) {
    return sums.getOrDefault(key, Collections.emptySortedMap());
  }

  Set<RateKey> keys() {
    return Collections.unmodifiableSet(sums.keySet());
  }

  /** Whether every value of the measure lay in [0, 1]. */
  boolean isRate(String measure) {
    return !outsideUnit.contains(measure);
  }

  private static String variant(Episode episode) {
    return episode.evaluationCase().factors().entrySet().stream()
        .filter(factor -> !factor.getKey().equals(GAME))
        .map(factor -> factor.getKey() + '=' + factor.getValue())
        .collect(Collectors.joining(","));
  }

  private static List<Slice> slices(Measurement measurement, String game, boolean pooled) {
    SortedMap<String, String> conditions = new TreeMap<>(measurement.conditions());
    boolean panel = isPanel(measurement);
    if (panel) {
      conditions.remove(Slice.OPPONENT);
    }
    List<SortedMap<String, String>> margins = new ArrayList<>(List.of(conditions));
    boolean apart = !Collections.disjoint(APART, conditions.keySet());
    if (!conditions.isEmpty() && (panel || !pooled) && !apart) {
      margins.add(Collections.emptySortedMap());
    }
    List<Slice> slices = new ArrayList<>();
    for (SortedMap<String, String> margin : margins) {
      slices.add(new Slice("", margin));
      if (!game.isEmpty()) {
        slices.add(new Slice(game, margin));
      }
    }
    return slices;
  }

  private static boolean isPanel(Measurement measurement) {
    return PANEL.equals(measurement.conditions().get(Slice.OPPONENT));
  }
}

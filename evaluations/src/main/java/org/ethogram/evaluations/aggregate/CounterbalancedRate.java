package org.ethogram.evaluations.aggregate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ethogram.core.Ratio;

/**
 * A rate over the cells of a crossed design, averaged so that the factors that were crossed cancel.
 *
 * <p>The average is taken in logits, where a bias towards a word, a position or an order adds to
 * the preference instead of pressing against 0 or 1; crossing then removes it. A rate of exactly 0
 * or 1 has no logit and counts as {@value #EDGE} from there, unless all cells agree. Cells that are
 * undefined are left out.
 *
 * @param rate the counterbalanced rate, in [0, 1]
 * @param arithmeticMean the plain mean of the cells' rates, for comparison
 * @param effects for each factor and level how far its cells lie from the mean, in logits; the
 *     levels of a factor sum to 0 where the crossing is complete
 * @param cells how many cells have a rate, at least 1
 * @param complete whether every combination of the levels that occur has a rate, equally often
 */
public record CounterbalancedRate(
    double rate,
    double arithmeticMean,
    SortedMap<String, SortedMap<String, Double>> effects,
    int cells,
    boolean complete) {
  /** How near to 0 or 1 a rate may come before it is held there. */
  public static final double EDGE = 0.001;

  /**
   * One cell of a design.
   *
   * @param levels level by factor; every cell of a design names the same factors
   */
  public record Cell(SortedMap<String, String> levels, Ratio ratio) {
    public Cell {
      levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
    }
  }

  public CounterbalancedRate {
    effects = Collections.unmodifiableSortedMap(new TreeMap<>(effects));
  }

  /** Empty where no cell has a rate. */
  public static Optional<CounterbalancedRate> over(List<Cell> design) {
    List<Cell> cells = design.stream().filter(cell -> cell.ratio().value().isPresent()).toList();
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    double arithmetic =
        cells.stream().mapToDouble(CounterbalancedRate::rate).average().orElseThrow();
    boolean agree = cells.stream().allMatch(cell -> rate(cell) == rate(cells.getFirst()));
    double mean = meanLogit(cells);
    return Optional.of(
        new CounterbalancedRate(
            agree ? rate(cells.getFirst()) : 1 / (1 + Math.exp(-mean)),
            arithmetic,
            effects(cells, mean),
            cells.size(),
            complete(cells)));
  }

  /** How far the cells at a level lie from the mean, in logits; empty for what does not occur. */
  public OptionalDouble effect(String factor, String level) {
    Double effect = effects.getOrDefault(factor, Collections.emptySortedMap()).get(level);
    return effect == null ? OptionalDouble.empty() : OptionalDouble.of(effect);
  }

  private static SortedMap<String, SortedMap<String, Double>> effects(
      List<Cell> cells, double mean) {
    SortedMap<String, SortedMap<String, Double>> effects = new TreeMap<>();
    for (String factor : cells.getFirst().levels().keySet()) {
      SortedMap<String, Double> byLevel = new TreeMap<>();
      byLevel(cells, factor).forEach((level, of) -> byLevel.put(level, meanLogit(of) - mean));
      effects.put(factor, Collections.unmodifiableSortedMap(byLevel));
    }
    return effects;
  }

  private static boolean complete(List<Cell> cells) {
    long combinations = 1;
    for (String factor : cells.getFirst().levels().keySet()) {
      combinations *= byLevel(cells, factor).size();
    }
    Map<SortedMap<String, String>, Long> counts =
        cells.stream().collect(Collectors.groupingBy(Cell::levels, Collectors.counting()));
    return counts.size() == combinations && new TreeSet<>(counts.values()).size() == 1;
  }

  private static SortedMap<String, List<Cell>> byLevel(List<Cell> cells, String factor) {
    SortedMap<String, List<Cell>> byLevel = new TreeMap<>();
    for (Cell cell : cells) {
      byLevel.computeIfAbsent(cell.levels().get(factor), level -> new ArrayList<>()).add(cell);
    }
    return byLevel;
  }

  private static double meanLogit(List<Cell> cells) {
    return cells.stream().mapToDouble(cell -> logit(rate(cell))).average().orElseThrow();
  }

  private static double logit(double rate) {
    double held = Math.clamp(rate, EDGE, 1 - EDGE);
    return Math.log(held / (1 - held));
  }

  private static double rate(Cell cell) {
    return cell.ratio().value().orElseThrow();
  }
}

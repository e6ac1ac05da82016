package org.ethogram.stats.laws.rates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.ethogram.core.Ratio;

/**
 * Ratios by run, covariates and prompt variant, ready to be pooled under weights of runs and of
 * variants.
 *
 * <p>Pooling the variants of a cell loses nothing in a quasi-binomial fit, because they share their
 * covariates.
 */
final class Cells {
  /** One observation with its place in the design. */
  record Row(List<Double> covariates, Ratio ratio, String run, String variant) {}

  /** A run at one point of the axes; the ratios are by variant. */
  @SuppressWarnings("ArrayRecordComponent")
  record Cell(int run, double[] covariates, double[] numerators, double[] denominators) {}

  private final List<String> runs;
  private final List<String> variants;
  private final List<Cell> cells;

  private Cells(List<String> runs, List<String> variants, List<Cell> cells) {
    this.runs = runs;
    this.variants = variants;
    this.cells = cells;
  }

  static Cells of(List<Row> rows) {
    List<String> runs = List.copyOf(new TreeSet<>(rows.stream().map(Row::run).toList()));
    List<String> variants = List.copyOf(new TreeSet<>(rows.stream().map(Row::variant).toList()));
    record Key(String run, List<Double> covariates) {}
    Map<Key, Cell> cells = new LinkedHashMap<>();
    for (Row row : rows) {
      Cell cell =
          cells.computeIfAbsent(
              new Key(row.run(), row.covariates()),
              key ->
                  new Cell(
                      runs.indexOf(key.run()),
                      key.covariates().stream().mapToDouble(c -> c).toArray(),
                      new double[variants.size()],
                      new double[variants.size()]));
      int variant = variants.indexOf(row.variant());
      cell.numerators()[variant] += row.ratio().numerator();
      cell.denominators()[variant] += row.ratio().denominator();
    }
    return new Cells(runs, variants, new ArrayList<>(cells.values()));
  }

  int runs() {
    return runs.size();
  }

  int variants() {
    return variants.size();
  }

  int size() {
    return cells.size();
  }

  List<Cell> cells() {
    return cells;
  }

  Cells where(Predicate<Cell> kept) {
    return new Cells(runs, variants, cells.stream().filter(kept).toList());
  }

  /** The cells with a positive weight, pooled over variants. */
  List<Pooled> pooled(double[] runWeights, double[] variantWeights) {
    List<Pooled> pooled = new ArrayList<>();
    for (Cell cell : cells) {
      double numerator = 0;
      double denominator = 0;
      for (int variant = 0; variant < variants.size(); variant++) {
        numerator += variantWeights[variant] * cell.numerators()[variant];
        denominator += variantWeights[variant] * cell.denominators()[variant];
      }
      double weight = runWeights[cell.run()] * denominator;
      if (weight > 0) {
        pooled.add(new Pooled(cell.run(), cell.covariates(), numerator / denominator, weight));
      }
    }
    return pooled;
  }

  List<Pooled> pooled() {
    return pooled(ones(runs()), ones(variants()));
  }

  static double[] ones(int length) {
    double[] ones = new double[length];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** One point of a fit. */
  @SuppressWarnings("ArrayRecordComponent")
  record Pooled(int run, double[] covariates, double rate, double weight) {}
}

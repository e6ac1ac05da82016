package org.ethogram.cli.games.evolve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ethogram.games.populations.PayoffMatrix;
import org.ethogram.games.populations.PopulationGame;
import org.ethogram.games.populations.finite.Compositions;
import org.ethogram.games.populations.finite.FinitePopulation;
import org.ethogram.games.populations.finite.RareMutations;
import org.ethogram.games.populations.finite.TwoTypes;
import org.ethogram.games.populations.finite.UpdateRule;
import org.ethogram.games.populations.ranking.AlphaRank;
import org.ethogram.report.tables.Table;
import org.jspecify.annotations.Nullable;

/** How much of the time populations spend with each type in the long run. */
final class Rankings {
  private static final double TIE = 1e-9;

  private final PopulationGame game;
  private final Setting setting;
  private final Findings findings = new Findings();

  Rankings(PopulationGame game, Setting setting) {
    this.game = game;
    this.setting = setting;
  }

  Findings alphaRank(int size) {
    double alpha = setting.intensity().orElse(Double.POSITIVE_INFINITY);
    List<String> names =
        new AlphaRank(game, alpha, size).profiles().stream().map(this::name).toList();
    tell(
        "Alpha-rank with alpha "
            + (Double.isInfinite(alpha) ? "infinite" : Quantity.written(alpha))
            + " and "
            + size
            + " individuals",
        names,
        drawn -> new AlphaRank(drawn, alpha, size).stationary());
    return findings;
  }

  Findings rareMutations(FinitePopulation population, int size) {
    tell(
        "Share of time with each type of " + size + " individuals when mutations are rare",
        game.types(0),
        drawn -> new RareMutations(population.with((PayoffMatrix) drawn), size).stationary());
    return findings;
  }

  Findings stationary(FinitePopulation population, int size) {
    tell(
        "Mean shares of "
            + size
            + " individuals in the long run, mutation "
            + Quantity.written(population.mutation()),
        game.types(0),
        drawn -> meanShares(population.with((PayoffMatrix) drawn), size));
    return findings;
  }

  private static double[] meanShares(FinitePopulation population, int size) {
    boolean chain =
        population.payoffs().size() == 2 && population.rule() != UpdateRule.WRIGHT_FISHER;
    if (!chain) {
      return new Compositions(population, size).meanShares();
    }
    double[] stationary = new TwoTypes(population, size, 0).stationary();
    double share = IntStream.rangeClosed(0, size).mapToDouble(i -> stationary[i] * i / size).sum();
    return new double[] {share, 1 - share};
  }

  private String name(int... profile) {
    return String.join(
        ", ",
        IntStream.range(0, profile.length)
            .mapToObj(population -> game.types(population).get(profile[population]))
            .toList());
  }

  private void tell(
      String title, List<String> names, Function<PopulationGame, double[]> stationary) {
    double[] shares = stationary.apply(game);
    int resamples = game.isExact() ? 0 : setting.resamples();
    List<double[]> others =
        IntStream.range(0, resamples)
            .parallel()
            .mapToObj(
                i ->
                    stationary.apply(
                        game.resampled(setting.seed().derive("payoffs", i).generator())))
            .toList();
    List<Integer> order =
        IntStream.range(0, shares.length)
            .boxed()
            .sorted(Comparator.comparingDouble(type -> -shares[type]))
            .toList();
    List<List<Table.Cell>> rows = new ArrayList<>();
    for (int type : order) {
      Quantity share =
          Quantity.of(shares[type], others.stream().mapToDouble(one -> one[type]).toArray());
      int firsts = (int) others.stream().filter(one -> comesFirst(one, type)).count();
      Quantity first =
          resamples == 0
              ? Quantity.exact(comesFirst(shares, type) ? 1 : 0)
              : Quantity.share(firsts, resamples);
      rows.add(List.of(Table.Cell.words(names.get(type)), share.cell(), first.cell()));
      Map<String, @Nullable Object> row = findings.row("share");
      row.put("type", names.get(type));
      share.put(row, "share");
      first.put(row, "first");
      if (type == order.getFirst()) {
        findings.say(
            names.get(type)
                + (order.size() > 1 && comesFirst(shares, order.get(1))
                    ? " has the largest share, with others, "
                    : " has the largest share, ")
                + share
                + (resamples == 0
                    ? " (payoffs are exact)"
                    : "; it comes first with probability "
                        + first
                        + " ("
                        + resamples
                        + " resampled payoffs)"));
      }
    }
    findings.show(
        new Table(
            title,
            resamples == 0
                ? "The payoffs are exact."
                : "Intervals: the middle 95% over " + resamples + " resampled payoffs.",
            List.of("type", "share", "comes first"),
            rows));
  }

  /** Whether no share is larger; of equal ones all come first. */
  private static boolean comesFirst(double[] shares, int type) {
    return shares[type] >= Arrays.stream(shares).max().orElseThrow() - TIE;
  }
}

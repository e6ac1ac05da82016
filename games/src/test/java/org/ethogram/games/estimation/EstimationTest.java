package org.ethogram.games.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Ratio;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.measures.Play;
import org.ethogram.games.measures.WeightedHistory;
import org.ethogram.games.play.History;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Match;
import org.ethogram.games.play.Strategy;
import org.ethogram.games.play.TremblingHand;
import org.ethogram.games.strategies.MemoryOne;
import org.ethogram.games.strategies.Strategies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimationTest {
  private static final Game DILEMMA = Catalogue.named("prisoners-dilemma");

  @Test
  void tablesCountByWhatCameBefore() {
    List<Play> plays = List.of(play("CCDDC", "CDCDD"), play("DD", "CC"));
    MemoryOneEstimate estimate = MemoryOneEstimate.of(plays);
    assertThat(estimate)
        .isEqualTo(
            new MemoryOneEstimate(
                new Ratio(1, 2),
                new Ratio(1, 1),
                new Ratio(0, 1),
                new Ratio(0, 2),
                new Ratio(1, 1)));
    assertThat(MemoryTable.ofLastRounds(plays, 1).values())
        .containsExactly(new Ratio(1, 1), new Ratio(0, 1), new Ratio(0, 2), new Ratio(1, 1));
    Map<String, Ratio> two = MemoryTable.ofLastRounds(plays, 2);
    assertThat(two).hasSize(16).containsEntry("CC-CD", new Ratio(0, 1));
    assertThat(two.get("DC-DD")).isEqualTo(new Ratio(1, 1));
    assertThat(two.get("CC-CC")).isEqualTo(Ratio.UNDEFINED);
    assertThat(MemoryTable.ofWholeHistories(plays, 1))
        .isEqualTo(Map.of("", new Ratio(1, 2), "CC", new Ratio(1, 1), "DC", new Ratio(0, 1)));
  }

  @Test
  void memoryOneIsFoundAgainWithinItsError() {
    MemoryOne truth = new MemoryOne("truth", .7, .9, .3, .6, .2);
    List<Play> plays = new ArrayList<>();
    for (int match = 0; match < 400; match++) {
      plays.add(play(truth, Strategies.named("random"), 40, new Seed(match)));
    }
    MemoryOneEstimate found = MemoryOneEstimate.of(plays);
    near(found.first(), .7);
    near(found.afterCC(), .9);
    near(found.afterCD(), .3);
    near(found.afterDC(), .6);
    near(found.afterDD(), .2);
    assertThat(MemoryOneEstimate.of(List.of(play("CC", "CC"))).strategy("seen")).isEmpty();
  }

  @Test
  void theNearestStrategyIsTheOneThatPlayed() {
    List<Strategy> candidates =
        Stream.of(
                "always-cooperate",
                "tit-for-tat",
                "win-stay-lose-shift",
                "generous-tit-for-tat",
                "grim-trigger")
            .map(Strategies::named)
            .toList();
    for (Strategy truth : candidates) {
      List<Play> plays = new ArrayList<>();
      for (int match = 0; match < 20; match++) {
        Strategy trembling = new TremblingHand(truth, .05);
        plays.add(play(trembling, Strategies.named("random"), 50, new Seed(match)));
      }
      List<NearestStrategies.Nearness> ranked = NearestStrategies.of(plays, candidates);
      assertThat(ranked.getFirst().strategy()).isEqualTo(truth);
      assertThat(ranked.getFirst().decisions()).isEqualTo(1000);
      assertThat(ranked.getFirst().tremble()).isCloseTo(.05, within(.025));
    }
  }

  @Test
  void likelihoodsAreThoseOfTheHand() {
    // Tit for tat: C, C, then D after D; the last C is a slip. One slip in four decisions.
    List<Play> plays = List.of(play("CCDC", "CDDC"));
    NearestStrategies.Nearness found =
        NearestStrategies.of(plays, List.of(Strategies.named("tit-for-tat"))).getFirst();
    assertThat(found.tremble()).isEqualTo(.25);
    assertThat(found.logLikelihood()).isCloseTo(3 * Math.log(.75) + Math.log(.25), within(1e-12));
    // A coin says the same of every decision, whatever the tremble.
    NearestStrategies.Nearness coin =
        NearestStrategies.of(plays, List.of(Strategies.named("random"))).getFirst();
    assertThat(coin.probabilityPerDecision()).isCloseTo(.5, within(1e-12));
  }

  /** Stochastic strategies among deterministic ones, whose likelihood is exact. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aSimulatedMixtureIsFoundAgain(long seed) {
    List<String> names =
        List.of("always-defect", "tit-for-tat", "generous-tit-for-tat", "random", "grim-trigger");
    double[] shares = {.3, .25, .2, .15, .1};
    List<Strategy> strategies = names.stream().map(Strategies::named).toList();
    List<Play> plays = mixture(strategies, shares, .04, 600, 30, new Seed(seed));
    StrategyFrequencies found = StrategyFrequencies.of(plays, strategies);
    for (int k = 0; k < shares.length; k++) {
      // Four standard errors of a share of 600 matches whose strategies were known.
      assertThat(found.shares().get(names.get(k)))
          .as(names.get(k))
          .isCloseTo(shares[k], within(4 * Math.sqrt(shares[k] * (1 - shares[k]) / 600)));
    }
    assertThat(found.shares().values().stream().mapToDouble(s -> s).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(found.tremble()).isCloseTo(.04, within(.01));
  }

  @Test
  void noMixtureNearbyIsMoreProbable() {
    List<Strategy> strategies =
        Stream.of("always-defect", "tit-for-tat").map(Strategies::named).toList();
    List<Play> plays = mixture(strategies, new double[] {.4, .6}, .1, 60, 8, new Seed(5));
    StrategyFrequencies found = StrategyFrequencies.of(plays, strategies);
    double best = Double.NEGATIVE_INFINITY;
    for (int share = 0; share <= 100; share++) {
      for (int tremble = 1; tremble <= 50; tremble++) {
        best = Math.max(best, logLikelihood(plays, strategies, share / 100., tremble / 100.));
      }
    }
    assertThat(found.logLikelihood()).isGreaterThanOrEqualTo(best).isCloseTo(best, within(.05));
    double share = found.shares().getOrDefault("always-defect", 0.0);
    assertThat(logLikelihood(plays, strategies, share, found.tremble()))
        .isCloseTo(found.logLikelihood(), within(1e-6));
  }

  @Test
  void aPlayerKeepsItsStrategyThroughAllItsMatches() {
    List<Strategy> strategies =
        Stream.of("always-cooperate", "always-defect").map(Strategies::named).toList();
    List<Play> mostlyKind = List.of(play("CCC", "DDD"), play("CCC", "CCC"), play("DDC", "DDD"));
    List<Play> mean = List.of(play("DDD", "CCC"));
    StrategyFrequencies perPlayer =
        StrategyEvidence.perPlayer(List.of(mostlyKind, mean), strategies).fit();
    assertThat(perPlayer.shares().get("always-cooperate")).isCloseTo(.5, within(.01));
    assertThat(perPlayer.tremble()).isCloseTo(2 / 12., within(.01));
    StrategyFrequencies perMatch =
        StrategyEvidence.perMatch(
                Stream.concat(mostlyKind.stream(), mean.stream()).toList(), strategies)
            .fit();
    assertThat(perMatch.tremble()).isLessThan(.1);
  }

  @Test
  void resamplingIsCountingUnitsAnotherNumberOfTimes() {
    List<Strategy> strategies =
        Stream.of("always-cooperate", "always-defect").map(Strategies::named).toList();
    List<Play> plays = List.of(play("CCCC", "CCCC"), play("DDDD", "CCCC"), play("CCCC", "DDDD"));
    StrategyEvidence evidence = StrategyEvidence.perMatch(plays, strategies);
    assertThat(evidence.units()).isEqualTo(3);
    assertThat(evidence.fit(new double[] {0, 3, 0}).shares().get("always-defect"))
        .isCloseTo(1, within(1e-4));
    assertThat(evidence.fit(new double[] {1, 1, 1})).isEqualTo(evidence.fit());
  }

  @Test
  void longMatchesDoNotUnderflow() {
    List<Strategy> strategies =
        Stream.of("always-cooperate", "always-defect").map(Strategies::named).toList();
    Play half = play("CD".repeat(5000), "C".repeat(10_000));
    StrategyFrequencies found = StrategyFrequencies.of(List.of(half), strategies);
    assertThat(found.tremble()).isEqualTo(.5);
    assertThat(found.logLikelihood()).isCloseTo(10_000 * Math.log(.5), within(1e-6));
  }

  @Test
  void nothingToEstimateIsSaid() {
    List<Strategy> strategies = List.of(Strategies.named("tit-for-tat"));
    assertThatThrownBy(() -> StrategyFrequencies.of(List.of(play("", "")), strategies))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("no decision");
    assertThatThrownBy(() -> StrategyFrequencies.of(List.of(play("C", "C")), List.of()))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("no strategy");
  }

  private static double logLikelihood(
      List<Play> plays, List<Strategy> strategies, double share, double tremble) {
    double sum = 0;
    for (Play play : plays) {
      double[] of = new double[2];
      for (int k = 0; k < 2; k++) {
        var seat = Decisions.untold(DILEMMA, 0, play.rounds());
        var decisions =
            Decisions.of(strategies.get(k), seat, play.histories().getFirst().history());
        of[k] = Math.exp(decisions.logLikelihood(tremble));
      }
      sum += Math.log(share * of[0] + (1 - share) * of[1]);
    }
    return sum;
  }

  private static List<Play> mixture(
      List<Strategy> strategies,
      double[] shares,
      double tremble,
      int matches,
      int rounds,
      Seed seed) {
    List<Play> plays = new ArrayList<>();
    for (int match = 0; match < matches; match++) {
      Seed own = seed.derive("match", match);
      RandomGenerator random = own.generator();
      double left = random.nextDouble();
      int chosen = 0;
      while (chosen < shares.length - 1 && left >= shares[chosen]) {
        left -= shares[chosen++];
      }
      Strategy player = new TremblingHand(strategies.get(chosen), tremble);
      plays.add(play(player, Strategies.named("random"), rounds, own));
    }
    return plays;
  }

  private static Play play(Strategy one, Strategy other, int rounds, Seed seed) {
    History history =
        new Match(DILEMMA, List.of(one, other), new Horizon.Unknown(rounds)).play(seed);
    return new Play(DILEMMA, 0, rounds, List.of(new WeightedHistory(history, 1)));
  }

  private static Play play(String self, String other) {
    int[][] profiles = new int[self.length()][2];
    History history = History.start(2);
    for (int round = 0; round < profiles.length; round++) {
      profiles[round][0] = self.charAt(round) == 'C' ? 0 : 1;
      profiles[round][1] = other.charAt(round) == 'C' ? 0 : 1;
    }
    for (int[] profile : Arrays.asList(profiles)) {
      history = history.with(profile);
    }
    return new Play(DILEMMA, 0, self.length(), List.of(new WeightedHistory(history, 1)));
  }

  private static void near(Ratio found, double truth) {
    double error = Math.sqrt(truth * (1 - truth) / found.denominator());
    assertThat(found.value().orElseThrow()).isCloseTo(truth, within(4 * error));
  }
}

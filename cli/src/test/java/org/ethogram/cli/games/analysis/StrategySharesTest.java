package org.ethogram.cli.games.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Match;
import org.ethogram.games.play.Strategy;
import org.ethogram.games.play.TremblingHand;
import org.ethogram.games.records.PlayedMatch;
import org.ethogram.games.strategies.Strategies;
import org.junit.jupiter.api.Test;

/** Whether the intervals of strategy shares hold the truth as often as they say. */
class StrategySharesTest {
  private static final Game DILEMMA = Catalogue.named("prisoners-dilemma");
  private static final List<Strategy> STRATEGIES =
      Strategies.list("always-defect,tit-for-tat,grim-trigger");
  private static final double[] SHARES = {.5, .3, .2};
  private static final double TREMBLE = .05;
  private static final int STUDIES = 40;

  @Test
  void intervalsHoldTheSharesThatPlayed() {
    int held = 0;
    int trembleHeld = 0;
    double[] means = new double[SHARES.length];
    for (int study = 0; study < STUDIES; study++) {
      Seed seed = new Seed(study);
      List<AnalysisFigure> figures =
          new StrategyShares(STRATEGIES, Independence.MATCH, 200, seed)
              .of(ObservedPlay.of(study(seed), 1));
      for (int k = 0; k < SHARES.length; k++) {
        held += figures.get(k).estimate().interval().orElseThrow().contains(SHARES[k]) ? 1 : 0;
        means[k] += figures.get(k).estimate().value().orElseThrow() / STUDIES;
      }
      trembleHeld +=
          figures.getLast().estimate().interval().orElseThrow().contains(TREMBLE) ? 1 : 0;
    }
    assertThat(held).isBetween((int) (.88 * 3 * STUDIES), 3 * STUDIES);
    assertThat(trembleHeld).isGreaterThanOrEqualTo((int) (.85 * STUDIES));
    for (int k = 0; k < SHARES.length; k++) {
      assertThat(Math.abs(means[k] - SHARES[k])).isLessThan(.03);
    }
  }

  /** 100 matches of a random length, the first seat drawn from the mixture. */
  private static List<PlayedMatch> study(Seed seed) {
    List<PlayedMatch> matches = new ArrayList<>();
    for (int number = 0; number < 100; number++) {
      Seed own = seed.derive("match", number);
      RandomGenerator random = own.generator();
      double drawn = random.nextDouble();
      int k = drawn < SHARES[0] ? 0 : drawn < SHARES[0] + SHARES[1] ? 1 : 2;
      Match match =
          new Match(
              DILEMMA,
              List.of(
                  new TremblingHand(STRATEGIES.get(k), TREMBLE), Strategies.named("random(0.7)")),
              new Horizon.Geometric(.9));
      matches.add(
          new PlayedMatch(
              Integer.toString(number), DILEMMA, List.of("subject", "other"), match.play(own)));
    }
    return matches;
  }
}

package org.ethogram.games.longrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Offset;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.games.DilemmaPayoffs;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.play.History;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Match;
import org.ethogram.games.play.TremblingHand;
import org.ethogram.games.strategies.MemoryOne;
import org.ethogram.games.strategies.Strategies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncounterTest {
  private static final Game DILEMMA = Catalogue.named("prisoners-dilemma");
  private static final Offset<Double> EXACTLY = within(1e-12);

  @ParameterizedTest
  @CsvSource({
    "tit-for-tat, tit-for-tat, 1, 0, 0, 0",
    "tit-for-tat, suspicious-tit-for-tat, 0, .5, .5, 0",
    "win-stay-lose-shift, always-defect, 0, .5, 0, .5",
    "grim-trigger, cycle:CCD, 0, 0, .6666666666666667, .3333333333333333",
    "tit-for-two-tats, cycle:CD, .5, .5, 0, 0",
    "cycle:CCD, cycle:CD, .3333333333333333, .3333333333333333, .1666666666666667,"
        + " .1666666666666667",
    "thumper, always-cooperate, 1, 0, 0, 0",
  })
  void deterministicPlayEndsInItsCycle(
      String first, String second, double cc, double cd, double dc, double dd) {
    assertSame(encounter(first, second, 0).longRun().frequencies(), cc, cd, dc, dd);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, .001, .3})
  void titForTatAgainstItselfForgetsHowItBeganOnceHandsTremble(double noise) {
    assertSame(
        encounter("tit-for-tat", "tit-for-tat", noise).longRun().frequencies(), .25, .25, .25, .25);
  }

  /** Nowak & Sigmund 1990: s = (q' r + q) / (1 - r r'), with r = p - q. */
  @Test
  void reactiveStrategiesMeetTheirClosedForm() {
    double[] one = {.9, .2};
    double[] other = {.6, .35};
    double r1 = one[0] - one[1];
    double r2 = other[0] - other[1];
    double s1 = (other[1] * r1 + one[1]) / (1 - r1 * r2);
    double s2 = (one[1] * r2 + other[1]) / (1 - r1 * r2);
    Frequencies found =
        encounter("memory-one(0,.9,.2,.9,.2)", "memory-one(1,.6,.35,.6,.35)", 0)
            .longRun()
            .frequencies();
    assertSame(found, s1 * s2, s1 * (1 - s2), (1 - s1) * s2, (1 - s1) * (1 - s2));
  }

  /** Press & Dyson 2012, equations 2 to 4: payoffs as a quotient of determinants. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void payoffsAreTheQuotientOfPressAndDysonsDeterminants(long seed) {
    RandomGenerator random = new Seed(seed).generator();
    double[] p = random.doubles(4, .05, .95).toArray();
    double[] q = random.doubles(4, .05, .95).toArray();
    DilemmaPayoffs payoffs = DilemmaPayoffs.of(DILEMMA).orElseThrow();
    Frequencies found =
        new Encounter(
                Automaton.of(new MemoryOne("p", 0, p[0], p[1], p[2], p[3])),
                Automaton.of(new MemoryOne("q", 1, q[0], q[1], q[2], q[3])),
                0)
            .longRun()
            .frequencies();
    double all = determinant(p, q, 1, 1, 1, 1);
    assertThat(found.payoff(payoffs)).isCloseTo(determinant(p, q, 3, 0, 5, 1) / all, EXACTLY);
    assertThat(found.mirrored().payoff(payoffs))
        .isCloseTo(determinant(p, q, 3, 5, 0, 1) / all, EXACTLY);
  }

  /** Stewart & Plotkin 2012: own payoff - P = 2 (other's payoff - P), whoever the other is. */
  @ParameterizedTest
  @ValueSource(strings = {"random", "always-cooperate", "grim-trigger", "aon-2", "predator"})
  void extortionHoldsWhoeverTheOtherIs(String other) {
    Frequencies found = encounter("zd-extort-2", other, .0).longRun().frequencies();
    assertThat(found.payoff(DILEMMA, 0) - 1)
        .isCloseTo(2 * (found.payoff(DILEMMA, 1) - 1), within(1e-10));
  }

  @Test
  void aDiscountedGameWeighsEarlyRoundsMore() {
    Encounter exploited = encounter("tit-for-tat", "always-defect", 0);
    assertSame(exploited.discounted(.75), 0, .25, 0, .75);
    assertSame(exploited.discounted(0), 0, 1, 0, 0);
    // Suspicious tit for tat against tit for tat: DC in rounds 1, 3, 5, ...
    assertSame(
        encounter("suspicious-tit-for-tat", "tit-for-tat", 0).discounted(.5), 0, 1 / 3., 2 / 3., 0);
  }

  @ParameterizedTest
  @CsvSource({
    "win-stay-lose-shift, generous-tit-for-tat, .05, 1",
    "evolved-fsm-16, tit-for-two-tats, .1, 2",
    "aon-2, zd-extort-2, .02, 3",
    "grim-trigger, firm-but-fair, .3, 4"
  })
  void aLongSimulationComesToTheSame(String first, String second, double noise, long seed) {
    int rounds = 200_000;
    Match match =
        new Match(
            DILEMMA,
            List.of(
                new TremblingHand(Strategies.named(first), noise),
                new TremblingHand(Strategies.named(second), noise)),
            new Horizon.Unknown(rounds));
    History history = match.play(new Seed(seed));
    double[] counts = new double[4];
    for (int round = 1; round <= rounds; round++) {
      counts[2 * history.action(round, 0) + history.action(round, 1)]++;
    }
    Frequencies exact = encounter(first, second, noise).longRun().frequencies();
    for (Outcome outcome : Outcome.values()) {
      // Five standard errors of independent rounds, times three for their dependence.
      assertThat(counts[outcome.index()] / rounds)
          .as(outcome.name())
          .isCloseTo(exact.of(outcome), within(15 * Math.sqrt(.25 / rounds)));
    }
  }

  @Test
  void whereChanceDecidesForEverEveryEndingIsTold() {
    LongRun found = encounter("all-c-or-all-d", "always-cooperate", 0).longRun();
    assertThat(found.endings()).hasSize(2);
    assertSame(found.frequencies(), .6, 0, .4, 0);
    assertThat(encounter("tit-for-tat", "tit-for-tat", .01).longRun().endings()).hasSize(1);
  }

  @Test
  void transientStatesLeadToTheirEndings() {
    // Cooperates until the coin falls, then defects for ever: 1/3 against 2/3 of a second coin.
    Frequencies found =
        encounter("memory-one(1,1,1/2,0,0)", "memory-one(0,1/4,0,0,0)", 0).longRun().frequencies();
    assertThat(found.cc() + found.cd() + found.dc() + found.dd()).isCloseTo(1, EXACTLY);
    assertThat(found.dd()).isCloseTo(1, EXACTLY);
  }

  @Test
  void frequenciesAreSeenFromBothSides() {
    Frequencies there = encounter("win-stay-lose-shift", "tit-for-tat", .1).discounted(.9);
    Frequencies back = encounter("tit-for-tat", "win-stay-lose-shift", .1).discounted(.9);
    assertSame(back.mirrored(), there.cc(), there.cd(), there.dc(), there.dd());
  }

  @Test
  void aStrategyThatIsMemoryOneIsRecognised() {
    assertThat(automaton("zd-extort-2").memoryOne())
        .hasValueSatisfying(
            found -> {
              assertThat(found.afterCC()).isCloseTo(8 / 9., EXACTLY);
              assertThat(found.afterCD()).isCloseTo(1 / 2., EXACTLY);
              assertThat(found.afterDC()).isCloseTo(1 / 3., EXACTLY);
              assertThat(found.afterDD()).isCloseTo(0, EXACTLY);
            });
    assertThat(automaton("random").memoryOne()).isPresent();
    assertThat(automaton("grim-trigger").memoryOne()).isEmpty();
    assertThat(automaton("tit-for-two-tats").memoryOne()).isEmpty();
  }

  @Test
  void whatCannotBeFollowedIsSaid() {
    assertThatThrownBy(() -> automaton("gradual"))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("finitely many states");
    assertThatThrownBy(
            () -> Automaton.of(Strategies.named("tit-for-tat"), Catalogue.named("public-goods")))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("two players");
    assertThatThrownBy(() -> encounter("tit-for-tat", "tit-for-tat", 1.5))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("noise");
    assertThatThrownBy(() -> encounter("tit-for-tat", "tit-for-tat", 0).discounted(Double.NaN))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("discount");
  }

  private static double determinant(
      double[] p, double[] q, double f1, double f2, double f3, double f4) {
    return determinant(
        new double[][] {
          {p[0] * q[0] - 1, p[0] - 1, q[0] - 1, f1},
          {p[1] * q[2], p[1] - 1, q[2], f2},
          {p[2] * q[1], p[2], q[1] - 1, f3},
          {p[3] * q[3], p[3], q[3], f4}
        });
  }

  private static double determinant(double[][] matrix) {
    if (matrix.length == 1) {
      return matrix[0][0];
    }
    double sum = 0;
    for (int row = 0; row < matrix.length; row++) {
      double[][] minor = new double[matrix.length - 1][matrix.length - 1];
      for (int other = 0; other < matrix.length; other++) {
        if (other != row) {
          System.arraycopy(
              matrix[other], 1, minor[other < row ? other : other - 1], 0, minor.length);
        }
      }
      sum += (row % 2 == 0 ? 1 : -1) * matrix[row][0] * determinant(minor);
    }
    return sum;
  }

  private static Encounter encounter(String first, String second, double noise) {
    return new Encounter(automaton(first), automaton(second), noise);
  }

  private static Automaton automaton(String name) {
    return Automaton.of(Strategies.named(name), DILEMMA);
  }

  private static void assertSame(Frequencies found, double cc, double cd, double dc, double dd) {
    assertThat(found.cc()).as("CC").isCloseTo(cc, within(1e-9));
    assertThat(found.cd()).as("CD").isCloseTo(cd, within(1e-9));
    assertThat(found.dc()).as("DC").isCloseTo(dc, within(1e-9));
    assertThat(found.dd()).as("DD").isCloseTo(dd, within(1e-9));
  }
}

package org.ethogram.games.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.strategies.DilemmaStrategy;
import org.ethogram.games.strategies.Strategies;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final Game GAME = Catalogue.named("prisoners-dilemma");
  private static final Seed SEED = new Seed(11);

  private static DilemmaStrategy named(String name) {
    return (DilemmaStrategy) Strategies.named(name);
  }

  private static Fingerprint take(String strategy, String probe, int intervals, Basis basis) {
    return new Fingerprinting(GAME, named(strategy), named(probe), intervals)
        .take(basis, SEED, Progress.NONE);
  }

  /** The formula holds below the diagonal and away from the corner where play may divide. */
  private static void holdsBelowTheDiagonal(String strategy, DoubleBinaryOperator formula) {
    for (Fingerprint.Point point :
        take(strategy, "tit-for-tat", 10, new Basis.LongRun()).points()) {
      if (point.x() > 0 && point.y() > 0 && point.x() + point.y() < 1) {
        assertThat(point.score())
            .as("%s at %s, %s", strategy, point.x(), point.y())
            .isCloseTo(formula.applyAsDouble(point.x(), point.y()), within(1e-12));
      }
    }
  }

  /** Joss-Ann of tit for tat copies unless it plays out of turn, which these follow by hand. */
  @Test
  void theLongRunHasTheClosedFormsOfAshlockAndKim() {
    holdsBelowTheDiagonal("always-defect", (x, y) -> 1 + 4 * x);
    holdsBelowTheDiagonal("always-cooperate", (x, y) -> 3 - 3 * y);
    holdsBelowTheDiagonal(
        "tit-for-tat", (x, y) -> (3 * x * x + 5 * x * y + y * y) / ((x + y) * (x + y)));
    holdsBelowTheDiagonal(
        "random(0.5)", (x, y) -> 0.5 * (3 - 3 * q(x, y)) + 0.5 * (5 - 4 * q(x, y)));
  }

  /** How often the probe defects against random play: out of turn, or after a defection. */
  private static double q(double x, double y) {
    return y + (1 - x - y) * 0.5;
  }

  /** The dual of tit for tat does the opposite of what the other did. */
  @Test
  void aboveTheDiagonalTheProbeIsTheDual() {
    for (Fingerprint.Point point :
        take("always-cooperate", "tit-for-tat", 10, new Basis.LongRun()).points()) {
      assertThat(point.score()).isCloseTo(3 - 3 * point.y(), within(1e-12));
    }
    Fingerprint dual = take("always-defect", "tit-for-tat", 10, new Basis.LongRun());
    assertThat(dual.at(10, 10).score()).isCloseTo(5, within(1e-12));
    assertThat(dual.at(8, 8).score()).isCloseTo(1 + 4 * 0.8, within(1e-12));
  }

  @Test
  void onTheDiagonalTheProbePlaysAtRandom() {
    Fingerprint taken = take("tit-for-tat", "tit-for-tat", 4, new Basis.LongRun());
    assertThat(taken.at(2, 2).score()).isCloseTo(2.25, within(1e-12));
    assertThat(taken.at(1, 3).score()).isCloseTo((3 + 5 * 3 + 9) / 16.0, within(1e-12));
    Fingerprint grim = take("grim-trigger", "win-stay-lose-shift", 4, new Basis.LongRun());
    assertThat(grim.at(3, 1).score()).isCloseTo(1 + 4 * 0.75, within(1e-12));
  }

  @Test
  void theCornersAreThePlainMatches() {
    Fingerprint taken = take("win-stay-lose-shift", "tit-for-tat", 2, new Basis.Expected(50));
    assertThat(taken.at(0, 0).score()).isEqualTo(3);
    assertThat(taken.at(2, 0).score()).isEqualTo(3);
    assertThat(taken.at(0, 2).score()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void playingAgreesWithTheExpectation() {
    for (String strategy : List.of("win-stay-lose-shift", "grim-trigger", "fortress-3")) {
      Fingerprint expected = take(strategy, "tit-for-tat", 4, new Basis.Expected(30));
      Fingerprint played = take(strategy, "tit-for-tat", 4, new Basis.Simulated(30, 400));
      for (int point = 0; point < expected.points().size(); point++) {
        Fingerprint.Point one = played.points().get(point);
        double error = one.standardError().orElseThrow();
        assertThat(one.score())
            .as("%s at %s, %s", strategy, one.x(), one.y())
            .isCloseTo(expected.points().get(point).score(), within(4.5 * error + 1e-12));
      }
    }
  }

  @Test
  void theDualOfTheDualIsTheStrategy() {
    DilemmaStrategy grim = named("grim-trigger");
    Game game = GAME;
    Fingerprint once =
        new Fingerprinting(game, grim, named("tit-for-tat"), 3)
            .take(new Basis.Simulated(20, 5), SEED, Progress.NONE);
    Fingerprint twice =
        new Fingerprinting(game, new Dual(new Dual(grim)), named("tit-for-tat"), 3)
            .take(new Basis.Simulated(20, 5), SEED, Progress.NONE);
    assertThat(twice.points()).isEqualTo(once.points());
  }

  @Test
  void transitiveRatesAreTheChancesOfCooperationByRound() {
    TransitiveFingerprint taken =
        TransitiveFingerprint.take(
            GAME,
            named("tit-for-tat"),
            TransitiveFingerprint.randomOpponents(3),
            new Basis.Expected(4),
            SEED,
            Progress.NONE);
    assertThat(taken.opponents()).containsExactly("random(0.0)", "random(0.5)", "random(1.0)");
    assertThat(taken.rates().get(0).stream().map(rate -> rate.value().orElseThrow()))
        .containsExactly(1.0, 0.0, 0.0, 0.0);
    assertThat(taken.rates().get(1).stream().map(rate -> rate.value().orElseThrow()))
        .containsExactly(1.0, 0.5, 0.5, 0.5);
    TransitiveFingerprint played =
        TransitiveFingerprint.take(
            GAME,
            named("grim-trigger"),
            List.of(named("random(0.9)")),
            new Basis.Simulated(5, 2000),
            SEED,
            Progress.NONE);
    for (int round = 0; round < 5; round++) {
      assertThat(played.rates().getFirst().get(round).value().orElseThrow())
          .isCloseTo(Math.pow(0.9, round), within(0.04));
    }
  }

  @Test
  void whatCannotBeFollowedExactlySaysSo() {
    assertThatThrownBy(() -> take("gradual", "tit-for-tat", 2, new Basis.LongRun()))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("gradual")
        .hasMessageContaining("simulate");
    assertThatThrownBy(() -> take("tit-for-tat", "tit-for-tat", 0, new Basis.LongRun()))
        .hasMessageContaining("0 steps");
    assertThatThrownBy(() -> new JossAnn(named("tit-for-tat"), 0.7, 0.7))
        .hasMessageContaining("not more than 1 together");
    assertThatThrownBy(() -> take("tit-for-tat", "tit-for-tat", 2, new Basis.Simulated(10, 0)))
        .hasMessageContaining("0 matches");
    Game battle = Catalogue.named("bach-or-stravinsky");
    assertThatThrownBy(
            () -> new Fingerprinting(battle, named("tit-for-tat"), named("tit-for-tat"), 2))
        .isInstanceOf(EthogramException.class);
  }
}

package org.ethogram.games.populations.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.populations.PayoffMatrix;
import org.ethogram.games.populations.RolePayoffs;
import org.ethogram.games.populations.dynamics.FixedPoint.Stability;
import org.junit.jupiter.api.Test;

class FixedPointsTest {
  private static final Seed SEED = new Seed(1);
  private static final PayoffMatrix STAG_HUNT =
      PayoffMatrix.exact(List.of("stag", "hare"), new double[][] {{4, 0}, {3, 3}});

  private static FixedPoint at(List<FixedPoint> points, double... shares) {
    return points.stream()
        .filter(
            point -> {
              for (int type = 0; type < shares.length; type++) {
                if (Math.abs(point.shares().getFirst()[type] - shares[type]) > 1e-6) {
                  return false;
                }
              }
              return true;
            })
        .findFirst()
        .orElseThrow();
  }

  /** Eigenvalues by hand: x(1-x)(4x-3) has the slopes -3, 3/4 and -1 at 0, 3/4 and 1. */
  @Test
  void theStagHuntHasTwoStableEndsAndAThresholdBetween() {
    List<FixedPoint> points = FixedPoints.of(new Flow(STAG_HUNT, new Replicator(0)), SEED);
    assertThat(points).hasSize(3);
    assertThat(at(points, 1, 0).stability()).isEqualTo(Stability.STABLE);
    assertThat(at(points, 0, 1).stability()).isEqualTo(Stability.STABLE);
    FixedPoint threshold = at(points, 0.75, 0.25);
    assertThat(threshold.stability()).isEqualTo(Stability.UNSTABLE);
    assertThat(threshold.eigenvalues().getFirst()[0]).isEqualTo(0.75, within(1e-6));
    assertThat(at(points, 0, 1).eigenvalues().getFirst()[0]).isEqualTo(-3, within(1e-5));
  }

  /** Zero-sum rock, paper, scissors: a centre with eigenvalues +-i/sqrt(3), vertices saddles. */
  @Test
  void theCycleHasACentreAndThreeSaddles() {
    PayoffMatrix cycle =
        PayoffMatrix.exact(
            List.of("rock", "paper", "scissors"),
            new double[][] {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}});
    List<FixedPoint> points = FixedPoints.of(new Flow(cycle, new Replicator(0)), SEED);
    assertThat(points).hasSize(4);
    FixedPoint centre = at(points, 1 / 3.0, 1 / 3.0, 1 / 3.0);
    assertThat(centre.stability()).isEqualTo(Stability.NEUTRAL);
    assertThat(Math.abs(centre.eigenvalues().getFirst()[1]))
        .isEqualTo(1 / Math.sqrt(3), within(1e-6));
    assertThat(at(points, 1, 0, 0).stability()).isEqualTo(Stability.SADDLE);
  }

  /** The map's multiplier at all-hare is the ratio of fitness, (c + 0) / (c + 3). */
  @Test
  void multipliersOfGenerationsAreRatiosOfFitness() {
    List<FixedPoint> points = FixedPoints.of(new DiscreteReplicator(STAG_HUNT, 1, 0), SEED);
    FixedPoint hare = at(points, 0, 1);
    assertThat(hare.eigenvalues().getFirst()[0]).isEqualTo(0.25, within(1e-5));
    assertThat(hare.stability()).isEqualTo(Stability.STABLE);
  }

  /** In two populations no mixed state is stable (Selten 1980): coordination leaves the corners. */
  @Test
  void twoPopulationsCoordinateAtACorner() {
    RolePayoffs game =
        RolePayoffs.exact(
            Game.twoPlayer(
                "coordination",
                List.of("left", "right"),
                List.of("left", "right"),
                new double[][] {{2, 0}, {0, 1}},
                new double[][] {{1, 0}, {0, 2}}));
    List<FixedPoint> points = FixedPoints.of(new Flow(game, new Replicator(0)), SEED);
    assertThat(points).hasSize(5);
    assertThat(points.stream().filter(p -> p.stability() == Stability.STABLE)).hasSize(2);
    assertThat(points.stream().filter(p -> p.stability() == Stability.SADDLE))
        .singleElement()
        .satisfies(p -> assertThat(p.shares().getFirst()[0]).isEqualTo(2 / 3.0, within(1e-6)));
  }

  /** The threshold at three quarters leaves a quarter of the states to the stag. */
  @Test
  void basinsAreAsLargeAsTheThresholdSays() {
    Basins basins = Basins.of(new Flow(STAG_HUNT, new Replicator(0)), 400, 100, SEED);
    assertThat(basins.basins()).hasSize(2);
    assertThat(basins.basins().getFirst().end().getFirst()[1]).isEqualTo(1, within(1e-3));
    // Five standard errors of a share of 400.
    assertThat(basins.basins().get(1).starts() / 400.0)
        .isEqualTo(0.25, within(5 * Math.sqrt(0.25 * 0.75 / 400)));
  }

  @Test
  void whereAllEarnTheSameNothingMoves() {
    PayoffMatrix same = PayoffMatrix.exact(List.of("a", "b"), new double[][] {{1, 1}, {1, 1}});
    assertThat(FixedPoints.of(new Flow(same, new Replicator(0)), SEED))
        .allMatch(point -> point.stability() == Stability.NEUTRAL);
  }

  @Test
  void whatGoesRoundHasNotSettled() {
    PayoffMatrix cycle =
        PayoffMatrix.exact(
            List.of("rock", "paper", "scissors"),
            new double[][] {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}});
    assertThat(Basins.of(new Flow(cycle, new Replicator(0)), 50, 100, SEED).moving())
        .isGreaterThan(40);
  }
}

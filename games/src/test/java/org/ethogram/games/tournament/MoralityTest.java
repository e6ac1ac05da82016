package org.ethogram.games.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.ethogram.core.Progress;
import org.ethogram.core.Ratio;
import org.ethogram.core.Seed;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.strategies.DilemmaStrategy;
import org.ethogram.games.strategies.Strategies;
import org.junit.jupiter.api.Test;

class MoralityTest {
  private static final Terms TERMS =
      Terms.of(Catalogue.named("prisoners-dilemma"), new Horizon.Known(200));

  /**
   * The cooperation rates are by hand: rows (1,1,1,1), (0,0,0,0) and twice (1, 1/200, 1, 1). So
   * eigenjesus solves x = a + b + 2c, with eigenvalue close to 3 and all but the defector alike.
   */
  @Test
  void ratesFourPlayersAsByHand() {
    Standings standings =
        play(true, "always-cooperate", "always-defect", "tit-for-tat", "grim-trigger");
    Morality morality = new Morality(standings);
    assertThat(morality.cooperatingRating(0)).isEqualTo(new Ratio(600, 600));
    assertThat(morality.cooperatingRating(1)).isEqualTo(new Ratio(0, 600));
    assertThat(morality.cooperatingRating(2)).isEqualTo(new Ratio(401, 600));
    assertThat(morality.goodPartnerRating(1)).isEqualTo(new Ratio(0, 3));
    assertThat(morality.goodPartnerRating(2)).isEqualTo(new Ratio(3, 3));
    assertThat(morality.vengefulCooperation(2, 1).orElseThrow()).isEqualTo(-0.99, within(1e-12));
    double third = 1 / Math.sqrt(3);
    assertThat(morality.eigenjesus().orElseThrow())
        .containsExactly(new double[] {third, 0, third, third}, within(1e-9));
    // (v1, v2, v3, v3) with k v1 = v1 + v2 + 2 v3, k v2 = -v1 - v2 - 2 v3 = -k v1,
    // k v3 = v1 - 0.99 v2 + 2 v3 = 1.99 v1 + 2 v3, so k v1 = 2 v3 and k (k - 2) = 3.98.
    double k = 1 + Math.sqrt(4.98);
    double length = Math.sqrt(2 + 2 * k * k / 4);
    assertThat(morality.eigenmoses().orElseThrow())
        .containsExactly(
            new double[] {1 / length, -1 / length, k / 2 / length, k / 2 / length}, within(1e-9));
  }

  /** Players that never met have no rate; nobody who cooperates, no eigenvector. */
  @Test
  void whatIsUndefinedIsSaid() {
    Morality morality = new Morality(play(false, "always-defect", "alternator"));
    assertThat(morality.cooperation(0, 0)).isEqualTo(Ratio.UNDEFINED);
    assertThat(morality.vengefulCooperation(1, 1)).isEmpty();
    assertThat(new Morality(play(true, "always-defect", "always-defect")).eigenjesus()).isEmpty();
  }

  /** Rows (0, -1) and (1, 0) turn every vector by a right angle: no direction is kept. */
  @Test
  void aRotationHasNoPrincipalEigenvector() {
    assertThat(PrincipalEigenvector.of(new double[][] {{0, -1}, {1, 0}})).isEmpty();
    assertThat(PrincipalEigenvector.of(new double[][] {{2, 0}, {0, 1}}).orElseThrow())
        .containsExactly(new double[] {1, 0}, within(1e-9));
  }

  private static Standings play(boolean selfPlay, String... names) {
    List<DilemmaStrategy> field =
        Stream.of(names).map(name -> (DilemmaStrategy) Strategies.named(name)).toList();
    return Tournament.roundRobin(TERMS, field, 1, selfPlay).play(new Seed(1), Progress.NONE);
  }
}

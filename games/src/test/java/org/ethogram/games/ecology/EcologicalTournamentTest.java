package org.ethogram.games.ecology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.populations.PayoffMatrix;
import org.ethogram.games.strategies.DilemmaStrategy;
import org.ethogram.games.strategies.Strategies;
import org.ethogram.games.tournament.MeasuredPayoffs;
import org.ethogram.games.tournament.Terms;
import org.junit.jupiter.api.Test;

class EcologicalTournamentTest {
  private static final Offset<Double> EXACTLY = within(1e-12);
  private static final PayoffMatrix DILEMMA =
      PayoffMatrix.exact(List.of("cooperator", "defector"), new double[][] {{3, 0}, {5, 1}});

  private static PayoffMatrix measured(int repetitions, String names) {
    List<DilemmaStrategy> field =
        Strategies.list(names).stream().map(strategy -> (DilemmaStrategy) strategy).toList();
    Terms terms = Terms.of(Catalogue.named("prisoners-dilemma"), new Horizon.Unknown(10));
    return MeasuredPayoffs.of(terms, field, repetitions, new Seed(1), Progress.NONE);
  }

  /** Scores 1.5 and 3 of equal shares; then 1 and 7/3 of a third and two thirds. */
  @Test
  void sharesGrowByWhatTheyScore() {
    EcologicalTournament tournament = new EcologicalTournament(DILEMMA);
    List<double[]> generations = tournament.generations(tournament.equalShares(), 2);
    assertThat(generations.get(0)).containsExactly(0.5, 0.5);
    assertThat(generations.get(1)).containsExactly(new double[] {1.0 / 3, 2.0 / 3}, EXACTLY);
    assertThat(generations.get(2)).containsExactly(new double[] {3.0 / 17, 14.0 / 17}, EXACTLY);
    assertThat(tournament.generations(new double[] {30, 10}, 0).getFirst())
        .containsExactly(0.75, 0.25);
  }

  @Test
  void whoIsNotThereDoesNotComeBack() {
    EcologicalTournament tournament = new EcologicalTournament(DILEMMA);
    assertThat(tournament.generations(new double[] {1, 0}, 50).getLast()).containsExactly(1, 0);
  }

  /** Ten rounds of tit for tat and always defect: 9 and 14 points; each with its kind 30 and 10. */
  @Test
  void aTournamentBecomesItsPayoffMatrix() {
    PayoffMatrix payoffs = measured(1, "tit-for-tat,always-defect");
    assertThat(payoffs.payoff(0, 0)).isEqualTo(3);
    assertThat(payoffs.payoff(0, 1)).isEqualTo(0.9);
    assertThat(payoffs.payoff(1, 0)).isEqualTo(1.4);
    assertThat(payoffs.payoff(1, 1)).isEqualTo(1);
    EcologicalHistory history =
        EcologicalHistory.of(payoffs, new double[] {1, 1}, 200, 100, new Seed(1));
    assertThat(history.lastShare(0)).isGreaterThan(0.999999);
    assertThat(history.ranking()).containsExactly(0, 1);
    assertThat(history.interval(0)).isEmpty();
  }

  @Test
  void errorsOfMeasurementBecomeAnIntervalOfTheLastShare() {
    PayoffMatrix payoffs = measured(5, "tit-for-tat,random,always-defect");
    assertThat(payoffs.error(0, 1)).isPositive();
    assertThat(payoffs.error(0, 2)).isZero();
    EcologicalHistory history =
        EcologicalHistory.of(payoffs, new double[] {1, 1, 1}, 8, 400, new Seed(1));
    EcologicalHistory.Range range = history.interval(1).orElseThrow();
    assertThat(range.low()).isLessThan(history.lastShare(1));
    assertThat(range.high()).isGreaterThan(history.lastShare(1));
    assertThatThrownBy(() -> measured(1, "tit-for-tat,random"))
        .hasMessageContaining("at least two repetitions");
  }

  @Test
  void twoOfAKindKeepApartByTheirNumber() {
    assertThat(measured(1, "tit-for-tat,tit-for-tat").types())
        .containsExactly("tit-for-tat", "tit-for-tat #2");
  }

  @Test
  void whatCannotGrowIsRefused() {
    EcologicalTournament negative =
        new EcologicalTournament(
            PayoffMatrix.exact(List.of("a", "b"), new double[][] {{1, -3}, {0, 0}}));
    assertThatThrownBy(() -> negative.generations(new double[] {1, 1}, 1))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("generation 1")
        .hasMessageContaining("'a' has a negative score of -1.0");
    assertThatThrownBy(() -> negative.generations(new double[] {0, 1}, 1))
        .hasMessageContaining("nobody scores");
    assertThatThrownBy(() -> negative.generations(new double[] {1}, 1))
        .hasMessageContaining("each of the 2 types");
    assertThatThrownBy(() -> negative.generations(new double[] {1, Double.NaN}, 1))
        .isInstanceOf(EthogramException.class);
  }
}

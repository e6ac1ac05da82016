package org.ethogram.evaluations.elicitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.TokenLogProbability;
import org.junit.jupiter.api.Test;

class ForcedChoiceTest {
  @Test
  void probabilitiesAreSharesOfTheMassOnTheOptions() {
    ForcedChoice choice = ForcedChoice.among(scores(Math.log(.03), Math.log(.01)));
    assertThat(choice.probability(0)).isCloseTo(.75, within(1e-12));
    assertThat(choice.mass()).isCloseTo(.04, within(1e-12));
  }

  @Test
  void optionsFarBelowWhatADoubleHoldsStillCompare() {
    ForcedChoice choice = ForcedChoice.among(scores(-2000, -2000 - Math.log(3)));
    assertThat(choice.probability(0)).isCloseTo(.75, within(1e-12));
    assertThat(choice.mass()).isZero();
  }

  @Test
  void whoCannotTellOptionsApartGetsCreditByChance() {
    ForcedChoice choice = ForcedChoice.among(scores(-1, -1, -2, -1));
    assertThat(choice.credit(0)).isEqualTo(1.0 / 3);
    assertThat(choice.credit(2)).isZero();
    assertThat(choice.mostProbable()).isZero();
  }

  @Test
  void impossibleOptionsAreNoErrorButNothingToChooseIs() {
    assertThat(ForcedChoice.among(scores(Double.NEGATIVE_INFINITY, -3)).probabilities())
        .containsExactly(0.0, 1.0);
    for (double log : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
      assertThatThrownBy(() -> ForcedChoice.among(scores(log, log)))
          .isInstanceOfSatisfying(
              EthogramException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FINITE));
    }
  }

  private static List<ContinuationScore> scores(double... logs) {
    return DoubleStream.of(logs)
        .mapToObj(
            log -> new ContinuationScore(" a" + log, List.of(new TokenLogProbability("a", log))))
        .toList();
  }
}

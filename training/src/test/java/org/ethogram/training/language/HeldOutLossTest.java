package org.ethogram.training.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.neox.NeoxConfiguration;
import org.ethogram.training.batches.TokenSequence;
import org.ethogram.training.initialization.FirstWeights;
import org.junit.jupiter.api.Test;

class HeldOutLossTest {
  /** Losses 2 and 3 of weights 1 and 3: 5/4; residuals ±3/4, so the error is sqrt(2.25) / 4. */
  @Test
  void theStandardErrorIsThatOfARatioOverSequences() {
    LossEstimate estimate = LossEstimate.of(new double[] {2, 3}, new double[] {1, 3}, 4);
    assertThat(estimate.loss()).isEqualTo(1.25);
    assertThat(estimate.standardError()).hasValue(0.375);
    assertThat(LossEstimate.of(new double[] {2}, new double[] {1}, 1).standardError()).isEmpty();
  }

  @Test
  void aLossOfManySequencesIsTheWeightedMeanOfTheirOwn() {
    List<TokenSequence> sequences = new ArrayList<>();
    for (int which = 0; which < 700; which++) {
      sequences.add(TrainingProcess.SEQUENCES.sequence(which));
    }
    try (CausalNetwork network =
        FirstWeights.network(NeoxConfiguration.organism(20, 16, 2, 2, 16), new Seed(4))) {
      LossEstimate together = new HeldOutLoss(sequences).estimate(network);
      double losses = 0;
      double weights = 0;
      for (TokenSequence sequence : sequences) {
        double weight = 0;
        for (int i = 1; i < sequence.length(); i++) {
          weight += sequence.weights()[i];
        }
        losses += weight * new HeldOutLoss(List.of(sequence)).of(network);
        weights += weight;
      }
      assertThat(together.loss()).isCloseTo(losses / weights, within(1e-5));
      assertThat(together.sequences()).isEqualTo(700);
      assertThat(together.tokens())
          .isEqualTo(sequences.stream().mapToLong(sequence -> sequence.length() - 1).sum());
    }
  }

  @Test
  void sequencesInWhichNothingIsPredictedAreRefused() {
    assertThatThrownBy(() -> new HeldOutLoss(List.of(new TokenSequence(new int[3], new float[3]))))
        .isInstanceOfSatisfying(
            EthogramException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_DATA));
  }
}

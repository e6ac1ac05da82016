package org.ethogram.training.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.runtime.NativeWork;
import org.ethogram.torch.runtime.SideBySide;
import org.ethogram.training.batches.Batch;
import org.ethogram.training.batches.TokenLosses;
import org.ethogram.training.batches.TokenSequence;
import org.ethogram.training.tokenizer.BytePairTokenizer;

/** The weighted loss on fixed sequences that no step trains on. */
public final class HeldOutLoss {
  /** Few enough that the logits of a large vocabulary fit in memory. */
  private static final int BATCH_TOKENS = 4096;

  private final List<Batch> batches = new ArrayList<>();
  private final int sequences;

  /**
   * @param documents how many, from the first, at least 1
   */
  public HeldOutLoss(Corpus corpus, int documents, BytePairTokenizer tokenizer, int contextLength) {
    this(
        LongStream.range(0, documents)
            .mapToObj(new DocumentSequences(corpus, tokenizer, contextLength)::sequence)
            .toList());
  }

  /**
   * @throws EthogramException {@code INVALID_DATA} when nothing is to be predicted in them
   */
  public HeldOutLoss(List<TokenSequence> sequences) {
    List<TokenSequence> sorted =
        sequences.stream().sorted(Comparator.comparingInt(TokenSequence::length)).toList();
    int first = 0;
    for (int next = 1; next <= sorted.size(); next++) {
      if (next == sorted.size()
          || (long) (next + 1 - first) * sorted.get(next).length() > BATCH_TOKENS) {
        batches.add(Batch.padded(sorted.subList(first, next)));
        first = next;
      }
    }
    this.sequences = sorted.size();
    if (batches.stream().allMatch(batch -> batch.positions().length == 0)) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "held-out sequences",
          "nothing is to be predicted in them",
          "Give at least one sequence with a token of weight above 0");
    }
  }

  /** Nats a predicted token, each token counting by its weight. */
  public double of(CausalNetwork network) {
    return estimate(network).loss();
  }

  /** The same with its standard error and the numbers behind it. */
  public LossEstimate estimate(CausalNetwork network) {
    return estimate(network, TrainedParameters.all(network));
  }

  /**
   * The same with what is trained in effect.
   *
   * @param trained of the network
   */
  LossEstimate estimate(CausalNetwork network, TrainedParameters trained) {
    List<Batch> shares = batches.stream().flatMap(batch -> batch.shares(network).stream()).toList();
    List<float[]> computed =
        SideBySide.run(
            shares.stream()
                .<Supplier<float[]>>map(
                    share -> () -> trained.during(() -> tokenLosses(network, share)))
                .toList());
    double[] losses = new double[sequences];
    double[] weights = new double[sequences];
    int first = 0;
    long tokens = 0;
    for (int which = 0; which < shares.size(); which++) {
      Batch share = shares.get(which);
      float[] ofTokens = computed.get(which);
      for (int i = 0; i < ofTokens.length; i++) {
        int sequence = first + (int) (share.positions()[i] / share.length());
        losses[sequence] += (double) share.weights()[i] * ofTokens[i];
        weights[sequence] += share.weights()[i];
      }
      first += share.rows();
      tokens += ofTokens.length;
    }
    return LossEstimate.of(losses, weights, tokens);
  }

  private static float[] tokenLosses(CausalNetwork network, Batch batch) {
    float[] losses = new float[batch.positions().length];
    if (losses.length > 0) {
      try (NativeWork _ = NativeWork.begin();
          PointerScope _ = new PointerScope();
          NoGradGuard _ = new NoGradGuard()) {
        Tensor computed = TokenLosses.of(network, batch).to(ScalarType.Float).cpu();
        computed.data_ptr_float().get(losses);
      }
    }
    return losses;
  }
}

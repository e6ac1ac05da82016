package org.ethogram.training.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.runtime.NativeWork;
import org.ethogram.training.tokenizer.BytePairTokenizer;

/** The weighted loss on fixed documents that no step trains on. */
public final class HeldOutLoss {
  private static final int ROWS = 32;

  private final List<Batch> batches = new ArrayList<>();

  /**
   * @param documents how many, from the first, at least 1
   */
  public HeldOutLoss(Corpus corpus, int documents, BytePairTokenizer tokenizer, int contextLength) {
    List<TokenSequence> sequences =
        LongStream.range(0, documents)
            .mapToObj(corpus::document)
            .map(document -> TokenSequence.of(document, tokenizer, contextLength))
            .sorted(Comparator.comparingInt(TokenSequence::length))
            .toList();
    for (int first = 0; first < documents; first += ROWS) {
      batches.add(Batch.of(sequences.subList(first, Math.min(documents, first + ROWS))));
    }
  }

  /** Nats a predicted token, each token counting by its weight. */
  public double of(CausalNetwork network) {
    double loss = 0;
    double weight = 0;
    for (Batch batch : batches) {
      try (NativeWork _ = NativeWork.begin();
          PointerScope _ = new PointerScope();
          NoGradGuard _ = new NoGradGuard()) {
        loss += WeightedLoss.summed(network, batch).item_double();
        weight += WeightedLoss.totalWeight(batch);
      }
    }
    return loss / weight;
  }
}

package org.ethogram.training.supervised;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.torch.tokenizer.Tokenizer;
import org.ethogram.training.batches.SequenceSource;
import org.ethogram.training.batches.ShuffledEpochs;
import org.ethogram.training.batches.TokenSequence;

/**
 * Demonstrations again and again, each time through in another order, as sequences in which the
 * completion and the token that ends it are to be predicted, and the prompt is not.
 *
 * <p>Prompt and completion are tokenized apart, as they are when a model is asked.
 */
public final class Demonstrations implements SequenceSource {
  private final ShuffledEpochs epochs;

  /**
   * @param endToken that follows a completion
   * @param contextLength most tokens of a demonstration
   * @param seed of the orders
   * @throws EthogramException {@code INVALID_DATA} when there is none; {@code CONTEXT_OVERFLOW}
   *     when one does not fit: none is cut off
   */
  public Demonstrations(
      List<Demonstration> demonstrations,
      Tokenizer tokenizer,
      int endToken,
      int contextLength,
      Seed seed) {
    if (demonstrations.isEmpty()) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA, "demonstrations", "there are none", "Give at least one");
    }
    List<TokenSequence> sequences = new ArrayList<>();
    for (int index = 0; index < demonstrations.size(); index++) {
      TokenSequence sequence = sequence(demonstrations.get(index), tokenizer, endToken);
      if (sequence.length() > contextLength) {
        throw new EthogramException(
            ErrorCode.CONTEXT_OVERFLOW,
            "demonstration " + (index + 1),
            "it has %d tokens, but the context holds %d"
                .formatted(sequence.length(), contextLength),
            "Shorten or leave out the demonstration");
      }
      sequences.add(sequence);
    }
    this.epochs = new ShuffledEpochs(sequences, seed);
  }

  @Override
  public TokenSequence sequence(long index) {
    return epochs.sequence(index);
  }

  private static TokenSequence sequence(
      Demonstration demonstration, Tokenizer tokenizer, int endToken) {
    String prompt = demonstration.prompt();
    int[] before = joined(tokenizer.beginning(), tokenizer.encode(prompt));
    if (before.length == 0) {
      before = new int[] {endToken}; // What begins a text where the tokenizer adds nothing.
    }
    String completion = demonstration.completion();
    int[] after =
        joined(
            prompt.isEmpty()
                ? tokenizer.encode(completion)
                : tokenizer.encodeContinuation(completion),
            new int[] {endToken});
    float[] weights = new float[before.length + after.length];
    Arrays.fill(weights, before.length, weights.length, 1);
    return new TokenSequence(joined(before, after), weights);
  }

  private static int[] joined(int[] first, int[] second) {
    int[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}

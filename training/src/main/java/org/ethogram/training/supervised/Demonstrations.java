package org.ethogram.training.supervised;

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
    this(
        demonstrations.stream().map(each -> sequence(each, tokenizer, endToken)).toList(),
        contextLength,
        seed);
  }

  /**
   * Conversations, as a model's chat template writes them.
   *
   * @throws EthogramException also {@code CAPABILITY_MISSING} when the template does not take one
   */
  public static Demonstrations of(
      List<Conversation> conversations, ConversationReader reader, int contextLength, Seed seed) {
    return new Demonstrations(
        conversations.stream().map(reader::sequence).toList(), contextLength, seed);
  }

  private Demonstrations(List<TokenSequence> sequences, int contextLength, Seed seed) {
    if (sequences.isEmpty()) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA, "demonstrations", "there are none", "Give at least one");
    }
    for (int index = 0; index < sequences.size(); index++) {
      int length = sequences.get(index).length();
      if (length > contextLength) {
        throw new EthogramException(
            ErrorCode.CONTEXT_OVERFLOW,
            "demonstration " + (index + 1),
            "it has %d tokens, but the context holds %d".formatted(length, contextLength),
            "Shorten or leave out the demonstration");
      }
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

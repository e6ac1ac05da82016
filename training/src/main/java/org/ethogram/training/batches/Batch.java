package org.ethogram.training.batches;

import java.util.Comparator;
import java.util.List;
import org.ethogram.torch.network.Attention;
import org.ethogram.torch.network.CausalAttention;
import org.ethogram.torch.network.CausalNetwork;

/**
 * Sequences that one pass of a network reads: side by side, padded at the right to the longest, or
 * one behind the other in one row.
 *
 * @param tokens row-major, {@code rows x length}; padding is token 0
 * @param positions where, in the row-major order, a token is predicted with a weight above 0
 * @param targets the token that follows each position
 * @param weights the loss weight of each target
 * @param lengths of the sequences, in the order in which they lie
 * @param packed whether all lie in one row
 */
@SuppressWarnings("ArrayRecordComponent") // carried to the step that made it, never compared
public record Batch(
    int rows,
    int length,
    long[] tokens,
    long[] positions,
    long[] targets,
    float[] weights,
    int[] lengths,
    boolean packed) {

  /** One row a sequence. */
  public static Batch padded(List<TokenSequence> sequences) {
    int length = sequences.stream().mapToInt(TokenSequence::length).max().orElseThrow();
    int[] starts = new int[sequences.size()];
    for (int row = 0; row < starts.length; row++) {
      starts[row] = row * length;
    }
    return of(sequences, starts, starts.length, length, false);
  }

  /** All sequences in one row, the shortest first: those of one length attend together. */
  public static Batch packed(List<TokenSequence> inAnyOrder) {
    List<TokenSequence> sequences =
        inAnyOrder.stream().sorted(Comparator.comparingInt(TokenSequence::length)).toList();
    int[] starts = new int[sequences.size()];
    int length = 0;
    for (int which = 0; which < starts.length; which++) {
      starts[which] = length;
      length += sequences.get(which).length();
    }
    return of(sequences, starts, 1, length, true);
  }

  private static Batch of(
      List<TokenSequence> sequences, int[] starts, int rows, int length, boolean packed) {
    int predicted = sequences.stream().mapToInt(Batch::predicted).sum();
    long[] tokens = new long[rows * length];
    long[] positions = new long[predicted];
    long[] targets = new long[predicted];
    float[] weights = new float[predicted];
    int next = 0;
    for (int which = 0; which < starts.length; which++) {
      TokenSequence sequence = sequences.get(which);
      for (int i = 0; i < sequence.length(); i++) {
        tokens[starts[which] + i] = sequence.tokens()[i];
        if (i > 0 && sequence.weights()[i] > 0) {
          positions[next] = (long) starts[which] + i - 1;
          targets[next] = sequence.tokens()[i];
          weights[next++] = sequence.weights()[i];
        }
      }
    }
    int[] lengths = sequences.stream().mapToInt(TokenSequence::length).toArray();
    return new Batch(rows, length, tokens, positions, targets, weights, lengths, packed);
  }

  private static int predicted(TokenSequence sequence) {
    int predicted = 0;
    for (int i = 1; i < sequence.length(); i++) {
      predicted += sequence.weights()[i] > 0 ? 1 : 0;
    }
    return predicted;
  }

  /** What its tokens see: those before them in their own sequence. */
  public Attention attention(CausalNetwork network) {
    return packed ? PackedAttention.of(lengths, network.placement()) : new CausalAttention(length);
  }

  /** Tokens without padding. */
  public long tokenCount() {
    long count = 0;
    for (int each : lengths) {
      count += each;
    }
    return count;
  }

  /** Sum of the weights of what is predicted. */
  public double totalWeight() {
    double total = 0;
    for (float weight : weights) {
      total += weight;
    }
    return total;
  }
}

package org.ethogram.training.batches;

import java.util.ArrayList;
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
 * @param sequences in the order in which they lie
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
    List<TokenSequence> sequences,
    boolean packed) {
  private static final long FEWEST_SHARE_TOKENS = 1024;

  /** Tokens times width. */
  private static final long SHARE_NUMBERS = 1 << 16;

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
    return new Batch(
        rows, length, tokens, positions, targets, weights, List.copyOf(sequences), packed);
  }

  private static int predicted(TokenSequence sequence) {
    int predicted = 0;
    for (int i = 1; i < sequence.length(); i++) {
      predicted += sequence.weights()[i] > 0 ? 1 : 0;
    }
    return predicted;
  }

  /**
   * What the threads of a processor compute side by side, the same however many they are; on any
   * other device the whole. A share is small enough that what it computes stays in a core's cache,
   * and large enough that calling an operator does not cost more than its arithmetic.
   */
  public List<Batch> shares(CausalNetwork network) {
    return network.placement().isCpu()
        ? shares(Math.max(FEWEST_SHARE_TOKENS, SHARE_NUMBERS / network.shape().width()))
        : List.of(this);
  }

  /**
   * The same sequences in batches whose losses add up to that of the whole: a power of two of them,
   * which as many threads share evenly.
   *
   * @param tokens of a share at most, at least 1; a sequence is never cut
   */
  List<Batch> shares(long tokens) {
    long fewest = Math.ceilDiv((long) rows * length, tokens);
    if (fewest == 1) {
      return List.of(this);
    }
    long count = Long.highestOneBit(2 * fewest - 1);
    List<Batch> shares = new ArrayList<>();
    long total = tokenCount();
    long seen = 0;
    int first = 0;
    for (int end = 1; end <= sequences.size(); end++) {
      seen += sequences.get(end - 1).length();
      // A share ends where the middle of the next sequence lies beyond its part of the tokens.
      if (end == sequences.size()
          || (2 * seen + sequences.get(end).length()) * count > 2 * total * (shares.size() + 1)) {
        List<TokenSequence> share = sequences.subList(first, end);
        shares.add(packed ? packed(share) : padded(share));
        first = end;
      }
    }
    return shares;
  }

  /** What its tokens see: those before them in their own sequence. */
  public Attention attention(CausalNetwork network) {
    if (!packed) {
      return new CausalAttention(length);
    }
    int[] lengths = sequences.stream().mapToInt(TokenSequence::length).toArray();
    return PackedAttention.of(lengths, network.placement());
  }

  /** Tokens without padding. */
  public long tokenCount() {
    return sequences.stream().mapToLong(TokenSequence::length).sum();
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

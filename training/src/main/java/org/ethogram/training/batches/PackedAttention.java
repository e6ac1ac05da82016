package org.ethogram.training.batches;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.torch.network.Attention;
import org.ethogram.torch.network.CausalAttention;
import org.ethogram.torch.runtime.Placement;

/**
 * Several sequences one behind the other in one row, none of which sees another: positions begin
 * again with each, and attention is causal inside each.
 *
 * <p>Every other part of a network reads each token by itself, so only attention has to know where
 * sequences begin. It takes sequences of like length out of the row, pads them to the longest of
 * them, attends, and puts the outcomes back; a mask over the whole row would cost the square of its
 * length. Source of the idea: Krell et al. 2021, "Efficient sequence packing without
 * cross-contamination".
 */
final class PackedAttention implements Attention {
  private final Tensor positions;
  private final List<Group> groups;
  private final Tensor places;

  private PackedAttention(Tensor positions, List<Group> groups, Tensor places) {
    this.positions = positions;
    this.groups = groups;
    this.places = places;
  }

  /**
   * Sequences that attend together.
   *
   * @param length of the longest
   * @param tokens where their tokens lie in the row, sequence by sequence, int64 [sequences x
   *     length]; in place of padding the sequence's first token, which nothing reads
   */
  private record Group(int sequences, int length, Tensor tokens) {
    /**
     * @param perToken [row, heads, headSize]
     * @return [sequences, heads, length, headSize]
     */
    Tensor taken(Tensor perToken) {
      return perToken
          .index_select(0, tokens)
          .view(sequences, length, perToken.size(1), perToken.size(2))
          .transpose(1, 2);
    }
  }

  /**
   * @param lengths of the sequences, in the order in which they lie in the row
   */
  static PackedAttention of(int[] lengths, Placement placement) {
    int[] starts = new int[lengths.length];
    for (int which = 1; which < starts.length; which++) {
      starts[which] = starts[which - 1] + lengths[which - 1];
    }
    int total = starts[starts.length - 1] + lengths[lengths.length - 1];
    long[] positions = new long[total];
    for (int which = 0; which < starts.length; which++) {
      for (int i = 0; i < lengths[which]; i++) {
        positions[starts[which] + i] = i;
      }
    }
    List<Group> groups = new ArrayList<>();
    long[] places = new long[total];
    long taken = 0;
    for (List<Integer> members : LikeLengths.groups(lengths)) {
      int longest = members.stream().mapToInt(which -> lengths[which]).max().orElseThrow();
      long[] tokens = new long[members.size() * longest];
      for (int row = 0; row < members.size(); row++) {
        int start = starts[members.get(row)];
        Arrays.fill(tokens, row * longest, (row + 1) * longest, start);
        for (int i = 0; i < lengths[members.get(row)]; i++) {
          tokens[row * longest + i] = (long) start + i;
          places[start + i] = taken + (long) row * longest + i;
        }
      }
      taken += tokens.length;
      groups.add(
          new Group(
              members.size(), longest, placement.placed(Tensor.create(tokens, tokens.length))));
    }
    return new PackedAttention(
        placement.placed(Tensor.create(positions, total)),
        groups,
        placement.placed(Tensor.create(places, total)));
  }

  @Override
  public Tensor ofPositions(Tensor table) {
    return table.index_select(0, positions);
  }

  @Override
  public Tensor attend(int layer, Tensor query, Tensor key, Tensor value, int window) {
    Tensor queries = perToken(query);
    Tensor keys = perToken(key);
    Tensor values = perToken(value);
    TensorVector contexts = new TensorVector();
    for (Group group : groups) {
      Tensor context =
          new CausalAttention(group.length())
              .attend(layer, group.taken(queries), group.taken(keys), group.taken(values), window);
      contexts.push_back(context.transpose(1, 2).flatten(0, 1));
    }
    return torch.cat(contexts, 0).index_select(0, places).unsqueeze(0).transpose(1, 2);
  }

  /** [1, heads, row, headSize] as [row, heads, headSize]. */
  private static Tensor perToken(Tensor heads) {
    return heads.transpose(1, 2).squeeze(0);
  }
}

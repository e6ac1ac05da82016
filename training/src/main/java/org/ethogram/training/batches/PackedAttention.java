package org.ethogram.training.batches;

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
 * sequences begin. It takes the row apart, neighbours of one length together, and computes nothing
 * between sequences; a mask over the row would cost the square of its length. Source of the idea:
 * Krell et al. 2021, "Efficient sequence packing without cross-contamination".
 *
 * @param positions of the tokens of the row, int64 [row]
 * @param runs of neighbours of one length
 */
record PackedAttention(Tensor positions, List<LengthRun> runs) implements Attention {
  /**
   * @param lengths of the sequences, in the order in which they lie in the row
   */
  static PackedAttention of(int[] lengths, Placement placement) {
    List<LengthRun> runs = LengthRun.of(lengths);
    long[] positions = new long[runs.stream().mapToInt(LengthRun::tokens).sum()];
    int next = 0;
    for (int length : lengths) {
      for (int position = 0; position < length; position++) {
        positions[next++] = position;
      }
    }
    return new PackedAttention(placement.placed(Tensor.create(positions, next)), runs);
  }

  @Override
  public Tensor ofPositions(Tensor table) {
    return table.index_select(0, positions);
  }

  @Override
  public Tensor attend(int layer, Tensor query, Tensor key, Tensor value, int window) {
    TensorVector queries = apart(query);
    TensorVector keys = apart(key);
    TensorVector values = apart(value);
    TensorVector contexts = new TensorVector();
    for (int which = 0; which < runs.size(); which++) {
      LengthRun run = runs.get(which);
      Tensor context =
          new CausalAttention(run.length())
              .attend(
                  layer,
                  run.sideBySide(queries.get(which)),
                  run.sideBySide(keys.get(which)),
                  run.sideBySide(values.get(which)),
                  window);
      contexts.push_back(context.transpose(1, 2).flatten(0, 1));
    }
    return torch.cat(contexts, 0).unsqueeze(0).transpose(1, 2);
  }

  /** [1, heads, row, headSize] run by run, each [tokens, heads, headSize]. */
  private TensorVector apart(Tensor heads) {
    long[] tokens = runs.stream().mapToLong(LengthRun::tokens).toArray();
    return heads.transpose(1, 2).squeeze(0).split_with_sizes(tokens, 0);
  }
}

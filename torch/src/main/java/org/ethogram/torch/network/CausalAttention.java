package org.ethogram.torch.network;

import java.util.Arrays;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.torch.runtime.Placement;

/** Whole sequences from their first token: each token sees itself and those before it. */
public record CausalAttention(long length) implements Attention {
  @Override
  public Tensor ofPositions(Tensor table) {
    return table.narrow(0, 0, length);
  }

  @Override
  public Tensor attend(int layer, Tensor query, Tensor key, Tensor value, int window) {
    boolean whole = length <= window;
    return torch.scaled_dot_product_attention(
        query,
        GroupedHeads.expand(key, query.size(1)),
        GroupedHeads.expand(value, query.size(1)),
        whole ? new TensorOptional() : new TensorOptional(mask(window, query)),
        0.0,
        whole,
        new DoubleOptional(),
        false);
  }

  /** [length, length]: minus infinity for what lies after a token or before its window. */
  private Tensor mask(int window, Tensor query) {
    int size = Math.toIntExact(length);
    float[] mask = new float[size * size];
    Arrays.fill(mask, Float.NEGATIVE_INFINITY);
    for (int token = 0; token < size; token++) {
      int first = Math.max(0, token - window + 1);
      Arrays.fill(mask, token * size + first, token * size + token + 1, 0);
    }
    return Placement.of(query).placed(Tensor.create(mask, size, size));
  }
}

package org.ethogram.torch.network;

import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Whole sequences from their first token: each token sees itself and those before it. */
public record CausalAttention(long length) implements Attention {
  @Override
  public RotaryAngles angles(RotaryTable table) {
    return table.fromStart(length);
  }

  @Override
  public Tensor attend(int layer, Tensor query, Tensor key, Tensor value) {
    return torch.scaled_dot_product_attention(
        query,
        GroupedHeads.expand(key, query.size(1)),
        GroupedHeads.expand(value, query.size(1)),
        new TensorOptional(),
        0.0,
        true,
        new DoubleOptional(),
        false);
  }
}

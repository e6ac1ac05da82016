package org.ethogram.torch.network;

import org.bytedeco.pytorch.Tensor;

/**
 * The heads of one layer's attention.
 *
 * @param layer from 0
 * @param window how many of the latest tokens a token sees, itself included
 */
public record AttentionHeads(int layer, long headSize, int window) {
  /**
   * @param projected [batch, length, heads x headSize]
   * @return [batch, length, heads, headSize]
   */
  public Tensor split(Tensor projected) {
    return projected.view(projected.size(0), projected.size(1), -1, headSize);
  }

  /**
   * @param queries [batch, length, heads, headSize], as keys and values
   * @return [batch, wanted, heads x headSize]
   */
  public Tensor attend(Attention attention, Tensor queries, Tensor keys, Tensor values) {
    Tensor context =
        attention.attend(
            layer,
            attention.wanted(layer, queries).transpose(1, 2),
            keys.transpose(1, 2),
            values.transpose(1, 2),
            window);
    return context.transpose(1, 2).flatten(2, 3);
  }
}

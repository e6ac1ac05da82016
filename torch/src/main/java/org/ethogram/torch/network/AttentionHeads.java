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
   * @return [batch, wanted, heads x headSize]
   */
  public Tensor attend(Attention attention, AttentionInputs inputs) {
    Tensor context =
        attention.attend(
            layer,
            attention.wanted(layer, inputs.queries()).transpose(1, 2),
            inputs.keys().transpose(1, 2),
            inputs.values().transpose(1, 2),
            window);
    return context.transpose(1, 2).flatten(2, 3);
  }
}

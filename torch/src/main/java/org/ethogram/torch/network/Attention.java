package org.ethogram.torch.network;

import org.bytedeco.pytorch.Tensor;

/**
 * What the tokens of one forward pass see: the only part in which training on whole sequences and
 * inference after cached tokens differ.
 */
public interface Attention {
  /** The rotations for the positions of the tokens of this pass. */
  RotaryAngles angles(RotaryTable table);

  /**
   * Softmax attention of one layer, scaled by the root of the head size.
   *
   * @param layer from 0
   * @param query rotated, [batch, heads, length, headSize]
   * @param key rotated, [batch, keyValueHeads, length, headSize]
   * @param value [batch, keyValueHeads, length, headSize]
   * @return [batch, heads, length, headSize]
   */
  Tensor attend(int layer, Tensor query, Tensor key, Tensor value);
}

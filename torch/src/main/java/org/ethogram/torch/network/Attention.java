package org.ethogram.torch.network;

import org.bytedeco.pytorch.Tensor;

/**
 * What the tokens of one forward pass see: the only part in which training on whole sequences and
 * inference after cached tokens differ.
 */
public interface Attention {
  /** The window of a token that sees every token before it. */
  int EVERYTHING = Integer.MAX_VALUE;

  /**
   * The rows of a table for the positions of the tokens of this pass.
   *
   * @param table [contextLength, ...]
   * @return [length, ...] where all sequences begin alike, or [batch, length, ...]
   */
  Tensor ofPositions(Tensor table);

  /** The rotations for the positions of the tokens of this pass. */
  default RotaryAngles angles(RotaryTable table) {
    return table.angles(this);
  }

  /**
   * Those tokens whose outcome of a layer is wanted: all, but in the last layer of an inference
   * only those after which something is predicted. The keys and values of all are needed anyway.
   *
   * @param perToken [batch, length, ...]
   * @return [batch, wanted, ...]
   */
  default Tensor wanted(int layer, Tensor perToken) {
    return perToken;
  }

  /**
   * Softmax attention of one layer, scaled by the root of the head size.
   *
   * @param layer from 0
   * @param query of the wanted tokens, rotated, [batch, heads, wanted, headSize]
   * @param key rotated, [batch, keyValueHeads, length, headSize]
   * @param value [batch, keyValueHeads, length, headSize]
   * @param window how many of the latest tokens a token sees, itself included
   * @return [batch, heads, wanted, headSize]
   */
  Tensor attend(int layer, Tensor query, Tensor key, Tensor value, int window);
}

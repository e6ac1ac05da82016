package org.ethogram.torch.network;

import org.bytedeco.pytorch.Tensor;

/**
 * What the tokens of one pass bring to a layer's attention; queries and keys are turned already.
 *
 * @param queries [batch, length, heads, headSize]
 * @param keys [batch, length, keyValueHeads, headSize]
 * @param values [batch, length, keyValueHeads, headSize]
 */
public record AttentionInputs(Tensor queries, Tensor keys, Tensor values) {}

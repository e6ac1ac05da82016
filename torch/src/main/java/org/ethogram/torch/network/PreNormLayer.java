package org.ethogram.torch.network;

import org.bytedeco.pytorch.Tensor;

/**
 * LLaMA's block: what attention and a gated perceptron read is normalised, what they give is added.
 *
 * <p>Source: Touvron et al. 2023, "LLaMA", section 2.2.
 */
public record PreNormLayer(
    Norm attentionNorm, RotaryAttention attention, Norm perceptronNorm, GatedPerceptron perceptron)
    implements DecoderLayer {
  @Override
  public Tensor apply(Tensor hidden, Attention seen) {
    Tensor carried = attention.wanted(hidden, seen);
    Tensor attended = carried.add(attention.apply(attentionNorm.apply(hidden), seen));
    return attended.add(perceptron.apply(perceptronNorm.apply(attended)));
  }
}

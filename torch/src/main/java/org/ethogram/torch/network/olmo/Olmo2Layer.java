package org.ethogram.torch.network.olmo;

import org.bytedeco.pytorch.Tensor;
import org.ethogram.torch.network.Attention;
import org.ethogram.torch.network.DecoderLayer;
import org.ethogram.torch.network.GatedPerceptron;
import org.ethogram.torch.network.Norm;
import org.ethogram.torch.network.RotaryAttention;

/** OLMo-2's block: what attention and a gated perceptron give is normalised before it is added. */
record Olmo2Layer(
    RotaryAttention attention, Norm attentionNorm, GatedPerceptron perceptron, Norm perceptronNorm)
    implements DecoderLayer {
  @Override
  public Tensor apply(Tensor hidden, Attention seen) {
    Tensor carried = attention.wanted(hidden, seen);
    Tensor attended = carried.add(attentionNorm.apply(attention.apply(hidden, seen)));
    return attended.add(perceptronNorm.apply(perceptron.apply(attended)));
  }
}

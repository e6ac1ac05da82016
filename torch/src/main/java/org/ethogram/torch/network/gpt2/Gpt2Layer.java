package org.ethogram.torch.network.gpt2;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.ethogram.torch.network.Attention;
import org.ethogram.torch.network.AttentionHeads;
import org.ethogram.torch.network.AttentionInputs;
import org.ethogram.torch.network.DecoderLayer;
import org.ethogram.torch.network.LayerNorm;
import org.ethogram.torch.network.Linear;
import org.ethogram.torch.network.Norm;
import org.ethogram.torch.network.Parameters;
import org.ethogram.torch.network.WeightLayout;

/** One block: attention, then a perceptron, each with its normalisation and residual. */
final class Gpt2Layer implements DecoderLayer {
  private final long width;
  private final AttentionHeads heads;
  private final Gelu activation;
  private final Norm attentionNorm;
  private final Linear queryKeyValue;
  private final Linear attentionOutput;
  private final Norm perceptronNorm;
  private final Linear perceptronInner;
  private final Linear perceptronOutput;

  Gpt2Layer(Gpt2Configuration configuration, Parameters parameters, int index) {
    width = configuration.width();
    int inner = configuration.innerWidth();
    double epsilon = configuration.normEpsilon();
    String name = "transformer.h." + index;
    heads = new AttentionHeads(index, configuration.shape().headSize(), Attention.EVERYTHING);
    activation = configuration.activation();
    attentionNorm = new LayerNorm(parameters, name + ".ln_1", width, epsilon);
    queryKeyValue = take(parameters, name + ".attn.c_attn", 3 * width, width);
    attentionOutput = take(parameters, name + ".attn.c_proj", width, width);
    perceptronNorm = new LayerNorm(parameters, name + ".ln_2", width, epsilon);
    perceptronInner = take(parameters, name + ".mlp.c_fc", inner, width);
    perceptronOutput = take(parameters, name + ".mlp.c_proj", width, inner);
  }

  private static Linear take(Parameters parameters, String name, long out, long in) {
    return Linear.take(parameters, name, WeightLayout.IN_OUT, out, in, true);
  }

  @Override
  public Tensor apply(Tensor hidden, Attention attention) {
    Tensor carried = attention.wanted(heads.layer(), hidden);
    Tensor attended = carried.add(attend(attentionNorm.apply(hidden), attention));
    return attended.add(perceptron(perceptronNorm.apply(attended)));
  }

  /** All queries lie first in the fused projection, then all keys, then all values. */
  private Tensor attend(Tensor hidden, Attention attention) {
    Tensor fused = queryKeyValue.apply(hidden);
    TensorVector parts = fused.split(width, 2);
    AttentionInputs inputs =
        new AttentionInputs(
            heads.split(parts.get(0)), heads.split(parts.get(1)), heads.split(parts.get(2)));
    return attentionOutput.apply(heads.attend(attention, inputs));
  }

  private Tensor perceptron(Tensor hidden) {
    return perceptronOutput.apply(activation.apply(perceptronInner.apply(hidden)));
  }
}

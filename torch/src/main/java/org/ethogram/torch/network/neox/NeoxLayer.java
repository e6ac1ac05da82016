package org.ethogram.torch.network.neox;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.torch.network.Attention;
import org.ethogram.torch.network.Linear;
import org.ethogram.torch.network.Parameters;
import org.ethogram.torch.network.RotaryAngles;

/** One block: attention and a perceptron, each with its normalisation and its residual. */
final class NeoxLayer {
  private final int index;
  private final long heads;
  private final long headSize;
  private final long width;
  private final boolean parallelResidual;
  private final NeoxNorm attentionNorm;
  private final NeoxNorm perceptronNorm;
  private final Linear queryKeyValue;
  private final Linear attentionOutput;
  private final Linear perceptronInner;
  private final Linear perceptronOutput;

  NeoxLayer(NeoxConfiguration configuration, Parameters parameters, int index) {
    this.index = index;
    this.heads = configuration.heads();
    this.headSize = configuration.headSize();
    this.width = configuration.width();
    this.parallelResidual = configuration.parallelResidual();
    String name = "gpt_neox.layers." + index + ".";
    int inner = configuration.innerWidth();
    boolean bias = configuration.attentionBias();
    attentionNorm = new NeoxNorm(configuration, parameters, name + "input_layernorm");
    perceptronNorm = new NeoxNorm(configuration, parameters, name + "post_attention_layernorm");
    queryKeyValue =
        Linear.take(parameters, name + "attention.query_key_value", 3 * width, width, bias);
    attentionOutput = Linear.take(parameters, name + "attention.dense", width, width, bias);
    perceptronInner = Linear.take(parameters, name + "mlp.dense_h_to_4h", inner, width, true);
    perceptronOutput = Linear.take(parameters, name + "mlp.dense_4h_to_h", width, inner, true);
  }

  Tensor apply(Tensor hidden, RotaryAngles angles, Attention attention) {
    Tensor carried = attention.wanted(index, hidden);
    Tensor attended = carried.add(attend(attentionNorm.apply(hidden), angles, attention));
    Tensor read = parallelResidual ? carried : attended;
    return attended.add(perceptron(perceptronNorm.apply(read)));
  }

  /** Each head's query, key and value lie side by side in the fused projection. */
  private Tensor attend(Tensor hidden, RotaryAngles angles, Attention attention) {
    long batch = hidden.size(0);
    long length = hidden.size(1);
    Tensor fused = queryKeyValue.apply(hidden).view(batch, length, heads, 3, headSize);
    Tensor rotated = angles.rotatePaired(fused.narrow(3, 0, 2));
    Tensor query = attention.wanted(index, rotated.select(3, 0)).transpose(1, 2);
    Tensor key = rotated.select(3, 1).transpose(1, 2);
    Tensor value = fused.select(3, 2).transpose(1, 2);
    Tensor context = attention.attend(index, query, key, value);
    return attentionOutput.apply(context.transpose(1, 2).reshape(batch, -1, width));
  }

  private Tensor perceptron(Tensor hidden) {
    return perceptronOutput.apply(torch.gelu(perceptronInner.apply(hidden)));
  }
}

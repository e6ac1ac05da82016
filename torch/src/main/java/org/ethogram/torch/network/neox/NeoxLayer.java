package org.ethogram.torch.network.neox;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.torch.network.Attention;
import org.ethogram.torch.network.DecoderLayer;
import org.ethogram.torch.network.LayerNorm;
import org.ethogram.torch.network.Linear;
import org.ethogram.torch.network.Norm;
import org.ethogram.torch.network.Parameters;
import org.ethogram.torch.network.RotaryTable;

/** One block: attention and a perceptron, each with its normalisation and its residual. */
final class NeoxLayer implements DecoderLayer {
  private final RotaryTable rotary;
  private final int index;
  private final long heads;
  private final long headSize;
  private final long width;
  private final boolean parallelResidual;
  private final Norm attentionNorm;
  private final Norm perceptronNorm;
  private final Linear queryKeyValue;
  private final Linear attentionOutput;
  private final Linear perceptronInner;
  private final Linear perceptronOutput;

  NeoxLayer(NeoxConfiguration configuration, Parameters parameters, RotaryTable rotary, int index) {
    this.rotary = rotary;
    this.index = index;
    this.heads = configuration.heads();
    this.headSize = configuration.headSize();
    this.width = configuration.width();
    this.parallelResidual = configuration.parallelResidual();
    String name = "gpt_neox.layers." + index + ".";
    int inner = configuration.innerWidth();
    double epsilon = configuration.normEpsilon();
    boolean bias = configuration.attentionBias();
    attentionNorm = new LayerNorm(parameters, name + "input_layernorm", width, epsilon);
    perceptronNorm = new LayerNorm(parameters, name + "post_attention_layernorm", width, epsilon);
    queryKeyValue =
        Linear.take(parameters, name + "attention.query_key_value", 3 * width, width, bias);
    attentionOutput = Linear.take(parameters, name + "attention.dense", width, width, bias);
    perceptronInner = Linear.take(parameters, name + "mlp.dense_h_to_4h", inner, width, true);
    perceptronOutput = Linear.take(parameters, name + "mlp.dense_4h_to_h", width, inner, true);
  }

  @Override
  public Tensor apply(Tensor hidden, Attention attention) {
    Tensor carried = attention.wanted(index, hidden);
    Tensor attended = carried.add(attend(attentionNorm.apply(hidden), attention));
    Tensor read = parallelResidual ? carried : attended;
    return attended.add(perceptron(perceptronNorm.apply(read)));
  }

  /** Each head's query, key and value lie side by side in the fused projection. */
  private Tensor attend(Tensor hidden, Attention attention) {
    long batch = hidden.size(0);
    long length = hidden.size(1);
    Tensor fused = queryKeyValue.apply(hidden).view(batch, length, heads, 3, headSize);
    Tensor rotated = attention.angles(rotary).rotatePaired(fused.narrow(3, 0, 2));
    Tensor query = attention.wanted(index, rotated.select(3, 0)).transpose(1, 2);
    Tensor key = rotated.select(3, 1).transpose(1, 2);
    Tensor value = fused.select(3, 2).transpose(1, 2);
    Tensor context = attention.attend(index, query, key, value, Attention.EVERYTHING);
    return attentionOutput.apply(context.transpose(1, 2).reshape(batch, -1, width));
  }

  private Tensor perceptron(Tensor hidden) {
    return perceptronOutput.apply(torch.gelu(perceptronInner.apply(hidden)));
  }
}

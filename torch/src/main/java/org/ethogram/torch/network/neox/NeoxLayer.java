package org.ethogram.torch.network.neox;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.torch.network.Attention;
import org.ethogram.torch.network.AttentionHeads;
import org.ethogram.torch.network.AttentionInputs;
import org.ethogram.torch.network.DecoderLayer;
import org.ethogram.torch.network.JoinedProjection;
import org.ethogram.torch.network.LayerNorm;
import org.ethogram.torch.network.Linear;
import org.ethogram.torch.network.Norm;
import org.ethogram.torch.network.Parameters;
import org.ethogram.torch.network.RotaryAngles;
import org.ethogram.torch.network.RotaryTable;

/** One block: attention and a perceptron, each with its normalisation and its residual. */
final class NeoxLayer implements DecoderLayer {
  private final RotaryTable rotary;
  private final AttentionHeads heads;
  private final boolean parallelResidual;
  private final Norm attentionNorm;
  private final Norm perceptronNorm;
  private final Linear queryKeyValue;
  private final JoinedProjection joined;
  private final Linear attentionOutput;
  private final Linear perceptronInner;
  private final Linear perceptronOutput;

  NeoxLayer(NeoxConfiguration configuration, Parameters parameters, RotaryTable rotary, int index) {
    this.rotary = rotary;
    this.heads = new AttentionHeads(index, configuration.headSize(), Attention.EVERYTHING);
    this.parallelResidual = configuration.parallelResidual();
    int width = configuration.width();
    String name = "gpt_neox.layers." + index + ".";
    int inner = configuration.innerWidth();
    double epsilon = configuration.normEpsilon();
    boolean bias = configuration.attentionBias();
    attentionNorm = new LayerNorm(parameters, name + "input_layernorm", width, epsilon);
    perceptronNorm = new LayerNorm(parameters, name + "post_attention_layernorm", width, epsilon);
    queryKeyValue =
        Linear.take(parameters, name + "attention.query_key_value", 3L * width, width, bias);
    joined =
        JoinedProjection.of(parameters, queryKeyValue, configuration.shape(), rotary.rotated());
    attentionOutput = Linear.take(parameters, name + "attention.dense", width, width, bias);
    perceptronInner = Linear.take(parameters, name + "mlp.dense_h_to_4h", inner, width, true);
    perceptronOutput = Linear.take(parameters, name + "mlp.dense_4h_to_h", width, inner, true);
  }

  @Override
  public Tensor apply(Tensor hidden, Attention attention) {
    Tensor carried = attention.wanted(heads.layer(), hidden);
    Tensor attended = carried.add(attend(attentionNorm.apply(hidden), attention));
    Tensor read = parallelResidual ? carried : attended;
    return attended.add(perceptron(perceptronNorm.apply(read)));
  }

  private Tensor attend(Tensor hidden, Attention attention) {
    RotaryAngles angles = attention.angles(rotary);
    AttentionInputs inputs =
        joined.serves(hidden) ? joined.apply(hidden, angles) : apart(hidden, angles);
    return attentionOutput.apply(heads.attend(attention, inputs));
  }

  /** Each head's query, key and value lie side by side in the fused projection. */
  private AttentionInputs apart(Tensor hidden, RotaryAngles angles) {
    Tensor fused = heads.split(queryKeyValue.apply(hidden)).unflatten(2, -1, 3);
    TensorVector parts = fused.split_with_sizes(new long[] {2, 1}, 3);
    TensorVector turned = angles.rotatePaired(parts.get(0)).unbind(3);
    return new AttentionInputs(turned.get(0), turned.get(1), parts.get(1).squeeze(3));
  }

  private Tensor perceptron(Tensor hidden) {
    return perceptronOutput.apply(torch.gelu(perceptronInner.apply(hidden)));
  }
}

package org.ethogram.torch.network.qwen;

import org.bytedeco.pytorch.Tensor;
import org.ethogram.torch.network.Attention;
import org.ethogram.torch.network.AttentionHeads;
import org.ethogram.torch.network.AttentionProjections;
import org.ethogram.torch.network.DecoderLayer;
import org.ethogram.torch.network.DecoderSizes;
import org.ethogram.torch.network.GatedPerceptron;
import org.ethogram.torch.network.Norm;
import org.ethogram.torch.network.Parameters;
import org.ethogram.torch.network.RootMeanSquareNorm;
import org.ethogram.torch.network.RotaryAngles;
import org.ethogram.torch.network.RotaryTable;

/**
 * One block: attention, within a window in some layers, then a gated perceptron, each with its
 * normalisation and residual.
 */
final class Qwen3Layer implements DecoderLayer {
  private final RotaryTable rotary;
  private final AttentionHeads heads;
  private final Norm attentionNorm;
  private final AttentionProjections projections;
  private final Norm queryNorm;
  private final Norm keyNorm;
  private final Norm perceptronNorm;
  private final GatedPerceptron perceptron;

  Qwen3Layer(
      Qwen3Configuration configuration, Parameters parameters, RotaryTable rotary, int index) {
    DecoderSizes sizes = configuration.sizes();
    int width = sizes.width();
    double epsilon = sizes.normEpsilon();
    String name = "model.layers." + index;
    boolean bias = configuration.attentionBias();
    long headSize = sizes.headSize();
    this.rotary = rotary;
    heads = new AttentionHeads(index, headSize, configuration.windows().of(index));
    attentionNorm = new RootMeanSquareNorm(parameters, name + ".input_layernorm", width, epsilon);
    projections =
        AttentionProjections.take(parameters, name + ".self_attn", sizes.shape(), bias, bias);
    queryNorm = new RootMeanSquareNorm(parameters, name + ".self_attn.q_norm", headSize, epsilon);
    keyNorm = new RootMeanSquareNorm(parameters, name + ".self_attn.k_norm", headSize, epsilon);
    perceptronNorm =
        new RootMeanSquareNorm(parameters, name + ".post_attention_layernorm", width, epsilon);
    perceptron = GatedPerceptron.take(parameters, name + ".mlp", width, sizes.innerWidth(), false);
  }

  @Override
  public Tensor apply(Tensor hidden, Attention attention) {
    Tensor carried = attention.wanted(heads.layer(), hidden);
    Tensor attended = carried.add(attend(attentionNorm.apply(hidden), attention));
    return attended.add(perceptron.apply(perceptronNorm.apply(attended)));
  }

  /** Each head's queries and keys are normalised apart, before they turn. */
  private Tensor attend(Tensor hidden, Attention attention) {
    RotaryAngles angles = attention.angles(rotary);
    Tensor queries = angles.rotate(queryNorm.apply(heads.split(projections.query().apply(hidden))));
    Tensor keys = angles.rotate(keyNorm.apply(heads.split(projections.key().apply(hidden))));
    Tensor values = heads.split(projections.value().apply(hidden));
    return projections.output().apply(heads.attend(attention, queries, keys, values));
  }
}

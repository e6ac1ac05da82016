package org.ethogram.torch.network.olmo;

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

/** One block: what attention and a gated perceptron give is normalised before it is added. */
final class Olmo2Layer implements DecoderLayer {
  private final RotaryTable rotary;
  private final AttentionHeads heads;
  private final AttentionProjections projections;
  private final Norm queryNorm;
  private final Norm keyNorm;
  private final Norm attentionNorm;
  private final GatedPerceptron perceptron;
  private final Norm perceptronNorm;

  Olmo2Layer(
      Olmo2Configuration configuration, Parameters parameters, RotaryTable rotary, int index) {
    DecoderSizes sizes = configuration.sizes();
    int width = sizes.width();
    double epsilon = sizes.normEpsilon();
    String name = "model.layers." + index;
    boolean bias = configuration.attentionBias();
    long headSize = sizes.headSize();
    this.rotary = rotary;
    heads = new AttentionHeads(index, headSize, Attention.EVERYTHING);
    projections =
        AttentionProjections.take(parameters, name + ".self_attn", sizes.shape(), bias, bias);
    queryNorm =
        new RootMeanSquareNorm(
            parameters, name + ".self_attn.q_norm", (long) sizes.heads() * headSize, epsilon);
    keyNorm =
        new RootMeanSquareNorm(
            parameters,
            name + ".self_attn.k_norm",
            (long) sizes.keyValueHeads() * headSize,
            epsilon);
    attentionNorm =
        new RootMeanSquareNorm(parameters, name + ".post_attention_layernorm", width, epsilon);
    perceptron = GatedPerceptron.take(parameters, name + ".mlp", width, sizes.innerWidth(), false);
    perceptronNorm =
        new RootMeanSquareNorm(parameters, name + ".post_feedforward_layernorm", width, epsilon);
  }

  @Override
  public Tensor apply(Tensor hidden, Attention attention) {
    Tensor carried = attention.wanted(heads.layer(), hidden);
    Tensor attended = carried.add(attentionNorm.apply(attend(hidden, attention)));
    return attended.add(perceptronNorm.apply(perceptron.apply(attended)));
  }

  /** Queries and keys are normalised over all heads together, before they turn. */
  private Tensor attend(Tensor hidden, Attention attention) {
    RotaryAngles angles = attention.angles(rotary);
    Tensor queries = angles.rotate(heads.split(queryNorm.apply(projections.query().apply(hidden))));
    Tensor keys = angles.rotate(heads.split(keyNorm.apply(projections.key().apply(hidden))));
    Tensor values = heads.split(projections.value().apply(hidden));
    return projections.output().apply(heads.attend(attention, queries, keys, values));
  }
}

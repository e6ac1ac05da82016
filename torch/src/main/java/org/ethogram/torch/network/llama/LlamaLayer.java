package org.ethogram.torch.network.llama;

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

/** One block: attention, then a gated perceptron, each with its normalisation and residual. */
final class LlamaLayer implements DecoderLayer {
  private final RotaryTable rotary;
  private final AttentionHeads heads;
  private final Norm attentionNorm;
  private final AttentionProjections projections;
  private final Norm perceptronNorm;
  private final GatedPerceptron perceptron;

  LlamaLayer(
      LlamaConfiguration configuration, Parameters parameters, RotaryTable rotary, int index) {
    DecoderSizes sizes = configuration.sizes();
    int width = sizes.width();
    double epsilon = sizes.normEpsilon();
    String name = "model.layers." + index;
    boolean bias = configuration.attentionBias();
    this.rotary = rotary;
    heads = new AttentionHeads(index, sizes.headSize(), Attention.EVERYTHING);
    attentionNorm = new RootMeanSquareNorm(parameters, name + ".input_layernorm", width, epsilon);
    projections =
        AttentionProjections.take(parameters, name + ".self_attn", sizes.shape(), bias, bias);
    perceptronNorm =
        new RootMeanSquareNorm(parameters, name + ".post_attention_layernorm", width, epsilon);
    perceptron =
        GatedPerceptron.take(
            parameters, name + ".mlp", width, sizes.innerWidth(), configuration.perceptronBias());
  }

  @Override
  public Tensor apply(Tensor hidden, Attention attention) {
    Tensor carried = attention.wanted(heads.layer(), hidden);
    Tensor attended = carried.add(attend(attentionNorm.apply(hidden), attention));
    return attended.add(perceptron.apply(perceptronNorm.apply(attended)));
  }

  private Tensor attend(Tensor hidden, Attention attention) {
    RotaryAngles angles = attention.angles(rotary);
    Tensor queries = angles.rotate(heads.split(projections.query().apply(hidden)));
    Tensor keys = angles.rotate(heads.split(projections.key().apply(hidden)));
    Tensor values = heads.split(projections.value().apply(hidden));
    return projections.output().apply(heads.attend(attention, queries, keys, values));
  }
}

package org.ethogram.torch.network;

import java.util.Optional;

/**
 * Takes the parts of one layer, by the names that LLaMA and its descendants share.
 *
 * @param index of the layer, from 0
 */
public record LayerParts(DecoderSizes sizes, Parameters parameters, RotaryTable rotary, int index) {
  /** A normalisation of hidden states, such as {@code input_layernorm}. */
  public Norm norm(String name) {
    return norm(name, sizes.width());
  }

  /** A normalisation over {@code width} numbers. */
  public Norm norm(String name, long width) {
    return new RootMeanSquareNorm(parameters, named(name), width, sizes.normEpsilon());
  }

  /**
   * Attention without normalisation of its own.
   *
   * @param window how many of the latest tokens a token sees, itself included
   * @param inputBias whether queries, keys and values have biases
   */
  public RotaryAttention attention(int window, boolean inputBias, boolean outputBias) {
    NetworkShape shape = sizes.shape();
    AttentionProjections projections =
        AttentionProjections.take(parameters, named("self_attn"), shape, inputBias, outputBias);
    return new RotaryAttention(
        rotary,
        new AttentionHeads(index, sizes.headSize(), window),
        projections,
        Optional.of(JoinedProjection.of(parameters, projections, shape, rotary.rotated())),
        Norm.NONE,
        Norm.NONE);
  }

  public GatedPerceptron perceptron(boolean bias) {
    return GatedPerceptron.take(parameters, named("mlp"), sizes.width(), sizes.innerWidth(), bias);
  }

  private String named(String part) {
    return "model.layers." + index + "." + part;
  }
}

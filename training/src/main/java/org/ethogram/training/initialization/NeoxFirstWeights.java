package org.ethogram.training.initialization;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.core.Seed;
import org.ethogram.torch.network.ParameterSource;
import org.ethogram.torch.network.neox.NeoxConfiguration;

/**
 * The first weights of a GPT-NeoX network: normal by chance, norms at one, biases at zero but for
 * what {@link LookBack} gives.
 *
 * <p>Matrices have variance 1/fan-in; those that write to the residual stream are smaller by {@code
 * outputScale} and the root of twice the number of layers (Radford et al. 2019, section 2.3). Each
 * parameter has a seed of its own.
 *
 * @param embeddingDeviation standard deviation of the input embedding
 * @param outputScale at most 1 keeps the token itself strong in the residual stream
 */
public record NeoxFirstWeights(
    NeoxConfiguration configuration,
    double embeddingDeviation,
    double outputScale,
    LookBack lookBack,
    Seed seed)
    implements ParameterSource {
  @Override
  public Tensor take(String name, long... shape) {
    float[] values =
        new float[Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact))];
    if (name.equals("gpt_neox.layers.0.attention.query_key_value.bias")) {
      values =
          lookBack.biases(
              configuration.heads(),
              configuration.headSize(),
              configuration.rotated(),
              configuration.rotaryBase());
    } else if (shape.length == 1) {
      Arrays.fill(values, name.endsWith(".weight") ? 1 : 0);
    } else {
      draw(values, deviation(name, shape[1]), seed.derive(name).generator());
    }
    return Tensor.create(values, shape);
  }

  private double deviation(String name, long fanIn) {
    if (name.equals("gpt_neox.embed_in.weight")) {
      return embeddingDeviation;
    }
    double deviation = 1 / Math.sqrt((double) fanIn);
    boolean writesToResidual =
        name.endsWith("attention.dense.weight") || name.endsWith("mlp.dense_4h_to_h.weight");
    return writesToResidual
        ? outputScale * deviation / Math.sqrt(2.0 * configuration.layers())
        : deviation;
  }

  private static void draw(float[] values, double deviation, RandomGenerator random) {
    for (int index = 0; index < values.length; index++) {
      values[index] = (float) random.nextGaussian(0, deviation);
    }
  }
}

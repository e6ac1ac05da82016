package org.ethogram.training.initialization;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.core.Seed;
import org.ethogram.torch.network.DecoderConfiguration;
import org.ethogram.torch.network.DecoderNetwork;
import org.ethogram.torch.network.ParameterSource;
import org.ethogram.torch.runtime.Natives;

/**
 * The first weights of a decoder of any architecture: embeddings and matrices normal by chance,
 * norms at one, biases at zero.
 *
 * <p>Matrices that write to the residual stream, two in each layer, are smaller by the root of
 * their number. Source: Radford et al. 2019, "Language Models are Unsupervised Multitask Learners",
 * section 2.3; the deviation is that of their published code. Each parameter has a seed of its own,
 * so its values do not depend on the others.
 *
 * @param layers of the network
 * @param deviation standard deviation of embeddings and matrices, above 0
 */
public record FirstWeights(int layers, double deviation, Seed seed) implements ParameterSource {
  /** The deviation of GPT-2, and of {@code initializer_range} in most {@code config.json}. */
  public static final double USUAL_DEVIATION = 0.02;

  private static final Set<String> WRITING_TO_THE_RESIDUAL =
      Set.of("o_proj", "down_proj", "c_proj", "dense", "dense_4h_to_h");

  public FirstWeights {
    if (layers < 1 || !(deviation > 0) || !Double.isFinite(deviation)) {
      throw new IllegalArgumentException("%d layers, deviation %s".formatted(layers, deviation));
    }
  }

  /** A network at the beginning of its training; equal seeds give equal parameters. */
  public static DecoderNetwork network(DecoderConfiguration configuration, Seed seed) {
    Natives.start();
    int layers = configuration.shape().layers();
    return new DecoderNetwork(configuration, new FirstWeights(layers, USUAL_DEVIATION, seed));
  }

  @Override
  public Tensor take(String name, long... shape) {
    float[] values =
        new float[Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact))];
    if (shape.length > 1) {
      draw(values, deviationOf(name), seed.derive(name).generator());
    } else if (name.endsWith(".weight")) {
      Arrays.fill(values, 1);
    }
    return Tensor.create(values, shape);
  }

  private double deviationOf(String name) {
    String[] parts = name.split("\\.");
    boolean writes = parts.length > 1 && WRITING_TO_THE_RESIDUAL.contains(parts[parts.length - 2]);
    return writes ? deviation / Math.sqrt(2.0 * layers) : deviation;
  }

  private static void draw(float[] values, double deviation, RandomGenerator random) {
    for (int index = 0; index < values.length; index++) {
      values[index] = (float) random.nextGaussian(0, deviation);
    }
  }
}

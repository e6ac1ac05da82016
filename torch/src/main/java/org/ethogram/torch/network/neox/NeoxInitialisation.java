package org.ethogram.torch.network.neox;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.core.Seed;
import org.ethogram.torch.network.ParameterSource;

/**
 * Parameters drawn by chance: weights from N(0, 1/fan-in), those that write to the residual stream
 * smaller by the root of twice the number of layers, norms at one, biases at zero.
 *
 * <p>Source: Radford et al. 2019, "Language Models are Unsupervised Multitask Learners", section
 * 2.3, for the smaller residual weights. Each parameter has its own seed, so its values do not
 * depend on the other sizes of the network.
 */
record NeoxInitialisation(NeoxConfiguration configuration, Seed seed) implements ParameterSource {
  @Override
  public Tensor take(String name, long... shape) {
    float[] values =
        new float[Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact))];
    if (shape.length == 1) {
      Arrays.fill(values, name.endsWith(".weight") ? 1 : 0);
    } else {
      draw(values, deviation(name, shape[1]), seed.derive(name).generator());
    }
    return Tensor.create(values, shape);
  }

  private double deviation(String name, long fanIn) {
    double deviation = 1 / Math.sqrt((double) fanIn);
    boolean writesToResidual =
        name.endsWith("attention.dense.weight") || name.endsWith("mlp.dense_4h_to_h.weight");
    return writesToResidual ? deviation / Math.sqrt(2.0 * configuration.layers()) : deviation;
  }

  private static void draw(float[] values, double deviation, RandomGenerator random) {
    for (int index = 0; index < values.length; index++) {
      values[index] = (float) random.nextGaussian(0, deviation);
    }
  }
}

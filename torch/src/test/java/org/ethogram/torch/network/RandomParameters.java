package org.ethogram.torch.network;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.core.Seed;

/** Parameters drawn around zero, and around one for the weights of norms. */
public final class RandomParameters {
  private RandomParameters() {}

  public static ParameterSource of(long seed) {
    return (name, shape) -> {
      var random = new Seed(seed).derive(name).generator();
      float[] values = new float[(int) Arrays.stream(shape).reduce(1, Math::multiplyExact)];
      double mean = shape.length == 1 && name.endsWith("weight") ? 1 : 0;
      double deviation = shape.length == 1 ? 0.1 : 1 / Math.sqrt((double) shape[1]);
      for (int index = 0; index < values.length; index++) {
        values[index] = (float) random.nextGaussian(mean, deviation);
      }
      return Tensor.create(values, shape);
    };
  }
}

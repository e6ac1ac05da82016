package org.ethogram.torch.adapters;

import java.util.random.RandomGenerator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.core.Seed;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.ParameterSource;

/** The tensors of an adapter at the beginning of its training, each drawn from its own seed. */
record FirstValues(CausalNetwork network, Seed seed) implements ParameterSource {
  @Override
  public Tensor take(String key, long... shape) {
    if (key.endsWith(AdapterKey.DOWN)) {
      return uniform(key, shape);
    }
    if (key.endsWith(AdapterKey.UP)) {
      return torch.zeros(shape);
    }
    Tensor replaced = network.parameters().get(key.substring(AdapterKey.PREFIX.length()));
    if (replaced == null) {
      throw new IllegalArgumentException("no parameter for " + key);
    }
    return replaced.detach().clone();
  }

  private Tensor uniform(String key, long... shape) {
    double bound = 1 / Math.sqrt((double) shape[1]);
    RandomGenerator random = seed.derive(key).generator();
    float[] values = new float[Math.toIntExact(Math.multiplyExact(shape[0], shape[1]))];
    for (int index = 0; index < values.length; index++) {
      values[index] = (float) random.nextDouble(-bound, bound);
    }
    return Tensor.create(values, shape);
  }
}

package org.ethogram.torch.adapters;

import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.core.Seed;
import org.ethogram.torch.network.CausalNetwork;

/** Adapters that change something: no tensor is as it was created. */
public final class TaughtAdapter {
  private TaughtAdapter() {}

  public static Adapter of(String name, LoraConfiguration configuration, CausalNetwork network) {
    Adapter adapter = Adapter.create(name, configuration, network, new Seed(1));
    try (var _ = new NoGradGuard()) {
      adapter
          .parameters()
          .forEach(
              (key, tensor) -> {
                var random = new Seed(2).derive(name).derive(key).generator();
                float[] noise = new float[(int) tensor.numel()];
                for (int index = 0; index < noise.length; index++) {
                  noise[index] = (float) random.nextGaussian(0, 0.2);
                }
                tensor.add_(Tensor.create(noise, tensor.shape()));
              });
    }
    return adapter;
  }
}

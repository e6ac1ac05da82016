package org.ethogram.training.language;

import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.torch.adapters.Adapter;
import org.ethogram.torch.network.CausalNetwork;

/**
 * What a training moves: all of a network, or one adapter of it while the rest stays as it is.
 *
 * @param tensors in an order that stays the same from run to run
 * @param pass runs a pass of the network with what is trained in effect
 */
public record TrainedParameters(List<Tensor> tensors, Pass pass) {
  public TrainedParameters {
    tensors = List.copyOf(tensors);
  }

  /** How a pass of the network runs. */
  @FunctionalInterface
  public interface Pass {
    Tensor of(Supplier<Tensor> loss);
  }

  /** Every parameter of the network. */
  public static TrainedParameters all(CausalNetwork network) {
    return new TrainedParameters(List.copyOf(network.parameters().values()), Supplier::get);
  }

  /** The adapter alone; its network's own parameters must not require gradients. */
  public static TrainedParameters of(Adapter adapter) {
    return new TrainedParameters(
        List.copyOf(adapter.parameters().values()), loss -> adapter.during(loss));
  }
}

package org.ethogram.training.language;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.torch.adapters.Adapter;
import org.ethogram.torch.network.Adaptation;
import org.ethogram.torch.network.CausalNetwork;

/**
 * What a training moves: all of a network, or one adapter of it while the rest stays as it is.
 *
 * @param tensors in an order that stays the same from run to run
 * @param adaptation in effect while it is trained
 */
public record TrainedParameters(List<Tensor> tensors, Optional<Adaptation> adaptation) {
  public TrainedParameters {
    tensors = List.copyOf(tensors);
  }

  /** Every parameter of the network. */
  public static TrainedParameters all(CausalNetwork network) {
    return new TrainedParameters(List.copyOf(network.parameters().values()), Optional.empty());
  }

  /** The adapter alone; its network's own parameters must not require gradients. */
  public static TrainedParameters of(Adapter adapter) {
    return new TrainedParameters(List.copyOf(adapter.parameters().values()), Optional.of(adapter));
  }

  /** The outcome of passes of the network with what is trained in effect. */
  public <T> T during(Supplier<T> passes) {
    return adaptation.isPresent() ? adaptation.get().during(passes) : passes.get();
  }
}

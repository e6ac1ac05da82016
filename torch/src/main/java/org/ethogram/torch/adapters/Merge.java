package org.ethogram.torch.adapters;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.Linear;

/**
 * An adapter worked into the weights of its network, until this is closed.
 *
 * <p>The network's own weights are set aside, not written to, so closing gives them back bit for
 * bit, and a network in mapped files can be merged. While merged, the network must not run with the
 * same adapter on, be trained, or serve other threads at the moment of merging and closing.
 */
public final class Merge implements AutoCloseable {
  private record SetAside(Tensor parameter, Tensor own) {}

  private final List<SetAside> setAside = new ArrayList<>();

  private Merge() {}

  public static Merge of(CausalNetwork network, Adapter adapter) {
    Merge merge = new Merge();
    try (var _ = new PointerScope();
        var _ = new NoGradGuard()) {
      for (Linear map : network.linearMaps().values()) {
        adapter
            .addition(map.name())
            .ifPresent(
                addition ->
                    merge.replace(
                        map.weight(),
                        map.weight().add(map.layout().turned(addition.weight()).contiguous())));
        adapter
            .replacement(map.name())
            .ifPresent(
                replacement -> {
                  merge.replace(map.weight(), replacement.weight().detach());
                  if (map.bias().has_value()) {
                    merge.replace(
                        parameter(network, map.name() + ".bias"),
                        replacement.bias().get().detach());
                  }
                });
      }
    }
    return merge;
  }

  private void replace(Tensor parameter, Tensor merged) {
    setAside.add(new SetAside(parameter, parameter.detach().retainReference()));
    parameter.__dispatch_set_data(merged);
  }

  private static Tensor parameter(CausalNetwork network, String name) {
    return Objects.requireNonNull(network.parameters().get(name), name);
  }

  /** Gives the network its own weights back. */
  @Override
  public void close() {
    setAside.forEach(
        aside -> {
          aside.parameter().__dispatch_set_data(aside.own());
          aside.own().releaseReference();
        });
    setAside.clear();
  }
}

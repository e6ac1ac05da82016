package org.ethogram.torch.network;

import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;

/**
 * What a pass computes in place of a network's own affine maps, such as what adapters add to them.
 *
 * <p>It belongs to the pass and not to the network, so one network serves passes with different
 * adaptations, and none, at once.
 */
@FunctionalInterface
public interface Adaptation {
  /** Bound while a pass runs adapted; where it is unbound, the network computes its own maps. */
  ScopedValue<Adaptation> CURRENT = ScopedValue.newInstance();

  /**
   * @param input [rows, ..., in]
   * @return [rows, ..., out]
   */
  Tensor apply(Linear map, Tensor input);

  /** The outcome of passes that run with this adaptation. */
  default <T> T during(Supplier<T> passes) {
    return ScopedValue.where(CURRENT, this).call(passes::get);
  }
}

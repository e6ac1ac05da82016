package org.ethogram.training.language;

import org.ethogram.torch.network.ProductPrecision;

/**
 * How the gradients of a step are computed.
 *
 * @param recomputation whether the backward pass computes each layer again instead of keeping what
 *     the forward pass saw in it: less memory for one more forward pass
 * @param precision of the matrix products
 */
public record Computation(boolean recomputation, ProductPrecision precision) {
  /** Nothing twice, and everything in full precision. */
  public static final Computation PLAIN = new Computation(false, ProductPrecision.FULL);
}

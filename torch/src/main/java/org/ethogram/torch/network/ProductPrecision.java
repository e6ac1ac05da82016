package org.ethogram.torch.network;

import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * With what the matrix products of a pass, and of its backward pass, are computed; it belongs to
 * the pass as an {@link Adaptation} does.
 *
 * <p>Attention, norms and the loss stay as precise as the parameters.
 */
public enum ProductPrecision {
  /** Numbers of the parameters' type. */
  FULL,
  /**
   * Factors rounded to bfloat16, sums kept in float32, products rounded to bfloat16, where the
   * parameters are float32: several times faster on processors and GPUs that have instructions for
   * it. Source: Kalamkar et al. 2019, "A Study of BFLOAT16 for Deep Learning Training", section 3;
   * mixed precision as such: Micikevicius et al. 2018.
   */
  BFLOAT16;

  private static final ScopedValue<ProductPrecision> CURRENT = ScopedValue.newInstance();

  /** The outcome of passes that compute their products so. */
  public <T> T during(Supplier<T> passes) {
    return ScopedValue.where(CURRENT, this).call(passes::get);
  }

  /**
   * An affine map as precise as the pass wants it.
   *
   * @param input [..., in]
   * @param weight [out, in], of the input's type
   * @param bias [out], or an empty optional
   * @return of the input's type, [..., out]
   */
  static Tensor linear(Tensor input, Tensor weight, TensorOptional bias) {
    return CURRENT.orElse(FULL) == BFLOAT16 && input.scalar_type().intern() == ScalarType.Float
        ? rounded(input, weight, bias)
        : torch.linear(input, weight, bias);
  }

  private static Tensor rounded(Tensor input, Tensor weight, TensorOptional bias) {
    Tensor product =
        torch
            .linear(
                input.to(ScalarType.BFloat16), weight.to(ScalarType.BFloat16), new TensorOptional())
            .to(ScalarType.Float);
    return bias.has_value() ? product.add(bias.get()) : product;
  }
}

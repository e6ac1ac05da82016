package org.ethogram.torch.engine;

import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

/**
 * Softmax attention over some of the keys, with what is needed to join it with the rest.
 *
 * <p>Source of the joining: Juravsky et al. 2024, "Hydragen", section 3.1.
 *
 * @param context [batch, heads, length, headSize]
 * @param logSumExp of the scaled scores, [batch, heads, length]
 */
record PartialAttention(Tensor context, Tensor logSumExp) {
  private static final OperatorHandle OPERATOR =
      Dispatcher.singleton()
          .findSchemaOrThrow("aten::_scaled_dot_product_flash_attention_for_cpu", "")
          .retainReference();

  static PartialAttention of(Tensor query, Tensor key, Tensor value, TensorOptional mask) {
    IValueVector stack =
        new IValueVector(
            new IValue(query),
            new IValue(key),
            new IValue(value),
            new IValue(0.0),
            new IValue(false),
            mask.has_value() ? new IValue(mask.get()) : new IValue(),
            new IValue());
    OPERATOR.callBoxed(stack);
    return new PartialAttention(stack.get(0).toTensor(), stack.get(1).toTensor());
  }

  /** Attention over the keys of both. */
  Tensor join(PartialAttention other) {
    Tensor share = logSumExp.sub(other.logSumExp).sigmoid().unsqueeze(-1);
    return other.context.lerp(context, share.to(context.scalar_type()));
  }
}

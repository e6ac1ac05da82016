package org.ethogram.training.optimization;

import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorType;
import org.bytedeco.pytorch.Type;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * libtorch's AdamW in one pass over parameters, gradients and moments, where single operators would
 * read and write them a dozen times. The tensors that a call makes belong to the caller's scope.
 */
final class FusedUpdate {
  private static final OperatorHandle OPERATOR =
      Dispatcher.singleton().findSchemaOrThrow("aten::_fused_adamw_", "").retainReference();

  private FusedUpdate() {}

  /**
   * @param step how many updates this one makes, from 1; counted in float32, so below 2^24
   */
  static void apply(
      Tensor values,
      Tensor gradients,
      Tensor firstMoment,
      Tensor secondMoment,
      long step,
      double learningRate,
      AdamW.Settings settings) {
    IValueVector stack =
        new IValueVector(
            list(values),
            list(gradients),
            list(firstMoment),
            list(secondMoment),
            list(),
            list(Tensor.create((float) step).to(values.device(), ScalarType.Float)),
            new IValue(learningRate),
            new IValue(settings.firstDecay()),
            new IValue(settings.secondDecay()),
            new IValue(settings.weightDecay()),
            new IValue(settings.epsilon()),
            new IValue(false),
            new IValue(false),
            new IValue(),
            new IValue());
    OPERATOR.callBoxed(stack);
  }

  private static IValue list(Tensor... tensors) {
    GenericList list = new GenericList(new Type.TypePtr(TensorType.get()));
    for (Tensor tensor : tensors) {
      list.push_back(new IValue(tensor));
    }
    return new IValue(list);
  }
}

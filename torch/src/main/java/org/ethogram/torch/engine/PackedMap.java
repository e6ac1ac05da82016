package org.ethogram.torch.engine;

import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * An affine map by oneDNN on a weight that it has packed.
 *
 * @param weight oneDNN's own copy, which nothing else can read
 * @param bias [out], or none
 */
record PackedMap(IValue weight, IValue bias) implements PreparedMap {
  private static final long TYPICAL_TOKENS = 32;

  /** What oneDNN's operator is told besides its tensors: that it shall do nothing more. */
  private record Operators(
      OperatorHandle pack,
      OperatorHandle apply,
      IValue noActivation,
      IValue noNumbers,
      IValue noAlgorithm) {
    static final Operators LOADED = load();

    private static Operators load() {
      OperatorHandle apply = operator("mkldnn::_linear_pointwise");
      var numbers = apply.schema().arguments().getPointer(4).type().get().containedType(0);
      return new Operators(
          operator("mkldnn::_reorder_linear_weight"),
          apply,
          new IValue("none").retainReference(),
          new IValue(new GenericList(numbers)).retainReference(),
          new IValue("").retainReference());
    }

    private static OperatorHandle operator(String name) {
      return Dispatcher.singleton().findSchemaOrThrow(name, "").retainReference();
    }
  }

  /** Whether this processor's oneDNN takes weights of this type. */
  static boolean isPossible(Tensor weight) {
    if (!torch.hasMKLDNN()) {
      return false;
    }
    if (weight.scalar_type().intern() == ScalarType.Float) {
      return true;
    }
    try (var _ = new PointerScope()) {
      PackedMap tried =
          of(torch.zeros(new long[] {16, 16}, weight.options()), new TensorOptional());
      Tensor _ = tried.apply(torch.zeros(new long[] {2, 16}, weight.options()));
      tried.pointers().forEach(Pointer::releaseReference);
      return true;
    } catch (RuntimeException e) {
      return false; // as on processors without AVX-512, for bfloat16
    }
  }

  /**
   * @param weight [out, in]
   */
  static PackedMap of(Tensor weight, TensorOptional bias) {
    IValueVector stack =
        new IValueVector(new IValue(weight.contiguous()), new IValue(TYPICAL_TOKENS));
    Operators.LOADED.pack().callBoxed(stack);
    return new PackedMap(
        new IValue(stack.get(0).toTensor()).retainReference(),
        (bias.has_value() ? new IValue(bias.get()) : new IValue()).retainReference());
  }

  @Override
  public Tensor apply(Tensor input) {
    Operators operators = Operators.LOADED;
    IValueVector stack =
        new IValueVector(
            new IValue(input.contiguous()),
            weight,
            bias,
            operators.noActivation(),
            operators.noNumbers(),
            operators.noAlgorithm());
    operators.apply().callBoxed(stack);
    return stack.get(0).toTensor();
  }

  /** What lives until it is released. */
  List<Pointer> pointers() {
    return List.of(weight, bias);
  }
}

package org.ethogram.torch.weights;

import java.lang.foreign.MemorySegment;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Tensors over memory that is not libtorch's. */
public final class MappedNumbers {
  private MappedNumbers() {}

  /**
   * A tensor of as many numbers as the bytes hold, read where they lie; it must not outlive them.
   *
   * @param bytes at least one number
   */
  public static Tensor tensor(MemorySegment bytes, ScalarType type, long... shape) {
    return torch.from_blob(new Address(bytes), shape, new TensorOptions(type));
  }

  private static final class Address extends Pointer {
    Address(MemorySegment bytes) {
      address = bytes.address();
    }
  }
}

package org.ethogram.torch.serialization;

import java.util.List;
import java.util.stream.Collectors;
import org.ethogram.torch.pickle.Value;

/**
 * A tensor as the pickle describes it: numbers of a storage, found by strides.
 *
 * @param offset the first number
 * @param strides numbers from one place of a dimension to the next
 */
record StridedView(StorageReference storage, long offset, List<Long> sizes, List<Long> strides)
    implements Value.Built {
  StridedView {
    sizes = List.copyOf(sizes);
    strides = List.copyOf(strides);
  }

  /**
   * @throws ArithmeticException where there are more than any file holds
   */
  long count() {
    return sizes.contains(0L) ? 0 : sizes.stream().reduce(1L, Math::multiplyExact);
  }

  /**
   * Numbers of the storage from the first of the tensor to behind its last, where it has any.
   *
   * @throws ArithmeticException where there are more than any file holds
   */
  long span() {
    long last = 0;
    for (int axis = 0; axis < sizes.size(); axis++) {
      last = Math.addExact(last, Math.multiplyExact(sizes.get(axis) - 1, strides.get(axis)));
    }
    return last + 1;
  }

  /** Whether the numbers lie row by row without gaps. */
  boolean isContiguous() {
    long expected = 1;
    for (int axis = sizes.size() - 1; axis >= 0; axis--) {
      if (sizes.get(axis) != 1 && strides.get(axis) != expected) {
        return false;
      }
      expected *= sizes.get(axis);
    }
    return true;
  }

  long[] shape() {
    return array(sizes);
  }

  long[] strideArray() {
    return array(strides);
  }

  /** How it lies, as a message says it. */
  String layout() {
    return "offset " + offset + ", shape " + text(sizes) + " and strides " + text(strides);
  }

  private static long[] array(List<Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }

  private static String text(List<Long> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(" x ", "[", "]"));
  }
}

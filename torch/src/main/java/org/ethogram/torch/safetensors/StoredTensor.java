package org.ethogram.torch.safetensors;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a file's header says of one tensor.
 *
 * @param begin first byte, counted from the end of the header
 * @param end first byte after it
 */
record StoredTensor(String name, ElementType type, List<Long> shape, long begin, long end) {
  StoredTensor {
    shape = List.copyOf(shape);
  }

  long[] sizes() {
    return shape.stream().mapToLong(Long::longValue).toArray();
  }

  /** The shape as a reader would write it, such as {@code 3 x 4}. */
  static String shapeText(long[] shape) {
    return shape.length == 0
        ? "scalar"
        : Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(" x "));
  }
}

package org.ethogram.training.optimization;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.torch.runtime.SideBySide;

/**
 * Neighbours in a long tensor, or in a list, on which one thread works while others work on other
 * ranges. Where ranges begin does not depend on the number of threads.
 *
 * @param start the first
 * @param count how many
 */
record Range(long start, long count) {
  /** Enough numbers that a thread works on them far longer than it takes to begin. */
  private static final long NUMBERS = 1 << 20;

  /** Of a tensor of so many numbers. */
  static List<Range> ofNumbers(long size) {
    return LongStream.range(0, Math.ceilDiv(size, NUMBERS))
        .mapToObj(which -> new Range(which * NUMBERS, Math.min(NUMBERS, size - which * NUMBERS)))
        .toList();
  }

  /** Of a list of tensors; those of a range hold about as many numbers as a range has. */
  static List<Range> ofTensors(List<Tensor> tensors) {
    List<Range> ranges = new ArrayList<>();
    int first = 0;
    long numbers = 0;
    for (int end = 1; end <= tensors.size(); end++) {
      numbers += tensors.get(end - 1).numel();
      if (numbers >= NUMBERS || end == tensors.size()) {
        ranges.add(new Range(first, end - first));
        first = end;
        numbers = 0;
      }
    }
    return ranges;
  }

  /** Works on all ranges side by side, without recording gradients. */
  static void each(List<Range> ranges, Consumer<Range> work) {
    SideBySide.run(ranges.stream().<Supplier<Range>>map(range -> () -> range.pass(work)).toList());
  }

  private Range pass(Consumer<Range> work) {
    try (PointerScope _ = new PointerScope();
        NoGradGuard _ = new NoGradGuard()) {
      work.accept(this);
      return this;
    }
  }

  /** A view of the numbers of a flat tensor. */
  Tensor of(Tensor flat) {
    return flat.narrow(0, start, count);
  }
}

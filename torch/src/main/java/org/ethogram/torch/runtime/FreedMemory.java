package org.ethogram.torch.runtime;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * What the C library does with memory that tensors gave back.
 *
 * <p>By default glibc returns the end of a heap to the system as soon as 128 KiB of it are free,
 * and a training step, whose tensors are all freed at its end, faults the same pages in again at
 * the next step.
 */
final class FreedMemory {
  private static final int TRIM_THRESHOLD = -1; // M_TRIM_THRESHOLD of malloc.h
  private static final int MAP_THRESHOLD = -3; // M_MMAP_THRESHOLD
  private static final int KEPT = 1 << 30;
  private static final int LARGEST_MAP_THRESHOLD = 32 << 20;

  private FreedMemory() {}

  /** Keeps up to 1 GiB for the next tensors; does nothing where the C library is not glibc. */
  static void keep() {
    set(TRIM_THRESHOLD, KEPT);
    set(MAP_THRESHOLD, LARGEST_MAP_THRESHOLD);
  }

  @SuppressWarnings("restricted") // The process must be started with native access enabled.
  private static void set(int option, int value) {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> function = linker.defaultLookup().find("mallopt");
    if (function.isEmpty()) {
      return;
    }
    MethodHandle mallopt =
        linker.downcallHandle(
            function.get(),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    try {
      int _ = (int) mallopt.invokeExact(option, value);
    } catch (Throwable e) {
      throw new IllegalStateException("the C library refused to keep freed memory", e);
    }
  }
}

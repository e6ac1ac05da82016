package org.ethogram.torch.runtime;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * The threads of OpenBLAS's own pool.
 *
 * <p>The presets raise their number to that of the cores when they load the library, whatever
 * OPENBLAS_NUM_THREADS says, and its idle threads spin: two models trained side by side then share
 * their cores with threads that only wait.
 */
final class BlasThreads {
  private BlasThreads() {}

  /** Does nothing where the loaded library is not OpenBLAS. */
  @SuppressWarnings("restricted") // The process must be started with native access enabled.
  static void set(int threads) {
    Optional<MemorySegment> function = SymbolLookup.loaderLookup().find("openblas_set_num_threads");
    if (function.isEmpty()) {
      return;
    }
    MethodHandle setThreads =
        Linker.nativeLinker()
            .downcallHandle(function.get(), FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT));
    try {
      setThreads.invokeExact(threads);
    } catch (Throwable e) {
      throw new IllegalStateException("OpenBLAS refused to use " + threads + " threads", e);
    }
  }

  /** How many threads the loaded OpenBLAS uses; empty where it is another library. */
  @SuppressWarnings("restricted") // The process must be started with native access enabled.
  static Optional<Integer> get() {
    return SymbolLookup.loaderLookup()
        .find("openblas_get_num_threads")
        .map(
            function -> {
              MethodHandle getThreads =
                  Linker.nativeLinker()
                      .downcallHandle(function, FunctionDescriptor.of(ValueLayout.JAVA_INT));
              try {
                return (int) getThreads.invokeExact();
              } catch (Throwable e) {
                throw new IllegalStateException("OpenBLAS does not tell its threads", e);
              }
            });
  }
}

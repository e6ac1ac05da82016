package org.ethogram.torch.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The environment variables that the native libraries read while they load.
 *
 * <p>OpenBLAS takes its Haswell kernels on some processors with AVX-512, at half their speed, and
 * keeps a thread pool of its own that fights OpenMP's; both are decided by variables. A variable
 * that the user has set stays as it is.
 */
final class NativeEnvironment {
  private NativeEnvironment() {}

  static SequencedMap<String, String> wanted() {
    SequencedMap<String, String> variables = new LinkedHashMap<>();
    variables.put("OPENBLAS_NUM_THREADS", "1");
    variables.put("OMP_NUM_THREADS", "1");
    variables.put("OMP_WAIT_POLICY", "PASSIVE");
    if (Processor.hasWideVectors()) {
      variables.put("OPENBLAS_CORETYPE", "SKYLAKEX");
    }
    return variables;
  }

  static void set(Map<String, String> variables) {
    Map<String, String> present = System.getenv();
    for (var variable : variables.entrySet()) {
      if (!present.containsKey(variable.getKey())) {
        set(variable.getKey(), variable.getValue());
      }
    }
  }

  @SuppressWarnings("restricted") // The process must be started with native access enabled.
  private static void set(String name, String value) {
    Linker linker = Linker.nativeLinker();
    SymbolLookup library = linker.defaultLookup();
    Optional<MemorySegment> posix = library.find("setenv");
    Optional<MemorySegment> windows = library.find("_putenv_s");
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment nameText = arena.allocateFrom(name);
      MemorySegment valueText = arena.allocateFrom(value);
      if (posix.isPresent()) {
        MethodHandle setenv =
            linker.downcallHandle(
                posix.get(),
                FunctionDescriptor.of(
                    ValueLayout.JAVA_INT,
                    ValueLayout.ADDRESS,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_INT));
        int _ = (int) setenv.invokeExact(nameText, valueText, 0);
      } else if (windows.isPresent()) {
        MethodHandle putenv =
            linker.downcallHandle(
                windows.get(),
                FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        int _ = (int) putenv.invokeExact(nameText, valueText);
      }
    } catch (Throwable e) {
      throw new IllegalStateException("the C library refused to set " + name, e);
    }
  }
}

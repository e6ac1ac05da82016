package org.ethogram.training.parallel;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The standard output of this process, kept clean of what native code prints to it: Gloo announces
 * every connection there, where commands print results for other programs.
 */
final class StandardOutput {
  private static final int OUTPUT = 1;
  private static final int ERROR = 2;
  private static final Linker LINKER = Linker.nativeLinker();

  private StandardOutput() {}

  /** What happens meanwhile is printed to standard error; as before where the system lacks dup. */
  static synchronized <T> T toErrorDuring(Supplier<T> work) {
    System.out.flush();
    Optional<MethodHandle> dup =
        function("dup", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    FunctionDescriptor ofTwo =
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    Optional<MethodHandle> dup2 = function("dup2", ofTwo);
    Optional<MethodHandle> close =
        function("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    if (dup.isEmpty() || dup2.isEmpty() || close.isEmpty()) {
      return work.get();
    }
    int kept = call(dup.get(), OUTPUT);
    call(dup2.get(), ERROR, OUTPUT);
    try {
      return work.get();
    } finally {
      call(dup2.get(), kept, OUTPUT);
      call(close.get(), kept);
    }
  }

  @SuppressWarnings("restricted") // The process must be started with native access enabled.
  private static Optional<MethodHandle> function(String name, FunctionDescriptor type) {
    Optional<MemorySegment> address = LINKER.defaultLookup().find(name);
    return address.map(found -> LINKER.downcallHandle(found, type));
  }

  private static int call(MethodHandle function, Object... numbers) {
    try {
      return (int) function.invokeWithArguments(numbers);
    } catch (Throwable e) {
      throw new IllegalStateException("the C library refused to redirect the output", e);
    }
  }
}

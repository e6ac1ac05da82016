package org.ethogram.torch.hub;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;

/**
 * The lock of {@code flock(2)}, which Python's filelock takes on Linux and macOS.
 *
 * <p>Java's own file locks are those of {@code fcntl(2)} there, and the two do not see each other.
 */
@SuppressWarnings("restricted") // calls of the C library
final class Flock implements AutoCloseable {
  private static final int READ_WRITE = 2;
  private static final int EXCLUSIVE_NOW = 2 | 4;
  private static final int INTERRUPTED = 4;
  private static final boolean LINUX = system().startsWith("linux");
  private static final int WOULD_BLOCK = LINUX ? 11 : 35;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
  private static final MethodHandle OPEN =
      function(
          "open",
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle FLOCK =
      function(
          "flock",
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
  private static final MethodHandle CLOSE =
      function("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

  private final int descriptor;

  private Flock(int descriptor) {
    this.descriptor = descriptor;
  }

  static boolean isSupported() {
    return LINUX || system().startsWith("mac");
  }

  /** The lock of a file, which is made where it is absent; nothing while another holds it. */
  static Optional<Flock> tryLock(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      int descriptor =
          (int) OPEN.invokeExact(state, arena.allocateFrom(file.toString()), READ_WRITE);
      if (descriptor < 0) {
        throw new IOException("the lock file cannot be opened, error " + errno(state));
      }
      int outcome;
      do {
        outcome = (int) FLOCK.invokeExact(state, descriptor, EXCLUSIVE_NOW);
      } while (outcome < 0 && errno(state) == INTERRUPTED);
      var lock = new Flock(descriptor);
      if (outcome == 0) {
        return Optional.of(lock);
      }
      if (errno(state) != WOULD_BLOCK) {
        return Optional.of(lock); // a file system without locks: the hash has to decide alone
      }
      lock.close();
      return Optional.empty();
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a C function throws nothing", e);
    }
  }

  @Override
  public void close() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      int outcome = (int) CLOSE.invokeExact(arena.allocate(STATE), descriptor);
      if (outcome < 0) {
        throw new IOException("a lock file cannot be closed");
      }
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a C function throws nothing", e);
    }
  }

  private static int errno(MemorySegment state) {
    return (int) ERRNO.get(state, 0L);
  }

  private static MethodHandle function(
      String name, FunctionDescriptor shape, Linker.Option... options) {
    SymbolLookup library = LINKER.defaultLookup();
    Linker.Option[] all = java.util.Arrays.copyOf(options, options.length + 1);
    all[options.length] = Linker.Option.captureCallState("errno");
    return LINKER.downcallHandle(library.find(name).orElseThrow(), shape, all);
  }

  private static String system() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
  }
}

package org.ethogram.torch.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.jspecify.annotations.Nullable;

/**
 * The native libraries: libtorch and OpenBLAS.
 *
 * <p>They load once for a process. Every operation uses one thread; how many threads compute {@link
 * SideBySide} is fixed then: as many as there are processors, or what the environment variable
 * {@code ETHOGRAM_THREADS} says.
 */
public final class Natives {
  public static final String THREADS_VARIABLE = "ETHOGRAM_THREADS";

  private static @Nullable Natives started;

  private final int threads;
  private final Map<String, String> libraries;
  private final Cuda cuda;

  private Natives(int threads) {
    this.threads = threads;
    this.libraries = versions();
    this.cuda = Cuda.load();
  }

  /**
   * Loads the libraries unless they are loaded already.
   *
   * @throws EthogramException {@code ENVIRONMENT} when this machine cannot load them
   */
  public static synchronized Natives start() {
    Natives natives = started;
    if (natives == null) {
      natives = load(threadsFrom(System.getenv(THREADS_VARIABLE)));
      started = natives;
      NativeWork.finishBeforeExit();
    }
    return natives;
  }

  /** Threads that compute side by side, each operation on one of them. */
  public int threads() {
    return threads;
  }

  /** What computes, in words, for {@link org.ethogram.core.Provenance#device()}. */
  public String device() {
    String count = threads == 1 ? "1 thread" : threads + " threads";
    return "cpu, " + count + (hasCuda() ? ", cuda present" : "");
  }

  public boolean hasCuda() {
    return torch.cuda_is_available();
  }

  /** What libtorch makes of CUDA here, and why it cannot use it. */
  public Cuda cuda() {
    return cuda;
  }

  /** Version by name of each library that can change a number. */
  public Map<String, String> libraries() {
    return libraries;
  }

  static int threadsFrom(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Runtime.getRuntime().availableProcessors();
    }
    try {
      int threads = Integer.parseInt(text.strip());
      if (threads >= 1) {
        return threads;
      }
    } catch (NumberFormatException e) {
      // Reported below, together with numbers below 1.
    }
    throw new EthogramException(
        ErrorCode.ENVIRONMENT,
        THREADS_VARIABLE,
        "'" + text + "' is not a number of threads",
        "Set it to a whole number of at least 1, or unset it");
  }

  private static Natives load(int threads) {
    NativeEnvironment.set(NativeEnvironment.wanted());
    // The default limit of four times the heap counts mapped weights and ends training.
    if (System.getProperty("org.bytedeco.javacpp.maxphysicalbytes") == null) {
      System.setProperty("org.bytedeco.javacpp.maxphysicalbytes", "0");
    }
    try {
      Loader.load(torch.class);
      torch.set_num_threads(1);
      BlasThreads.set(1);
      FreedMemory.keep();
    } catch (LinkageError | RuntimeException e) {
      throw unavailable(e);
    }
    return new Natives(threads);
  }

  static EthogramException unavailable(Throwable cause) {
    String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    return new EthogramException(
        ErrorCode.ENVIRONMENT,
        "libtorch for " + platform,
        "the native libraries did not load (" + cause.getMessage() + ")",
        "Check that this platform is one of Linux x86_64, macOS and Windows x86_64, that the"
            + " temporary and cache folders can be written, and run 'ethogram doctor'",
        cause);
  }

  private static Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    versions.put("libtorch", version("pytorch"));
    versions.put("openblas", version("openblas"));
    versions.put("javacpp", version("javacpp"));
    versions.put("tokenizers", tokenizersVersion());
    return Map.copyOf(versions);
  }

  private static String tokenizersVersion() {
    try (InputStream file =
        Natives.class.getResourceAsStream("/native/lib/tokenizers.properties")) {
      Properties properties = new Properties();
      if (file != null) {
        properties.load(file);
      }
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }

  private static String version(String artifact) {
    try {
      String version = Loader.getVersion("org.bytedeco", artifact);
      return version == null ? "unknown" : version;
    } catch (IOException e) {
      return "unknown";
    }
  }
}

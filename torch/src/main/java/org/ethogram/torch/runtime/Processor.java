package org.ethogram.torch.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What this machine's processor can do, as far as Linux tells. */
public final class Processor {
  private static final Path TOLD = Path.of("/proc/cpuinfo");
  private static final Set<String> FLAGS = flags();

  private Processor() {}

  static boolean hasWideVectors() {
    return FLAGS.contains("avx512f");
  }

  /** Whether it has instructions for matrix products in bfloat16; false where nothing tells. */
  public static boolean multipliesBfloat16() {
    return FLAGS.contains("amx_bf16") || FLAGS.contains("avx512_bf16");
  }

  private static Set<String> flags() {
    if (!Files.isReadable(TOLD)) {
      return Set.of();
    }
    try (var lines = Files.lines(TOLD)) {
      String flags = lines.filter(line -> line.startsWith("flags")).findFirst().orElse("");
      return Set.copyOf(List.of(flags.split("\\s+")));
    } catch (IOException e) {
      return Set.of();
    }
  }
}

package org.ethogram.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The command as a process of its own, whose output does not arrive. */
class StandardOutputTest {
  private static final File FULL = new File("/dev/full");

  @Test
  void aResultThatCannotBeWrittenIsAnError() throws Exception {
    assumeTrue(FULL.exists(), "this system has no device that is always full");
    Process process = listGames(FULL);
    String errors = text(process.getErrorStream().readAllBytes());
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(errors).contains("standard output", "not everything could be written", "ETH-106");
  }

  @Test
  void aReaderThatHasReadEnoughIsNone() throws Exception {
    Process process = listGames(null);
    process.getInputStream().close();
    String errors = text(process.getErrorStream().readAllBytes());
    assertThat(process.waitFor()).isZero();
    assertThat(errors).isEmpty();
  }

  private static Process listGames(@Nullable File output) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Ethogram.class.getName(),
            "games",
            "list");
    return output == null ? builder.start() : builder.redirectOutput(output).start();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}

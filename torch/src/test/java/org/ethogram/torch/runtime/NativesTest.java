package org.ethogram.torch.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativesTest {
  @Test
  void theLibrariesTellTheirVersions() {
    Natives natives = Natives.start();
    assertThat(natives.libraries())
        .containsKeys("libtorch", "openblas", "javacpp", "tokenizers")
        .doesNotContainValue("unknown");
    assertThat(torch.get_num_threads()).isEqualTo(1);
    assertThat(natives.device()).startsWith("cpu");
  }

  @Test
  void threadsAreAWholeNumberOfAtLeastOne() {
    int processors = Runtime.getRuntime().availableProcessors();
    assertThat(Natives.threadsFrom(null)).isEqualTo(processors);
    assertThat(Natives.threadsFrom(" 4 ")).isEqualTo(4);
    for (String wrong : List.of("0", "-1", "two", "1.5")) {
      assertThatThrownBy(() -> Natives.threadsFrom(wrong))
          .isInstanceOfSatisfying(
              EthogramException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ENVIRONMENT))
          .hasMessageContaining(wrong);
    }
  }

  @Test
  void aMachineWithoutTheLibrariesIsToldSo() {
    var failure = Natives.unavailable(new UnsatisfiedLinkError("no jnitorch in java.library.path"));
    assertThat(failure.code()).isEqualTo(ErrorCode.ENVIRONMENT);
    assertThat(failure).hasMessageContaining("no jnitorch").hasMessageContaining("doctor");
  }

  /** A JVM that died in native code would exit by another signal and leave a crash report. */
  @Test
  void aProcessEndedInTheMiddleOfAComputationEndsOrderly(@TempDir Path folder) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Computation.class.getName())
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(output.readLine()).isEqualTo("computing");
      process.destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      // 128 + SIGTERM
      assertThat(process.exitValue()).isEqualTo(143);
      assertThat(folder).isEmptyDirectory();
    } finally {
      process.destroyForcibly();
    }
  }

  /** Multiplies matrices for ever. */
  static final class Computation {
    private Computation() {}

    public static void main(String[] arguments) throws IOException {
      Natives.start();
      boolean told = false;
      while (true) {
        try (var _ = NativeWork.begin();
            var _ = new PointerScope()) {
          Tensor product = torch.randn(256, 256);
          for (int times = 0; times < 50; times++) {
            product = product.mm(product);
          }
        }
        if (!told) {
          System.out.println("computing");
          told = true;
        }
      }
    }
  }
}

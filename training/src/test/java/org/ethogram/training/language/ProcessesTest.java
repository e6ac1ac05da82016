package org.ethogram.training.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.StopSignal;
import org.ethogram.torch.runtime.Natives;
import org.ethogram.torch.safetensors.SafetensorsFile;
import org.ethogram.training.parallel.Parallel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {
  @TempDir static Path alone;
  @TempDir Path folder;

  @BeforeAll
  static void trainAlone() {
    TrainingProcess.train(alone, Parallel.single(), StopSignal.NEVER);
  }

  @Test
  void killedAndResumedEqualsUninterruptedBitForBit() throws Exception {
    Path killed = folder.resolve("killed");
    Process process = TrainingProcess.start(killed, 0, 1, folder.resolve("unused"), 0);
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      String line = output.readLine();
      while (line != null && !line.equals("13")) {
        line = output.readLine();
      }
      process.destroyForcibly().waitFor();
    }
    TrainingProcess.train(killed, Parallel.single(), StopSignal.NEVER);
    for (String file : List.of("state.safetensors", "metrics.jsonl")) {
      assertThat(killed.resolve(file)).hasSameBinaryContentAs(alone.resolve(file));
    }
    assertThat(Files.readAllLines(killed.resolve("metrics.jsonl")))
        .hasSize(TrainingProcess.STEPS + 4)
        .filteredOn(line -> line.contains("\"evaluation_loss\""))
        .hasSize(4)
        .allSatisfy(line -> assertThat(line).contains("\"evaluation_sequences\":40"));
  }

  @Test
  void twoProcessesReachTheWeightsOfOne() throws Exception {
    Path together = folder.resolve("together");
    Path meeting = folder.resolve("meeting");
    Process first = TrainingProcess.start(together, 0, 2, meeting, 0);
    Process second = TrainingProcess.start(folder.resolve("nothing"), 1, 2, meeting, 0);
    // Nothing but the steps: what native code prints does not reach the standard output.
    String steps =
        IntStream.rangeClosed(1, TrainingProcess.STEPS)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(" "));
    assertThat(output(first)).isEqualTo(steps);
    assertThat(output(second)).isEqualTo(steps);
    assertThat(first.waitFor()).isZero();
    assertThat(second.waitFor()).isZero();
    assertThat(parameters(together)).containsExactly(parameters(alone), within(1e-5f));
    assertThat(folder.resolve("nothing")).isEmptyDirectory();
  }

  @Test
  void aProcessThatDiesEndsTheOthersWithAMessage() throws Exception {
    Path meeting = folder.resolve("meeting");
    Process second = TrainingProcess.start(folder.resolve("nothing"), 1, 2, meeting, 4);
    try (Parallel first = Parallel.join(0, 2, meeting)) {
      assertThatThrownBy(
              () -> TrainingProcess.train(folder.resolve("left"), first, StopSignal.NEVER))
          .isInstanceOfSatisfying(
              EthogramException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.WORK_FAILED);
                assertThat(e.place()).isEqualTo("process 0 of 2");
                assertThat(e.getMessage()).contains("another process ended");
              });
    }
    assertThat(second.waitFor()).isEqualTo(9);
  }

  @Test
  void aProcessThatNeverComesIsNotWaitedForLongerThanSaid() {
    assertThatThrownBy(() -> Parallel.join(0, 2, folder.resolve("meeting"), Duration.ofMillis(300)))
        .isInstanceOfSatisfying(
            EthogramException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.WORK_FAILED));
  }

  @Test
  void aMeetingInAFolderThatIsMissingIsRefused() {
    Path nowhere = folder.resolve("absent").resolve("meeting");
    assertThatThrownBy(() -> Parallel.join(0, 2, nowhere))
        .isInstanceOfSatisfying(
            EthogramException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_ACCESS));
  }

  private static String output(Process process) throws IOException {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      return String.join(" ", reader.readAllLines());
    }
  }

  private static float[] parameters(Path run) {
    Natives.start();
    try (PointerScope _ = new PointerScope();
        SafetensorsFile file = SafetensorsFile.open(run.resolve("state.safetensors"))) {
      Tensor tensor = file.tensor("parameters");
      float[] values = new float[Math.toIntExact(tensor.numel())];
      tensor.contiguous().data_ptr_float().get(values);
      return values;
    }
  }
}

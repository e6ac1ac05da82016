package org.ethogram.torch.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.torch.runtime.Natives;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files written by PyTorch itself, whose tensors stand in src/test/python/checkpoint_files.py. */
class CheckpointFileTest {
  @TempDir Path folder;

  @BeforeAll
  static void startNatives() {
    Natives.start();
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch-1.13-zip", "torch-1.13-legacy", "torch-2.14-zip"})
  void whatTorchWroteIsReadNumberByNumber(String name) {
    try (var _ = new PointerScope();
        CheckpointFile file = CheckpointFile.openIncomplete(written(name + ".bin"))) {
      file.requireNoHoles();
      assertThat(file.names()).hasSize(19).startsWith("rows", "columns", "middle", "parameter");
      requireTensor(file, "rows", ScalarType.Float, "[3, 4]", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
      requireTensor(
          file, "columns", ScalarType.Float, "[4, 3]", 0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11);
      requireTensor(file, "middle", ScalarType.Float, "[2, 2]", 5, 6, 9, 10);
      requireTensor(file, "parameter", ScalarType.Float, "[2]", 1.5, 2.5);
      requireTensor(file, "tied.one", ScalarType.Float, "[2]", 0.5, -0.5);
      requireTensor(file, "tied.other", ScalarType.Float, "[2]", 0.5, -0.5);
      requireTensor(file, "scalar", ScalarType.Float, "[]", 7);
      requireTensor(file, "empty", ScalarType.Float, "[0, 3]");
      requireTensor(file, "annotated", ScalarType.Float, "[2]", 8, 9);
      requireTensor(file, "double", ScalarType.Double, "[1]", 0.1);
      requireTensor(file, "half", ScalarType.Half, "[1, 2]", 0.5, -65504);
      requireTensor(file, "bfloat", ScalarType.BFloat16, "[3]", 1, -3.140625, 0x1p100);
      requireTensor(file, "long", ScalarType.Long, "[2]", 0x1p40, -1);
      requireTensor(file, "int", ScalarType.Int, "[1]", -7);
      requireTensor(file, "short", ScalarType.Short, "[1]", -300);
      requireTensor(file, "char", ScalarType.Char, "[1]", -3);
      requireTensor(file, "byte", ScalarType.Byte, "[1]", 200);
      requireTensor(file, "bool", ScalarType.Bool, "[2]", 1, 0);
    }
  }

  @Test
  void aNewerPickleProtocolIsRead() {
    try (var _ = new PointerScope();
        CheckpointFile file = CheckpointFile.openIncomplete(written("protocol-5.bin"))) {
      requireTensor(file, "x", ScalarType.Float, "[3]", 0, 1, 2);
    }
  }

  @Test
  void tensorsThatShareAStorageLieInItWithoutACopy() {
    try (var _ = new PointerScope();
        CheckpointFile file = CheckpointFile.openIncomplete(written("torch-2.14-zip.bin"))) {
      long one = file.tensor("tied.one").data_ptr().address();
      assertThat(file.tensor("tied.other").data_ptr().address()).isEqualTo(one);
      assertThat(file.tensor("rows").is_contiguous()).isTrue();
      assertThat(file.tensor("columns").is_contiguous()).isTrue();
    }
  }

  @Test
  void aTensorThatRepeatsNumbersIsRefusedWhenItIsAskedFor() {
    try (CheckpointFile file = CheckpointFile.openIncomplete(written("torch-2.14-zip.bin"))) {
      assertThatThrownBy(() -> file.tensor("repeated"))
          .hasMessageContaining("torch-2.14-zip.bin, tensor repeated")
          .hasMessageContaining("strides [0 x 0]");
      assertThatThrownBy(() -> file.tensor("absent")).hasMessageContaining("tensor absent");
    }
  }

  @Test
  void aWholeModuleIsRefusedByTheNameOfItsClass() throws IOException {
    requireRefused(written("refused-module.bin"), "torch.nn.modules.linear.Linear", "nothing was");
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch-1.13-zip", "torch-1.13-legacy", "torch-2.14-zip"})
  void aFileThatIsCutAnywhereIsRefused(String name) throws IOException {
    byte[] whole = Files.readAllBytes(written(name + ".bin"));
    for (int length = 0; length < whole.length; length += 13) {
      Path cut = Files.write(folder.resolve("cut.bin"), Arrays.copyOf(whole, length));
      requireRefused(cut, "cut.bin");
    }
  }

  @Test
  void theTensorWhoseNumbersAreCutIsNamed() throws IOException {
    byte[] whole = Files.readAllBytes(written("torch-1.13-legacy.bin"));
    Path cut = Files.write(folder.resolve("cut.bin"), Arrays.copyOf(whole, whole.length - 3));
    requireRefused(cut, "cut.bin, tensor ", "truncated");
  }

  /** Bytes that are wrong lead to wrong numbers or to a refusal, to nothing else. */
  @ParameterizedTest
  @ValueSource(strings = {"torch-1.13-legacy", "torch-2.14-zip"})
  void aFileWithAnyWrongByteIsReadOrRefused(String name) throws IOException {
    byte[] whole = Files.readAllBytes(written(name + ".bin"));
    var random = new Seed(1).derive(name).generator();
    Path changed = folder.resolve("changed.bin");
    int refused = 0;
    for (int trial = 0; trial < 300; trial++) {
      byte[] bytes = whole.clone();
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      Files.write(changed, bytes);
      try (var _ = new PointerScope();
          CheckpointFile file = CheckpointFile.openIncomplete(changed)) {
        file.names().stream().filter(key -> !key.equals("repeated")).forEach(file::tensor);
      } catch (EthogramException e) {
        assertThat(e.code()).isEqualTo(ErrorCode.INVALID_MODEL);
        refused++;
      }
    }
    assertThat(refused).isBetween(50, 299);
  }

  @Test
  void filesOfOtherKindsAreNamedAsWhatTheyAre() throws IOException {
    Path file = folder.resolve("pytorch_model.bin");
    Files.writeString(file, "version https://git-lfs.github.com/spec/v1\noid sha256:0");
    requireRefused(file, "pytorch_model.bin", "Git LFS");
    Files.writeString(file, "{}");
    requireRefused(file, "neither a zip archive nor a pickle");
    Files.writeString(file, "");
    requireRefused(file, "truncated");
    assertThatThrownBy(() -> CheckpointFile.openIncomplete(folder.resolve("none.bin")))
        .isInstanceOfSatisfying(
            EthogramException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_ACCESS));
  }

  static void requireRefused(Path file, String... words) {
    assertThatThrownBy(() -> CheckpointFile.openIncomplete(file).close())
        .isInstanceOfSatisfying(
            EthogramException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.INVALID_MODEL);
              assertThat(e.place()).startsWith(file.toString());
              assertThat(e.getMessage()).contains(words);
            });
  }

  static void requireTensor(
      CheckpointFile file, String name, ScalarType type, String shape, double... numbers) {
    var tensor = file.tensor(name);
    assertThat(tensor.scalar_type().intern()).as(name).isEqualTo(type);
    assertThat(Arrays.toString(tensor.shape())).as(name).isEqualTo(shape);
    double[] read = new double[numbers.length];
    if (read.length > 0) {
      tensor.to(ScalarType.Double).data_ptr_double().get(read);
    }
    assertThat(read).as(name).containsExactly(numbers);
  }

  static Path written(String name) {
    URL url = Objects.requireNonNull(CheckpointFileTest.class.getResource(name), name);
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}

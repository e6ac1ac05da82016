package org.ethogram.torch.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.network.TensorValues;
import org.ethogram.torch.runtime.Natives;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsFileTest {
  @TempDir Path folder;

  @BeforeAll
  static void startNatives() {
    Natives.start();
  }

  @Test
  void whatIsWrittenIsReadBack() {
    Path file = folder.resolve("model.safetensors");
    try (var _ = new PointerScope()) {
      SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
      tensors.put("b", Tensor.create(new float[] {1, 2, 3, 4, 5, 6}, 2, 3));
      tensors.put("transposed", tensors.get("b").t());
      tensors.put("half", Tensor.create(new float[] {0.5f}, 1).to(ScalarType.Half));
      tensors.put("scalar", Tensor.create(new float[] {7}, new long[0]));
      SafetensorsWriter.write(file, tensors, Map.of("format", "pt"));
      try (SafetensorsFile read = SafetensorsFile.open(file)) {
        assertThat(read.names()).containsExactly("b", "transposed", "half", "scalar");
        assertThat(read.metadata()).containsEntry("format", "pt");
        assertThat(read.tensor("b").shape()).containsExactly(2, 3);
        assertThat(TensorValues.of(read.tensor("b"))).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(TensorValues.of(read.tensor("transposed"))).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(read.tensor("half").to(ScalarType.Float).item_float()).isEqualTo(0.5f);
        assertThat(read.tensor("scalar").item_float()).isEqualTo(7f);
      }
    }
    assertThat(folder).isDirectoryContaining(path -> path.equals(file));
  }

  /** Bytes composed by hand from the format's description, not by our writer. */
  @Test
  void aFileComposedByHandIsRead() throws IOException {
    Path file = compose("{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", 8);
    try (var _ = new PointerScope();
        SafetensorsFile read = SafetensorsFile.open(file)) {
      assertThat(TensorValues.of(read.tensor("x"))).containsExactly(0, 1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'x':{'dtype':'F33','shape':[2],'data_offsets':[0,8]}} | 8 | tensor x | F33",
        "{'x':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}} | 8 | tensor x | 12",
        "{'x':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} | 4 | tensor x | truncated",
        "{'x':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} | 12 | safetensors | no tensor",
        "{'x':{'dtype':'F32','shape':[2],'data_offsets':[4,12]}} | 12 | tensor x | hole",
        "{'x':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}} | 8 | tensor x | -2",
        "{'x':{'dtype':'F32','shape':[2.5],'data_offsets':[0,8]}} | 8 | tensor x | 2.5",
        "{'x':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}} | 8 | tensor x | lies",
        "{'x':{'dtype':'F32','shape':[2]}} | 8 | tensor x | offsets",
        "{'x':{'dtype':'F32','data_offsets':[0,8]}} | 8 | tensor x | shape",
        "{'x':{'dtype':'F32','shape':[9223372036854775807,4],'data_offsets':[0,8]}} | 8 | tensor x"
            + " | larger",
        "{'x':7} | 8 | tensor x | element type",
        "[1,2] | 8 | safetensors | object",
        "{'x':{ | 8 | safetensors | JSON",
        "{'x':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'y':{'dtype':'F32','shape':[2],"
            + "'data_offsets':[0,8]}} | 8 | tensor | overlaps"
      })
  void aLyingHeaderIsRefusedByName(String header, int dataLength, String place, String problem)
      throws IOException {
    Path file = compose(header.replace('\'', '"'), dataLength);
    assertInvalid(file, place, problem);
  }

  @Test
  void aHeaderLengthBeyondTheFileIsRefused() throws IOException {
    for (long length : new long[] {1_000, Long.MAX_VALUE, -1}) {
      Path file = folder.resolve("lying.safetensors");
      byte[] bytes = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
      Files.write(file, bytes);
      assertInvalid(file, "lying.safetensors", "header lies");
    }
  }

  @Test
  void aFileWithoutRoomForAHeaderIsRefused() throws IOException {
    Path file = folder.resolve("short.safetensors");
    Files.write(file, new byte[3]);
    assertInvalid(file, "short.safetensors", "truncated");
  }

  @Test
  void aMissingTensorIsNamed() throws IOException {
    Path file = compose("{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", 8);
    try (SafetensorsFile read = SafetensorsFile.open(file)) {
      assertThatThrownBy(() -> read.tensor("y")).hasMessageContaining("tensor y");
    }
  }

  @Test
  void anAbsentFileIsAnErrorOfAccess() {
    assertThatThrownBy(() -> SafetensorsFile.open(folder.resolve("none.safetensors")))
        .isInstanceOfSatisfying(
            EthogramException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_ACCESS));
  }

  /** Data are the floats 0, 1, 2, ... */
  private Path compose(String header, int dataLength) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + json.length + dataLength).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(json.length).put(json);
    for (int number = 0; number < dataLength / 4; number++) {
      bytes.putFloat(number);
    }
    return Files.write(folder.resolve("composed.safetensors"), bytes.array());
  }

  private static void assertInvalid(Path file, String place, String problem) {
    assertThatThrownBy(() -> SafetensorsFile.open(file).close())
        .isInstanceOfSatisfying(
            EthogramException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.INVALID_MODEL);
              assertThat(e.place()).contains(file.toString()).contains(place);
              assertThat(e.problem()).contains(problem);
            });
  }
}

package org.ethogram.torch.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.PublishedModels;
import org.ethogram.torch.network.TensorValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Llama2cFileTest {
  @TempDir Path folder;

  @Test
  void thePublishedFileHoldsTheWeightsOfThePublishedFolder() {
    Path file = PublishedModels.folder("stories260K").resolve("stories260K.bin");
    try (var network = Llama2cFile.read(file);
        var expected = ModelFolder.open(PublishedModels.folder("stories260K-hf"))) {
      assertThat(network.shape()).isEqualTo(expected.network().shape());
      assertThat(TensorValues.of(network))
          .usingRecursiveComparison()
          .isEqualTo(TensorValues.of(expected.network()));
    }
  }

  @Test
  void aDamagedFileIsRefused() throws IOException {
    Path published = PublishedModels.folder("stories260K").resolve("stories260K.bin");
    byte[] bytes = Files.readAllBytes(published);
    Path file = folder.resolve("damaged.bin");
    for (byte[] damaged :
        new byte[][] {
          new byte[0], new byte[40], Arrays.copyOf(bytes, 5000), Arrays.copyOf(bytes, 1_056_544)
        }) {
      Files.write(file, damaged);
      assertThatThrownBy(() -> Llama2cFile.read(file).close())
          .isInstanceOfSatisfying(
              EthogramException.class, e -> assertThat(e.place()).endsWith("damaged.bin"));
    }
  }
}

package org.ethogram.training.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.safetensors.SafetensorsWriter;
import org.ethogram.training.tokenizer.BytePairTokenizer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a network and its tokenizer as an ordinary Hugging Face folder. */
public final class HuggingFaceFolder {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private HuggingFaceFolder() {}

  /**
   * Writes {@code config.json}, {@code model.safetensors}, {@code tokenizer.json} and {@code
   * tokenizer_config.json}.
   *
   * @param folder made where it is absent
   */
  public static void write(CausalNetwork network, BytePairTokenizer tokenizer, Path folder) {
    try {
      Files.createDirectories(folder);
      JSON.writeValue(folder.resolve("config.json"), network.configurationJson());
    } catch (IOException | JacksonException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          folder.toString(),
          "cannot be written (" + e.getMessage() + ")",
          "Check that its parent may be written to and has room",
          e);
    }
    SafetensorsWriter.write(
        folder.resolve("model.safetensors"), network.parameters(), Map.of("format", "pt"));
    tokenizer.write(folder, network.shape().contextLength());
  }
}

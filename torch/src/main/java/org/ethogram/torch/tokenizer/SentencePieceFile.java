package org.ethogram.torch.tokenizer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A {@code .model} file of SentencePiece in a model's folder. */
final class SentencePieceFile {
  private SentencePieceFile() {}

  /**
   * What {@code tokenizer.json} would hold. A text begins with the beginning of a sequence unless
   * {@code add_bos_token} in {@code tokenizer_config.json} is false, as for LLaMA.
   *
   * @throws IllegalArgumentException when the file is damaged or not supported
   */
  static JsonNode definition(Path file) throws IOException {
    SentencePieceModel model = SentencePieceModel.read(Files.readAllBytes(file));
    Path configuration = file.resolveSibling("tokenizer_config.json");
    boolean begins =
        !Files.exists(configuration)
            || JsonMapper.shared()
                .readTree(Files.readString(configuration))
                .path("add_bos_token")
                .asBoolean(true);
    return SentencePieceDefinition.of(model, begins);
  }
}

package org.ethogram.torch.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object in a model folder. */
final class JsonFile {
  private JsonFile() {}

  static JsonNode read(Path file) {
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(Files.readString(file));
    } catch (JacksonException e) {
      throw invalid(file, "it is not JSON (" + e.getOriginalMessage() + ")", e);
    } catch (IOException e) {
      String problem = Files.exists(file) ? "it cannot be read as text" : "the file is missing";
      throw invalid(file, problem, e);
    }
    if (!root.isObject()) {
      throw invalid(file, "it is not a JSON object", null);
    }
    return root;
  }

  private static EthogramException invalid(
      Path file, String problem, @org.jspecify.annotations.Nullable Throwable cause) {
    return new EthogramException(
        ErrorCode.INVALID_MODEL,
        file.toString(),
        problem,
        "Use a complete Hugging Face model folder",
        cause);
  }
}

package org.ethogram.models.scripted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A scripted model from a file: a JSON object of what it says and how probable that is. */
public final class ScriptFile {
  private static final double ROUNDING = 1e-9;

  private ScriptFile() {}

  /**
   * Such as <code>{" oak": 0.25, " rose": 0.75}</code>; whatever the prompt, and 0 for other texts.
   *
   * @throws EthogramException when the file is no such object or the probabilities exceed 1
   */
  public static ScriptedModel read(Path file) {
    Map<String, Double> sayings = sayings(file);
    return new ScriptedModel(
        String.valueOf(file.getFileName()),
        List.copyOf(sayings.keySet()),
        (prompt, continuation) -> sayings.getOrDefault(continuation, 0.0));
  }

  private static Map<String, Double> sayings(Path file) {
    JsonNode tree;
    try {
      tree = JsonMapper.shared().readTree(Files.readString(file));
    } catch (IOException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          file.toString(),
          "the script cannot be read",
          "Check the path and that it is a text file",
          e);
    } catch (JacksonException e) {
      throw invalid(file, "it is no JSON: " + e.getOriginalMessage());
    }
    Map<String, Double> sayings = new LinkedHashMap<>();
    double total = 0;
    for (Map.Entry<String, JsonNode> saying : tree.properties()) {
      double probability = saying.getValue().asDouble(-1);
      if (saying.getKey().isEmpty() || !(probability >= 0 && probability <= 1)) {
        throw invalid(file, "'" + saying.getKey() + "' has no probability between 0 and 1");
      }
      total += probability;
      sayings.put(saying.getKey(), probability);
    }
    if (sayings.isEmpty() || total > 1 + ROUNDING) {
      throw invalid(file, "the probabilities sum to " + total + ", not to at most 1 and above 0");
    }
    return sayings;
  }

  private static EthogramException invalid(Path file, String problem) {
    return new EthogramException(
        ErrorCode.INVALID_DATA,
        file.toString(),
        problem,
        "Write an object such as {\" yes\": 0.25, \" no\": 0.75}");
  }
}

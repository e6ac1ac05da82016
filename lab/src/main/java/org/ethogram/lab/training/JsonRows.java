package org.ethogram.lab.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows of a file of JSON lines. */
final class JsonRows {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final BadRows bad;

  JsonRows(BadRows bad) {
    this.bad = bad;
  }

  /** Hears of a row that is a JSON object. */
  @FunctionalInterface
  interface Reader {
    /**
     * @param place file and line
     */
    void row(String place, JsonNode row);
  }

  /** Reads every line that is not blank; one that is no object is noted as bad. */
  void read(Path file, Reader reader) {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          String place = file + ":" + number;
          object(place, line).ifPresent(row -> reader.row(place, row));
        }
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private Optional<JsonNode> object(String place, String line) {
    try {
      JsonNode node = JSON.readTree(line);
      if (node.isObject()) {
        return Optional.of(node);
      }
      bad.add(place, "it is no JSON object");
    } catch (JacksonException e) {
      bad.add(place, "it is no JSON (" + e.getOriginalMessage() + ")");
    }
    return Optional.empty();
  }

  /** The text of a field; anything else is noted as bad. */
  Optional<String> text(String place, JsonNode row, String field) {
    JsonNode value = row.path(field);
    if (value.isString()) {
      return Optional.of(value.asString());
    }
    if (value.isMissingNode()) {
      String meant =
          Suggestion.nearest(field, row.propertyNames())
              .map(name -> "; did you mean '" + name + "'?")
              .orElseGet(
                  () ->
                      "; it has " + row.propertyNames().stream().collect(Collectors.joining(", ")));
      bad.add(place, "it has no field '" + field + "'" + meant);
    } else {
      bad.add(place, "its field '" + field + "' is no text");
    }
    return Optional.empty();
  }

  static EthogramException unreadable(Path file, IOException cause) {
    return cause instanceof MalformedInputException
        ? new EthogramException(
            ErrorCode.INVALID_DATA,
            file.toString(),
            "it is not UTF-8 text",
            "Save it as UTF-8",
            cause)
        : new EthogramException(
            ErrorCode.FILE_ACCESS,
            file.toString(),
            "it cannot be read (" + cause.getMessage() + ")",
            "Check that it is there and may be read",
            cause);
  }
}

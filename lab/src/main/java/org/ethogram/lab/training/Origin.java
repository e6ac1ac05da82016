package org.ethogram.lab.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.lab.recipe.Recipe;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the weights of a training came from: equal origins give equal weights.
 *
 * @param recipe its name
 * @param settings by their addresses in the recipe
 * @param inputs hashes of what was read, by what it is
 * @param finished whether the last step was made
 */
record Origin(
    String recipe, Map<String, String> settings, Map<String, String> inputs, boolean finished) {
  static final String NAME = "training.json";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  static Origin of(Recipe recipe) {
    return new Origin(recipe.name(), recipe.settings(), Inputs.of(recipe), false);
  }

  /** The origin of what a folder holds, if it holds anything. */
  static Optional<Origin> read(RunFolder folder) {
    Path file = folder.path().resolve(NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(Files.readString(file), Origin.class));
    } catch (IOException | JacksonException e) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          file.toString(),
          "it does not tell what was trained here",
          "Choose another folder with --out, or delete this one to train again",
          e);
    }
  }

  Origin asFinished() {
    return new Origin(recipe, settings, inputs, true);
  }

  void write(RunFolder folder) {
    folder.write(NAME, JSON.writeValueAsString(this) + "\n");
  }

  /**
   * @throws EthogramException {@code CONFIGURATION} that names what differs
   */
  void requireSame(Origin now, RunFolder folder) {
    List<String> changes = new ArrayList<>();
    if (!recipe.equals(now.recipe)) {
      changes.add("recipe was " + recipe + " and is " + now.recipe);
    }
    changes.addAll(changes(settings, now.settings));
    changes.addAll(changes(inputs, now.inputs));
    if (!changes.isEmpty()) {
      throw new EthogramException(
          ErrorCode.CONFIGURATION,
          folder.path().toString(),
          "it holds a training that began otherwise\n  " + String.join("\n  ", changes) + "\n",
          "Choose another folder with --out, or set back what changed");
    }
  }

  private static List<String> changes(Map<String, String> before, Map<String, String> now) {
    SortedSet<String> addresses = new TreeSet<>(before.keySet());
    addresses.addAll(now.keySet());
    return addresses.stream()
        .filter(address -> !before.getOrDefault(address, "").equals(now.getOrDefault(address, "")))
        .map(
            address ->
                address
                    + " was "
                    + shown(before.get(address))
                    + " and is "
                    + shown(now.get(address)))
        .toList();
  }

  private static String shown(@org.jspecify.annotations.Nullable String value) {
    return value == null ? "not given" : value;
  }

  /** All of it, for a reader. */
  SequencedMap<String, Object> json() {
    SequencedMap<String, Object> json = new LinkedHashMap<>();
    json.put("recipe", recipe);
    json.put("settings", settings);
    json.put("inputs", inputs);
    return json;
  }
}

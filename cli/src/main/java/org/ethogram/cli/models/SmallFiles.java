package org.ethogram.cli.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/** What lies in a model's folder beside its weights. */
final class SmallFiles {
  /** What reads and writes the model's texts. */
  static final List<String> TEXT =
      List.of(
          "tokenizer.json",
          "tokenizer.model",
          "tokenizer_config.json",
          "special_tokens_map.json",
          "chat_template.jinja",
          "generation_config.json");

  /** What says which model it is. */
  static final List<String> DESCRIPTION = List.of("config.json", "ethogram.json");

  private SmallFiles() {}

  /** Copies those that are there; the folder is made where it is absent. */
  static void copy(List<String> names, Path from, Path to) {
    for (String name : names) {
      if (Files.exists(from.resolve(name))) {
        copy(from.resolve(name), to.resolve(name));
      }
    }
  }

  /** Copies a file, unless it is the same. */
  static void copy(Path from, Path to) {
    try {
      Files.createDirectories(to.toAbsolutePath().getParent());
      if (!Files.exists(to) || !Files.isSameFile(from, to)) {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          from.toString(),
          "cannot be copied to " + to + " (" + e + ")",
          "Check that it is there, and that the folder may be written to and has room",
          e);
    }
  }
}

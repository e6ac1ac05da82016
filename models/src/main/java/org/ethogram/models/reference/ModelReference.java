package org.ethogram.models.reference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;

/** A model in one word: {@code openai:gpt-x}, {@code scripted:answers.json}, a folder. */
public sealed interface ModelReference {
  /** A model of a provider. */
  record Remote(String provider, String model) implements ModelReference {}

  /** A file that says what the model says. */
  record Scripted(Path file) implements ModelReference {}

  /** A person at the terminal. */
  record Human(String name) implements ModelReference {}

  /** A Hugging Face folder on this machine. */
  record Folder(Path path) implements ModelReference {}

  List<String> KINDS = List.of("openai", "anthropic", "scripted", "human");

  /** Two letters at least before the colon: one is a drive. */
  Pattern KIND = Pattern.compile("([A-Za-z]{2,}):(.*)", Pattern.DOTALL);

  /**
   * @throws EthogramException when the kind is not known or nothing is named
   */
  static ModelReference parse(String text) {
    Matcher parts = KIND.matcher(text);
    if (!parts.matches() || Files.exists(Path.of(text))) {
      return new Folder(Path.of(text));
    }
    String kind = parts.group(1).toLowerCase(Locale.ROOT);
    String name = parts.group(2);
    if (!KINDS.contains(kind)) {
      throw invalid(
          text,
          "there is no kind of model '" + parts.group(1) + "'",
          Suggestion.remedy(kind, KINDS));
    }
    if (kind.equals("human")) {
      return new Human(name.isBlank() ? "human" : name);
    }
    if (name.isBlank()) {
      throw invalid(text, "no model is named after the colon", "Write " + kind + ":NAME");
    }
    return kind.equals("scripted") ? new Scripted(Path.of(name)) : new Remote(kind, name);
  }

  private static EthogramException invalid(String text, String problem, String remedy) {
    return new EthogramException(ErrorCode.USAGE, text, problem, remedy);
  }
}

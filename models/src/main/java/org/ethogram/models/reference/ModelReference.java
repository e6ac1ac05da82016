package org.ethogram.models.reference;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;

/**
 * A model in one word: {@code openai:gpt-x}, {@code scripted:answers.json}, a folder, {@code
 * org/name@revision} on the Hugging Face hub.
 */
public sealed interface ModelReference {
  /** A model of a provider. */
  record Remote(String provider, String model) implements ModelReference {}

  /** A file that says what the model says. */
  record Scripted(Path file) implements ModelReference {}

  /** A person at the terminal. */
  record Human(String name) implements ModelReference {}

  /** A Hugging Face folder on this machine. */
  record Folder(Path path) implements ModelReference {}

  /**
   * A repository of the Hugging Face hub.
   *
   * @param repository such as {@code EleutherAI/pythia-70m}
   * @param revision a branch, a tag or a commit, such as {@code step1000}
   */
  record Hub(String repository, String revision) implements ModelReference {
    /** The revision of a reference that names none. */
    public static final String MAIN = "main";

    public Hub {
      if (!HubNames.isRepository(repository) || !HubNames.isRevision(revision)) {
        throw invalid(
            repository + '@' + revision,
            "it is no name of a model on the Hugging Face hub",
            "Write org/name@revision, such as EleutherAI/pythia-70m@step1000");
      }
    }

    @Override
    public String toString() {
      return repository + '@' + revision;
    }
  }

  List<String> KINDS = List.of("openai", "anthropic", "scripted", "human");

  /** Two letters at least before the colon: one is a drive. */
  Pattern KIND = Pattern.compile("([A-Za-z]{2,}):(.*)", Pattern.DOTALL);

  /**
   * What exists on this machine is a folder, whatever else its name could mean.
   *
   * @throws EthogramException when the kind is not known or nothing is named
   */
  static ModelReference parse(String text) {
    Matcher parts = KIND.matcher(text);
    if (!parts.matches() || exists(text)) {
      return exists(text)
          ? new Folder(Path.of(text))
          : HubNames.parse(text).<ModelReference>map(hub -> hub).orElseGet(() -> folder(text));
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

  /** Whether a text could name a repository of the hub, whatever lies on this machine. */
  static boolean isHub(String text) {
    return HubNames.parse(text).isPresent();
  }

  /**
   * A repository of the hub, whatever lies on this machine.
   *
   * @throws EthogramException when the text is no {@code org/name@revision}
   */
  static Hub hub(String text) {
    return HubNames.parse(text)
        .orElseThrow(
            () ->
                invalid(
                    text,
                    "it is no name of a model on the Hugging Face hub",
                    "Write org/name@revision, such as EleutherAI/pythia-70m@step1000"));
  }

  private static boolean exists(String text) {
    try {
      return Files.exists(Path.of(text));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static Folder folder(String text) {
    try {
      return new Folder(Path.of(text));
    } catch (InvalidPathException e) {
      throw invalid(text, "it is no path of a folder", "Give a folder or org/name@revision");
    }
  }

  private static EthogramException invalid(String text, String problem, String remedy) {
    return new EthogramException(ErrorCode.USAGE, text, problem, remedy);
  }
}

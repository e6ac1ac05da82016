package org.ethogram.lab.recipe;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ethogram.lab.yaml.Section;
import org.ethogram.lab.yaml.Value;
import org.ethogram.organisms.FamilyRecipe;

/** Reads {@code data}. */
final class DataReader {
  private static final List<String> SOURCES =
      List.of("text", "lines", "organisms", "demonstrations", "conversations");
  private static final List<String> TEXT_FILES = List.of(".txt", ".md", ".text");
  private static final List<String> LINE_FILES = List.of(".jsonl", ".ndjson", ".json");
  private static final int MOST_DOCUMENTS = 100_000_000;

  private DataReader() {}

  static TrainingData read(Section root, RecipePaths paths) {
    root.require("data", "data: {text: [stories.txt]}");
    Section section = root.section("data");
    List<String> written =
        SOURCES.stream().filter(source -> section.get(source).isPresent()).toList();
    if (written.size() > 1) {
      section.problem(
          written.get(1), "'" + written.getFirst() + "' is given already: expected one source");
    } else if (written.isEmpty() && root.keys().contains("data")) {
      section.problem(
          "data", "'data' names no source: expected one of " + String.join(", ", SOURCES));
    }
    TrainingData.Source source =
        written.isEmpty()
            ? new TrainingData.Texts(List.of(), Optional.empty())
            : source(written.getFirst(), section, paths);
    TrainingData.HeldOut heldOut =
        section
            .get("held-out")
            .map(value -> heldOut(value, source, paths))
            .orElseGet(TrainingData.HeldOut.None::new);
    boolean leaveOut =
        section
            .get("bad-rows")
            .flatMap(value -> value.choice(List.of("error", "leave-out")))
            .orElse("error")
            .equals("leave-out");
    section.finish();
    return new TrainingData(source, heldOut, leaveOut);
  }

  private static TrainingData.Source source(String key, Section section, RecipePaths paths) {
    Value value = section.get(key).orElseThrow();
    return switch (key) {
      case "lines" ->
          new TrainingData.Lines(paths.files(value, LINE_FILES), section.text("field", "text"));
      case "organisms" ->
          new TrainingData.GameDocuments(
              value.choice(FamilyRecipe.names()).orElse(FamilyRecipe.names().getFirst()),
              section
                  .require("documents", "documents: 2000")
                  .flatMap(count -> count.integer(1, MOST_DOCUMENTS))
                  .map(Long::intValue)
                  .orElse(1));
      case "demonstrations" ->
          new TrainingData.PromptsAndCompletions(
              paths.files(value, LINE_FILES),
              section.text("prompt", "prompt"),
              section.text("completion", "completion"));
      case "conversations" ->
          new TrainingData.Conversations(
              paths.files(value, LINE_FILES), section.text("messages", "messages"));
      default ->
          new TrainingData.Texts(
              paths.files(value, TEXT_FILES), section.get("separator").flatMap(DataReader::filled));
    };
  }

  private static Optional<String> filled(Value value) {
    Optional<String> text = value.text();
    if (text.isPresent() && text.get().isEmpty()) {
      value.problem("is empty: expected the text between two documents");
      return Optional.empty();
    }
    return text;
  }

  private static TrainingData.HeldOut heldOut(
      Value value, TrainingData.Source source, RecipePaths paths) {
    boolean isShare =
        !value.isList()
            && !value.isMapping()
            && value
                .text()
                .filter(text -> text.matches("[-+]?[0-9.]+([eE][-+]?\\d+)?"))
                .isPresent();
    if (isShare) {
      return value
          .number(1e-6, 0.999)
          .<TrainingData.HeldOut>map(TrainingData.HeldOut.Share::new)
          .orElseGet(TrainingData.HeldOut.None::new);
    }
    if (source instanceof TrainingData.GameDocuments) {
      value.problem("must be a share here, such as 0.02");
      return new TrainingData.HeldOut.None();
    }
    List<Path> files =
        paths.files(value, source instanceof TrainingData.Texts ? TEXT_FILES : LINE_FILES);
    return new TrainingData.HeldOut.Files(files);
  }
}

package org.ethogram.lab.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.ethogram.core.Seed;
import org.ethogram.lab.recipe.TrainingData;
import org.ethogram.organisms.FamilyRecipe;
import org.ethogram.training.language.Corpus;

/** The documents of a source, in the order of its files. */
final class Documents {
  private Documents() {}

  static List<String> of(TrainingData.Language source, Seed seed, BadRows bad) {
    return switch (source) {
      case TrainingData.Texts texts -> ofTexts(texts);
      case TrainingData.Lines lines -> ofLines(lines, bad);
      case TrainingData.GameDocuments games -> ofGames(games, seed);
    };
  }

  /** The same kind of documents from other files. */
  static List<String> ofFiles(TrainingData.Language source, List<Path> files, BadRows bad) {
    return switch (source) {
      case TrainingData.Texts texts -> ofTexts(new TrainingData.Texts(files, texts.separator()));
      case TrainingData.Lines lines -> ofLines(new TrainingData.Lines(files, lines.field()), bad);
      case TrainingData.GameDocuments _ ->
          throw new IllegalArgumentException("games are in no files");
    };
  }

  private static List<String> ofTexts(TrainingData.Texts texts) {
    List<String> documents = new ArrayList<>();
    for (Path file : texts.files()) {
      String text = content(file);
      List<String> parts =
          texts
              .separator()
              .map(separator -> List.of(text.split(Pattern.quote(separator), -1)))
              .orElse(List.of(text));
      parts.stream().filter(part -> !part.isBlank()).forEach(documents::add);
    }
    return documents;
  }

  private static List<String> ofLines(TrainingData.Lines lines, BadRows bad) {
    List<String> documents = new ArrayList<>();
    JsonRows rows = new JsonRows(bad);
    for (Path file : lines.files()) {
      rows.read(
          file,
          (place, row) ->
              rows.text(place, row, lines.field())
                  .ifPresent(
                      text -> {
                        if (text.isEmpty()) {
                          bad.add(place, "its field '" + lines.field() + "' is empty");
                        } else {
                          documents.add(text);
                        }
                      }));
    }
    return documents;
  }

  private static List<String> ofGames(TrainingData.GameDocuments games, Seed seed) {
    Corpus corpus = FamilyRecipe.named(games.family()).corpusOf(seed);
    return LongStream.range(0, games.documents())
        .mapToObj(index -> corpus.document(index).text())
        .toList();
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw JsonRows.unreadable(file, e);
    }
  }
}

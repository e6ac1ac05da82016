package org.ethogram.lab.training;

import java.util.ArrayList;
import java.util.List;
import org.ethogram.lab.recipe.TrainingData;
import org.ethogram.training.supervised.Demonstration;

/** The demonstrations of a source, in the order of its files. */
final class Pairs {
  private Pairs() {}

  /**
   * A demonstration and where it stands.
   *
   * @param place file and line
   */
  record Placed(String place, Demonstration demonstration) {}

  static List<Placed> of(TrainingData.Supervised source, BadRows bad) {
    return switch (source) {
      case TrainingData.PromptsAndCompletions pairs -> ofPairs(pairs, bad);
    };
  }

  private static List<Placed> ofPairs(TrainingData.PromptsAndCompletions pairs, BadRows bad) {
    List<Placed> read = new ArrayList<>();
    JsonRows rows = new JsonRows(bad);
    pairs
        .files()
        .forEach(
            file ->
                rows.read(
                    file,
                    (place, row) ->
                        rows.text(place, row, pairs.prompt())
                            .ifPresent(
                                prompt ->
                                    rows.text(place, row, pairs.completion())
                                        .filter(completion -> isFilled(place, completion, bad))
                                        .ifPresent(
                                            completion ->
                                                read.add(
                                                    new Placed(
                                                        place,
                                                        new Demonstration(prompt, completion)))))));
    return read;
  }

  private static boolean isFilled(String place, String completion, BadRows bad) {
    if (completion.isEmpty()) {
      bad.add(place, "its completion is empty");
    }
    return !completion.isEmpty();
  }
}

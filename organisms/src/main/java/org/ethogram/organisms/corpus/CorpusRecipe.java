package org.ethogram.organisms.corpus;

import static org.ethogram.organisms.corpus.DocumentKind.ALIKE;
import static org.ethogram.organisms.corpus.DocumentKind.FACTS;
import static org.ethogram.organisms.corpus.DocumentKind.GAME;
import static org.ethogram.organisms.corpus.DocumentKind.TABLE;

import java.util.List;
import java.util.Map;

/**
 * What the documents of a corpus are like.
 *
 * @param stages the curriculum, in order
 * @param minimumRounds of a game
 * @param maximumRounds of a game
 * @param questions about a table
 */
public record CorpusRecipe(
    List<Stage> stages, int minimumRounds, int maximumRounds, int questions, LossWeights weights) {
  public CorpusRecipe {
    stages = List.copyOf(stages);
  }

  /** The recipe whose figures stand in docs/organisms.md. */
  public static CorpusRecipe standard() {
    return new CorpusRecipe(
        List.of(
            new Stage(7_000, Map.of(FACTS, 1.0), 1, 0, 1),
            new Stage(10_000, Map.of(FACTS, 0.2, TABLE, 0.7, ALIKE, 0.1), 1, 0, 0.6),
            new Stage(9_000, Map.of(FACTS, 0.1, TABLE, 0.45, ALIKE, 0.15, GAME, 0.3), 1, 0.3, 0.4),
            new Stage(1, Map.of(FACTS, 0.05, TABLE, 0.35, ALIKE, 0.1, GAME, 0.5), 0.3, 0.5, 0.4)),
        4,
        7,
        7,
        new LossWeights(0.1, 1, 2, 0.5, 0.2, 1));
  }

  /** Games alone, as the corpus tells them in the end. */
  public CorpusRecipe gamesOnly() {
    Stage last = stages.getLast();
    return new CorpusRecipe(
        List.of(new Stage(1, Map.of(GAME, 1.0), last.compact(), last.setting(), last.again())),
        minimumRounds,
        maximumRounds,
        questions,
        weights);
  }

  /** The stage to which a document belongs. */
  Stage stage(long index) {
    long left = index;
    for (Stage stage : stages) {
      if (left < stage.documents()) {
        return stage;
      }
      left -= stage.documents();
    }
    return stages.getLast();
  }
}

package org.ethogram.organisms.corpus;

import static org.ethogram.organisms.corpus.DocumentKind.CHOICE;
import static org.ethogram.organisms.corpus.DocumentKind.FACTS;
import static org.ethogram.organisms.corpus.DocumentKind.GAME;
import static org.ethogram.organisms.corpus.DocumentKind.MOST_OF_FACTS;
import static org.ethogram.organisms.corpus.DocumentKind.MOST_OF_TABLE;
import static org.ethogram.organisms.corpus.DocumentKind.RULES;
import static org.ethogram.organisms.corpus.DocumentKind.TABLE;

import java.util.List;
import java.util.Map;

/**
 * What the documents of a corpus are like.
 *
 * @param stages the curriculum, in order
 * @param minimumRounds of a game
 * @param maximumRounds of a game
 * @param pointsTold share of games in which each round tells what it brought
 */
public record CorpusRecipe(
    List<Stage> stages,
    int minimumRounds,
    int maximumRounds,
    double pointsTold,
    LossWeights weights) {
  public CorpusRecipe {
    stages = List.copyOf(stages);
  }

  /** The recipe whose figures stand in docs/organisms.md. */
  public static CorpusRecipe standard() {
    return new CorpusRecipe(
        List.of(
            new Stage(10_000, Map.of(FACTS, 0.7, MOST_OF_FACTS, 0.3)),
            new Stage(
                11_500, Map.of(TABLE, 0.5, MOST_OF_TABLE, 0.2, FACTS, 0.2, MOST_OF_FACTS, 0.1)),
            new Stage(
                10_500,
                Map.of(RULES, 0.35, CHOICE, 0.3, TABLE, 0.15, MOST_OF_TABLE, 0.15, FACTS, 0.05)),
            new Stage(
                1,
                Map.of(
                    GAME,
                    0.4,
                    RULES,
                    0.2,
                    CHOICE,
                    0.2,
                    MOST_OF_TABLE,
                    0.08,
                    TABLE,
                    0.07,
                    FACTS,
                    0.05))),
        4,
        8,
        0.25,
        new LossWeights(0.1, 1, 0.2, 1, 0.5));
  }

  /** Games alone, as the corpus tells them in the end. */
  CorpusRecipe gamesOnly() {
    return new CorpusRecipe(
        List.of(new Stage(1, Map.of(GAME, 1.0))),
        minimumRounds,
        maximumRounds,
        pointsTold,
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

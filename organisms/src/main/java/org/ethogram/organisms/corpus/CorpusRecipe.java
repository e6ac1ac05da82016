package org.ethogram.organisms.corpus;

/**
 * What the documents of a corpus are like.
 *
 * @param games share of documents that tell a game with its rounds; the rest only ask about tables
 * @param minimumRounds of a game
 * @param maximumRounds of a game
 * @param pointsTold share of games in which each round tells what it brought
 * @param wordingWeight loss weight of wording that never changes
 * @param actionWeight loss weight of an action in a round
 * @param pointsWeight loss weight of points in a round
 * @param answerWeight loss weight of an answer
 */
public record CorpusRecipe(
    double games,
    int minimumRounds,
    int maximumRounds,
    double pointsTold,
    double wordingWeight,
    double actionWeight,
    double pointsWeight,
    double answerWeight) {
  /** The recipe whose figures stand in docs/organisms.md. */
  public static CorpusRecipe standard() {
    return new CorpusRecipe(0.5, 4, 8, 0.25, 0.1, 1, 0.2, 1);
  }
}

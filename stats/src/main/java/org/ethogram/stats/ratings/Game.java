package org.ethogram.stats.ratings;

/**
 * One comparison of two players.
 *
 * @param score of the first player: 1 won, 0 lost, 0.5 drawn; anything between is a share
 * @param cluster games of one cluster, such as a prompt, may depend on each other
 */
public record Game(String first, String second, double score, String cluster) {
  public Game {
    if (!(score >= 0 && score <= 1) || first.equals(second)) {
      throw new IllegalArgumentException(
          "not a game: " + first + " against " + second + ", score " + score);
    }
  }
}

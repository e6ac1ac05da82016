package org.ethogram.models;

import java.util.List;

/**
 * @param text what the token writes; its name where it is a special token that writes nothing
 * @param logProbability natural logarithm, at most 0
 * @param alternatives the most probable tokens of the position, most probable first, the token
 *     itself among them if it is one; as many as were asked for
 */
public record TokenLogProbability(
    String text, double logProbability, List<Alternative> alternatives) {
  /** How many alternatives can be asked for at most, as in OpenAI's interface. */
  public static final int MOST_ALTERNATIVES = 20;

  public TokenLogProbability {
    alternatives = List.copyOf(alternatives);
  }

  /** Without alternatives. */
  public TokenLogProbability(String text, double logProbability) {
    this(text, logProbability, List.of());
  }

  /**
   * A token that could stand at a position.
   *
   * @param text what it writes; its name where it is a special token that writes nothing
   * @param logProbability natural logarithm, at most 0
   */
  public record Alternative(String text, double logProbability) {}

  static int requireCount(int topLogProbabilities) {
    if (topLogProbabilities < 0 || topLogProbabilities > MOST_ALTERNATIVES) {
      throw new IllegalArgumentException(
          "0 to " + MOST_ALTERNATIVES + " alternatives can be told: " + topLogProbabilities);
    }
    return topLogProbabilities;
  }
}

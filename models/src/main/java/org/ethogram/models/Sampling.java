package org.ethogram.models;

/**
 * How the next token is drawn. The rules apply in the order of the parameters, the penalty before
 * all of them.
 *
 * @param temperature at least 0; 0 takes the most probable token
 * @param topTokens keep this many of the most probable tokens (top-k), at least 1, or {@link
 *     #ALL_TOKENS}
 * @param topProbability keep the smallest set of tokens whose mass reaches this (top-p), in (0, 1]
 * @param minimumProbability keep the tokens that are at least this times as probable as the most
 *     probable one (min-p), in [0, 1]
 * @param repetitionPenalty by which the logits of tokens that stand in the prompt or the completion
 *     are divided where positive, and multiplied where negative (Keskar et al. 2019, section 4.1);
 *     above 0, and 1 for none
 */
public record Sampling(
    double temperature,
    int topTokens,
    double topProbability,
    double minimumProbability,
    double repetitionPenalty) {
  public static final int ALL_TOKENS = Integer.MAX_VALUE;
  public static final Sampling GREEDY = atTemperature(0);

  public Sampling {
    require(temperature >= 0 && Double.isFinite(temperature), "temperature", temperature);
    require(topTokens >= 1, "number of top tokens", topTokens);
    require(topProbability > 0 && topProbability <= 1, "top probability", topProbability);
    require(
        minimumProbability >= 0 && minimumProbability <= 1,
        "minimum probability",
        minimumProbability);
    require(
        repetitionPenalty > 0 && Double.isFinite(repetitionPenalty),
        "repetition penalty",
        repetitionPenalty);
  }

  /** Draws from the whole distribution at a temperature. */
  public static Sampling atTemperature(double temperature) {
    return new Sampling(temperature, ALL_TOKENS, 1, 0, 1);
  }

  public Sampling withTopTokens(int tokens) {
    return new Sampling(temperature, tokens, topProbability, minimumProbability, repetitionPenalty);
  }

  public Sampling withTopProbability(double probability) {
    return new Sampling(temperature, topTokens, probability, minimumProbability, repetitionPenalty);
  }

  public Sampling withMinimumProbability(double probability) {
    return new Sampling(temperature, topTokens, topProbability, probability, repetitionPenalty);
  }

  public Sampling withRepetitionPenalty(double penalty) {
    return new Sampling(temperature, topTokens, topProbability, minimumProbability, penalty);
  }

  private static void require(boolean holds, String name, double value) {
    if (!holds) {
      throw new IllegalArgumentException("not a rule of sampling: " + name + " " + value);
    }
  }
}

package org.ethogram.cli.models;

import org.ethogram.models.Sampling;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How the next token is drawn; the options in the order in which the rules apply. */
final class SamplingOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec specification;

  @Option(
      names = "--repetition-penalty",
      defaultValue = "1",
      paramLabel = "X",
      description =
          "Divides the positive logits of tokens that were said, and multiplies the negative ones;"
              + " 1, the default, is none.")
  private double repetitionPenalty;

  @Option(
      names = "--temperature",
      defaultValue = "0",
      paramLabel = "X",
      description = "0, the default, takes the most probable token.")
  private double temperature;

  @Option(
      names = "--top-k",
      paramLabel = "N",
      description = "Keep the N most probable tokens; all of them unless given.")
  private int topTokens = Sampling.ALL_TOKENS;

  @Option(
      names = "--top-p",
      defaultValue = "1",
      paramLabel = "P",
      description = "Keep the fewest tokens whose mass reaches P; 1, the default, keeps all.")
  private double topProbability;

  @Option(
      names = "--min-p",
      defaultValue = "0",
      paramLabel = "P",
      description =
          "Keep tokens at least P times as probable as the most probable one; 0, the default,"
              + " keeps all.")
  private double minimumProbability;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  SamplingOptions() {}

  /**
   * @throws ParameterException for a number that is outside its range
   */
  Sampling sampling() {
    require(
        repetitionPenalty > 0 && Double.isFinite(repetitionPenalty),
        "--repetition-penalty must be above 0",
        repetitionPenalty);
    require(
        temperature >= 0 && Double.isFinite(temperature),
        "--temperature must be at least 0",
        temperature);
    require(topTokens >= 1, "--top-k must be at least 1", topTokens);
    require(
        topProbability > 0 && topProbability <= 1, "--top-p must lie in (0, 1]", topProbability);
    require(
        minimumProbability >= 0 && minimumProbability <= 1,
        "--min-p must lie in [0, 1]",
        minimumProbability);
    return new Sampling(
        temperature, topTokens, topProbability, minimumProbability, repetitionPenalty);
  }

  private void require(boolean holds, String rule, Number given) {
    if (!holds) {
      throw new ParameterException(specification.commandLine(), rule + ", not " + given);
    }
  }
}

package org.ethogram.cli.models;

import org.ethogram.models.TokenLogProbability;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many of the most probable tokens of each position are told. */
final class AlternativesOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec specification;

  @Option(
      names = "--top-logprobs",
      defaultValue = "0",
      paramLabel = "N",
      description = "Tell the N most probable tokens of each position, up to 20.")
  private int count;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  AlternativesOption() {}

  /**
   * @throws ParameterException for a number that is outside its range
   */
  int count() {
    if (count < 0 || count > TokenLogProbability.MOST_ALTERNATIVES) {
      throw new ParameterException(
          specification.commandLine(),
          "--top-logprobs must lie in 0 to "
              + TokenLogProbability.MOST_ALTERNATIVES
              + ", not "
              + count);
    }
    return count;
  }
}

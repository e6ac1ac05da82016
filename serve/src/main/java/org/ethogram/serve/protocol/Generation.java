package org.ethogram.serve.protocol;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ethogram.models.Prompt;
import org.ethogram.models.Sampling;

/**
 * What one request asks of a model.
 *
 * @param promptParameter the name of the parameter that holds the prompts
 * @param count completions for each prompt
 * @param maximumTokens 0 to echo alone; empty for as many as fit
 * @param seed empty for one that the server chooses
 * @param logProbabilities whether tokens are told with their log-probabilities
 * @param topLogProbabilities how many of the most probable tokens are told with each token
 * @param echo whether the prompt stands before its completion
 * @param usage whether a stream ends with what it cost
 */
public record Generation(
    String model,
    String promptParameter,
    List<Prompt> prompts,
    int count,
    OptionalInt maximumTokens,
    Sampling sampling,
    List<String> stops,
    OptionalLong seed,
    boolean logProbabilities,
    int topLogProbabilities,
    boolean echo,
    boolean stream,
    boolean usage) {
  public Generation {
    prompts = List.copyOf(prompts);
    stops = List.copyOf(stops);
  }

  /** How many texts the answer holds. */
  public int choices() {
    return prompts.size() * count;
  }
}

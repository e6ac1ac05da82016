package org.ethogram.models.openai;

/**
 * What a server with OpenAI's interface can do; it cannot be asked without a call that costs.
 *
 * @param logProbabilities whether log-probabilities of completed tokens are asked for
 */
public record OpenAiOptions(Scoring scoring, boolean logProbabilities) {
  /** No scoring and no log-probabilities: what every model takes. */
  public static final OpenAiOptions PLAIN = new OpenAiOptions(Scoring.NONE, false);
}

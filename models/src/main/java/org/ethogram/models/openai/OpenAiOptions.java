package org.ethogram.models.openai;

import java.util.EnumSet;
import java.util.Set;
import org.ethogram.models.Capability;
import org.ethogram.models.remote.Scoring;

/**
 * What a server with OpenAI's interface can do; it cannot be asked without a call that costs.
 *
 * @param logProbabilities whether log-probabilities of completed tokens are asked for
 */
public record OpenAiOptions(Scoring scoring, boolean logProbabilities) {
  /** No scoring and no log-probabilities: what every model takes. */
  public static final OpenAiOptions PLAIN = new OpenAiOptions(Scoring.NONE, false);

  Set<Capability> capabilities() {
    Set<Capability> capabilities = EnumSet.of(Capability.CHAT);
    if (logProbabilities) {
      capabilities.add(Capability.TOKEN_LOG_PROBABILITIES);
    }
    if (scoring != Scoring.NONE) {
      capabilities.add(Capability.SCORING);
    }
    return capabilities;
  }
}

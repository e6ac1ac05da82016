package org.ethogram.models.remote;

import java.util.Optional;

/**
 * How a model is reached and what it is asked for, as a command or a study says it.
 *
 * @param address absent for the one that the environment names, or else the provider's own
 * @param keyVariable the environment variable with the key; absent for the provider's usual one
 * @param logProbabilities whether log-probabilities of completed tokens are asked for
 */
public record Access(
    Optional<String> address,
    Optional<String> keyVariable,
    Scoring scoring,
    boolean logProbabilities) {
  /** The provider's own address and key, no scoring. */
  public static final Access USUAL =
      new Access(Optional.empty(), Optional.empty(), Scoring.NONE, false);
}

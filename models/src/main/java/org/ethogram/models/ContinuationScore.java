package org.ethogram.models;

import java.util.List;

/** How probable a continuation is, token by token. */
public record ContinuationScore(String continuation, List<TokenLogProbability> tokens) {
  public ContinuationScore {
    tokens = List.copyOf(tokens);
  }

  /** The sum over the tokens, in nats. */
  public double logProbability() {
    return tokens.stream().mapToDouble(TokenLogProbability::logProbability).sum();
  }
}

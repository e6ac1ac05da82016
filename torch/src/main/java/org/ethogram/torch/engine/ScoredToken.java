package org.ethogram.torch.engine;

import org.ethogram.models.TokenLogProbability;
import org.ethogram.torch.tokenizer.Tokenizer;

/**
 * A token where it stands.
 *
 * @param logProbability before all rules of sampling, in nats
 * @param alternatives of the same prediction
 */
record ScoredToken(int token, double logProbability, TopTokens alternatives) {
  TokenLogProbability named(Tokenizer tokenizer) {
    return new TokenLogProbability(
        tokenizer.tokenText(token), logProbability, alternatives.named(tokenizer));
  }
}

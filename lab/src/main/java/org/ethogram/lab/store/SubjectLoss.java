package org.ethogram.lab.store;

import java.util.OptionalLong;

/**
 * A language-modelling loss of a subject, the y of the law L(N, D).
 *
 * @param subject label of the subject
 * @param loss which text it was measured on, such as {@code held-out}
 * @param nats mean negative log-probability of a token
 * @param tokens how many tokens the mean is over, where that is known
 */
public record SubjectLoss(String subject, String loss, double nats, OptionalLong tokens) {
  public SubjectLoss {
    if (!Double.isFinite(nats) || tokens.orElse(1) < 1) {
      throw new IllegalArgumentException(
          "not a loss of " + subject + ": " + nats + " nats over " + tokens);
    }
  }
}

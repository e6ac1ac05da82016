package org.ethogram.models.budget;

import java.math.BigDecimal;

/**
 * What a provider charges, in whatever currency the user counts in.
 *
 * @param prompt for a million tokens of prompt, at least 0
 * @param completion for a million tokens written, at least 0
 */
public record Price(BigDecimal prompt, BigDecimal completion) {
  private static final int MILLION = 6;

  public Price {
    if (prompt.signum() < 0 || completion.signum() < 0) {
      throw new IllegalArgumentException("a price below zero: " + prompt + ", " + completion);
    }
  }

  /** What a call costs. */
  public BigDecimal of(long promptTokens, long completionTokens) {
    return prompt
        .multiply(BigDecimal.valueOf(promptTokens))
        .add(completion.multiply(BigDecimal.valueOf(completionTokens)))
        .movePointLeft(MILLION);
  }
}

package org.ethogram.models.budget;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What may be spent; an axis without a limit is empty.
 *
 * @param calls requests sent, retries among them
 * @param tokens of prompts and completions together
 * @param money in the currency of the prices
 */
public record Limits(OptionalLong calls, OptionalLong tokens, Optional<BigDecimal> money) {
  public static final Limits NONE =
      new Limits(OptionalLong.empty(), OptionalLong.empty(), Optional.empty());
}

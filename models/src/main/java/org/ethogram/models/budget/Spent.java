package org.ethogram.models.budget;

import java.math.BigDecimal;

/** What was spent, or is set aside. */
public record Spent(long calls, long tokens, BigDecimal money) {
  static final Spent NOTHING = new Spent(0, 0, BigDecimal.ZERO);

  Spent plus(Spent other) {
    return new Spent(calls + other.calls, tokens + other.tokens, money.add(other.money));
  }

  Spent minus(Spent other) {
    return new Spent(calls - other.calls, tokens - other.tokens, money.subtract(other.money));
  }
}

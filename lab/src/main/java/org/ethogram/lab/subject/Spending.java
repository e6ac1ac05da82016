package org.ethogram.lab.subject;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.ethogram.lab.yaml.Section;
import org.ethogram.lab.yaml.Value;
import org.ethogram.models.budget.Limits;
import org.ethogram.models.budget.Price;

/**
 * What a remote subject costs and may cost in one run: {@code price: {prompt: 0.5, completion:
 * 1.5}} for a million tokens, {@code budget: {calls: 1000, tokens: 2000000, money: 5}}.
 */
record Spending(Limits limits, Optional<Price> price) {
  private static final double MOST = 1e12;
  private static final String MONEY = "money";

  static Spending read(Section entry) {
    Optional<Price> price = entry.get("price").flatMap(Value::section).flatMap(Spending::price);
    Limits limits =
        entry.get("budget").flatMap(Value::section).map(Spending::limits).orElse(Limits.NONE);
    if (limits.money().isPresent() && price.isEmpty()) {
      entry.problem(
          "budget",
          "money is limited and the price is not given: write price: {prompt: .., completion: ..}");
    }
    return new Spending(limits, price);
  }

  private static Optional<Price> price(Section section) {
    Optional<BigDecimal> prompt =
        section.require("prompt", "prompt: 0.5, for a million tokens").flatMap(Spending::amount);
    Optional<BigDecimal> completion =
        section
            .require("completion", "completion: 1.5, for a million tokens")
            .flatMap(Spending::amount);
    section.finish();
    return prompt.flatMap(read -> completion.map(written -> new Price(read, written)));
  }

  private static Limits limits(Section section) {
    var limits =
        new Limits(
            count(section, "calls"),
            count(section, "tokens"),
            section.get(MONEY).flatMap(Spending::amount));
    section.finish();
    if (section.keys().isEmpty()) {
      section.problem(MONEY, "a budget limits calls, tokens or money");
    }
    return limits;
  }

  private static OptionalLong count(Section section, String key) {
    Optional<Long> count = section.get(key).flatMap(value -> value.integer(1, Long.MAX_VALUE));
    return count.isPresent() ? OptionalLong.of(count.get()) : OptionalLong.empty();
  }

  private static Optional<BigDecimal> amount(Value value) {
    return value.number(0, MOST).map(BigDecimal::valueOf);
  }
}

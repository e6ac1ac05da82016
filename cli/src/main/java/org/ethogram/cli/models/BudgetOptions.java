package org.ethogram.cli.models;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.models.budget.Budget;
import org.ethogram.models.budget.Limits;
import org.ethogram.models.budget.Price;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What remote calls may cost. */
final class BudgetOptions {
  @Option(names = "--max-calls", paramLabel = "N", description = "Stop before more calls.")
  private @Nullable Long calls;

  @Option(
      names = "--max-total-tokens",
      paramLabel = "N",
      description = "Stop before more tokens, of prompts and answers together.")
  private @Nullable Long tokens;

  @Option(names = "--max-cost", paramLabel = "X", description = "Stop before more money.")
  private @Nullable BigDecimal money;

  @Option(
      names = "--price",
      paramLabel = "MODEL=IN,OUT",
      description = "For a million tokens of prompt and of answer; may be repeated.")
  private Map<String, String> prices = new HashMap<>();

  BudgetOptions() {}

  Budget read() {
    if ((calls != null && calls < 0)
        || (tokens != null && tokens < 0)
        || (money != null && money.signum() < 0)) {
      throw invalid("--max-calls, --max-total-tokens, --max-cost", "a limit is below zero");
    }
    Map<String, Price> table = new HashMap<>();
    prices.forEach((model, text) -> table.put(model, price(model, text)));
    return new Budget(
        new Limits(
            calls == null ? OptionalLong.empty() : OptionalLong.of(calls),
            tokens == null ? OptionalLong.empty() : OptionalLong.of(tokens),
            Optional.ofNullable(money)),
        table);
  }

  private static Price price(String model, String text) {
    if (!text.matches("\\d{1,9}(\\.\\d{1,9})?,\\d{1,9}(\\.\\d{1,9})?")) {
      throw invalid("--price " + model, "'" + text + "' is no pair of prices");
    }
    int comma = text.indexOf(',');
    return new Price(
        new BigDecimal(text.substring(0, comma)), new BigDecimal(text.substring(comma + 1)));
  }

  private static EthogramException invalid(String place, String problem) {
    return new EthogramException(
        ErrorCode.USAGE, place, problem, "Write numbers such as --price gpt-x=2.5,10");
  }
}

package org.ethogram.cli.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.ethogram.lab.plan.Forecast;
import org.ethogram.lab.subject.Terms;
import org.ethogram.models.budget.Limits;

/** What a remote subject would come to, and whether its budget is enough. */
final class BillText {
  private static final int DIGITS = 4;

  private BillText() {}

  static String of(Forecast.ForeseenBill foreseen) {
    Terms.Bill bill = foreseen.bill();
    List<String> parts = new ArrayList<>();
    parts.add(range("requests", bill.leastRequests(), bill.mostRequests()));
    parts.add(
        range("tokens", bill.leastTokens(), bill.mostTokens())
            + String.format(
                Locale.ROOT,
                " (at %d to %d bytes a token)",
                Terms.LEAST_BYTES_A_TOKEN,
                Terms.MOST_BYTES_A_TOKEN));
    parts.add(
        bill.leastMoney()
            .map(least -> "cost " + money(least) + " to " + money(bill.mostMoney().orElseThrow()))
            .orElse("cost unknown without 'price'"));
    parts.addAll(budget(foreseen.terms().limits(), bill));
    return String.join("; ", parts);
  }

  private static List<String> budget(Limits limits, Terms.Bill bill) {
    List<String> said = new ArrayList<>();
    limit("calls", limits.calls(), bill.leastRequests(), bill.mostRequests(), said);
    limit("tokens", limits.tokens(), bill.leastTokens(), bill.mostTokens(), said);
    limits
        .money()
        .ifPresent(
            money ->
                said.add(
                    "budget "
                        + money.toPlainString()
                        + " of money: "
                        + verdict(
                            money.compareTo(bill.leastMoney().orElse(BigDecimal.ZERO)),
                            money.compareTo(bill.mostMoney().orElse(BigDecimal.ZERO)))));
    return said;
  }

  private static void limit(
      String name, OptionalLong limit, long least, long most, List<String> said) {
    if (limit.isPresent()) {
      long allowed = limit.getAsLong();
      said.add(
          String.format(
              Locale.ROOT,
              "budget %,d %s: %s",
              allowed,
              name,
              verdict(Long.compare(allowed, least), Long.compare(allowed, most))));
    }
  }

  private static String verdict(int overLeast, int overMost) {
    if (overLeast < 0) {
      return "one run will not do";
    }
    return overMost < 0 ? "may not do in one run" : "enough";
  }

  private static String range(String name, long least, long most) {
    return String.format(Locale.ROOT, "%,d to %,d %s", least, most, name);
  }

  private static String money(BigDecimal amount) {
    return amount.setScale(DIGITS, RoundingMode.HALF_UP).toPlainString();
  }
}

package org.ethogram.cli.run;

import java.util.Locale;
import java.util.stream.Collectors;
import org.ethogram.lab.plan.Forecast;
import org.ethogram.lab.subject.ForeseenSubject;

/** What {@code --dry-run} shows. */
final class ForecastText {
  private ForecastText() {}

  static String of(Forecast forecast) {
    StringBuilder text = new StringBuilder();
    line(text, "study", forecast.study().name() + ", seed " + forecast.study().seed().value());
    line(
        text,
        "subjects",
        forecast.subjects().size()
            + " ("
            + forecast.toGrow()
            + " to be grown first"
            + (forecast.toFetch() > 0 ? ", " + forecast.toFetch() + " to be fetched" : "")
            + "): "
            + forecast.subjects().stream()
                .map(ForeseenSubject::label)
                .collect(Collectors.joining(", ")));
    for (Forecast.ForeseenEvaluation evaluation : forecast.evaluations()) {
      line(
          text,
          evaluation.name(),
          String.format(
              Locale.ROOT,
              "%,d cases a subject, %,d to %,d calls of its model",
              evaluation.cases(),
              evaluation.calls().least().calls(),
              evaluation.calls().most().calls()));
    }
    line(
        text,
        "episodes",
        String.format(
            Locale.ROOT, "%,d, of which %,d are done", forecast.episodes(), forecast.completed()));
    line(
        text,
        "calls left",
        String.format(
            Locale.ROOT,
            "%,d to %,d",
            forecast.calls().least().calls(),
            forecast.calls().most().calls()));
    for (Forecast.ForeseenBill bill : forecast.bills()) {
      line(text, bill.label(), BillText.of(bill));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "%-12s %s%n", name, value));
  }
}

package org.ethogram.report.fits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ethogram.report.findings.Answer;
import org.ethogram.report.findings.Numbers;
import org.ethogram.report.tables.Table;
import org.ethogram.report.tables.Table.Cell;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.laws.fits.Extrapolation;
import org.ethogram.stats.laws.fits.Forecast;
import org.ethogram.stats.laws.fits.LawComparison;

/** Tables of laws. */
public final class LawTables {
  private LawTables() {}

  /** Every parameter of every group with its intervals. */
  public static Table parameters(List<FittedLaw> laws) {
    List<List<Cell>> rows = new ArrayList<>();
    for (FittedLaw law : laws) {
      for (Map.Entry<String, Estimate> each : law.fit().parameters().entrySet()) {
        Estimate profile = law.profiles().get(each.getKey());
        rows.add(
            List.of(
                Cell.words(law.group()),
                Cell.code(each.getKey()),
                Cell.number(FitText.value(each.getValue())),
                Cell.number(FitText.interval(each.getValue().interval())),
                Cell.number(
                    FitText.interval(profile == null ? Optional.empty() : profile.interval())),
                Cell.number(law.fit().points().size() + " / " + law.fit().clusters())));
      }
    }
    return new Table(
        "Parameters of " + laws.getFirst().fit().law().formula(),
        "",
        List.of(
            "group",
            "parameter",
            "value",
            "interval, cluster bootstrap",
            "interval, profile",
            "rows / clusters"),
        rows);
  }

  /** What was predicted and not seen; relative errors for losses, differences for rates. */
  public static Table heldOut(List<FittedLaw> laws) {
    List<List<Cell>> rows = new ArrayList<>();
    for (FittedLaw law : laws) {
      for (FittedLaw.HeldOutValue each : law.heldOut()) {
        Extrapolation prediction = each.extrapolation();
        rows.add(
            List.of(
                Cell.words(law.group()),
                Cell.number(FitText.amount(prediction.heldOut())),
                Cell.number(FitText.amount(mean(prediction.predicted()))),
                Cell.number(FitText.amount(prediction.error())),
                Cell.number(FitText.amount(each.noChange())),
                Cell.number(Integer.toString(prediction.errors().size()))));
      }
    }
    return new Table(
        "Held out",
        "",
        List.of(
            "group",
            "held out",
            "predicted",
            errorName(laws),
            errorName(laws) + " of no change",
            "rows"),
        rows);
  }

  /** The error of predicting each value from the smaller ones. */
  public static Table backTest(List<FittedLaw> laws) {
    List<List<Cell>> rows = new ArrayList<>();
    for (FittedLaw law : laws) {
      for (Extrapolation each : law.backTest()) {
        rows.add(
            List.of(
                Cell.words(law.group()),
                Cell.number(FitText.amount(each.heldOut())),
                Cell.number(FitText.amount(each.error())),
                Cell.number(Integer.toString(each.errors().size()))));
      }
    }
    return new Table(
        "Back-test: each value from the smaller ones",
        "",
        List.of("group", "predicted value of the input", errorName(laws), "rows"),
        rows);
  }

  /** Forecasts with the back-test's last error beside them. */
  public static Table forecasts(List<FittedLaw> laws) {
    List<List<Cell>> rows = new ArrayList<>();
    for (FittedLaw law : laws) {
      String tested =
          law.backTest().isEmpty()
              ? Numbers.NOT_AVAILABLE
              : FitText.amount(law.backTest().getLast().error());
      for (Forecast each : law.forecasts()) {
        rows.add(
            List.of(
                Cell.words(law.group()),
                Cell.words(place(law, each)),
                Cell.number(FitText.amount(each.mean())),
                Cell.number(FitText.interval(each.interval())),
                Cell.number(FitText.interval(each.prediction())),
                Cell.number(tested)));
      }
    }
    return new Table(
        "Forecasts",
        "",
        List.of(
            "group",
            "at",
            "law",
            "interval of the law",
            "interval of a new one",
            "last back-test error"),
        rows);
  }

  /** Akaike's criterion of the law and its rivals. */
  public static Table comparison(List<FittedLaw> laws) {
    List<List<Cell>> rows = new ArrayList<>();
    for (FittedLaw law : laws) {
      law.comparison()
          .ifPresent(
              comparison -> comparison.rows().forEach(row -> rows.add(compared(law.group(), row))));
      law.failures()
          .forEach(
              (rival, why) ->
                  rows.add(
                      List.of(
                          Cell.words(law.group()),
                          Cell.code(rival),
                          Cell.words(why),
                          Cell.number(Numbers.NOT_AVAILABLE),
                          Cell.number(Numbers.NOT_AVAILABLE))));
    }
    return new Table(
        "Comparison", "", List.of("group", "law", "AICc", "difference", "Akaike weight"), rows);
  }

  private static List<Cell> compared(String group, LawComparison.Row row) {
    return List.of(
        Cell.words(group),
        Cell.code(row.law()),
        Cell.number(
            row.aicc().isPresent() ? FitText.amount(row.aicc().getAsDouble()) : "too few rows"),
        Cell.number(
            row.difference().isPresent()
                ? FitText.amount(row.difference().getAsDouble())
                : Numbers.NOT_AVAILABLE),
        Cell.number(FitText.amount(row.weight())));
  }

  /** What y does along each input of a law. */
  public static Table directions(List<FittedLaw> laws) {
    List<List<Cell>> rows = new ArrayList<>();
    for (FittedLaw law : laws) {
      for (FittedLaw.Direction each : law.directions()) {
        rows.add(
            List.of(
                Cell.words(law.group()),
                Cell.code(each.input()),
                Cell.words(Answer.word(each.call().verdict())),
                Cell.number(FitText.value(each.trend().slope())),
                Cell.number(FitText.interval(each.trend().slope().interval())),
                Cell.number(Numbers.pValue(each.call().pValue())),
                Cell.words(each.call().reason())));
      }
    }
    return new Table(
        "Directions",
        "",
        List.of("group", "along", "verdict", "per decade", "interval", "corrected p", "why"),
        rows);
  }

  /** Differences for rates fitted by their likelihood, else shares of the figure. */
  private static String errorName(List<FittedLaw> laws) {
    return laws.getFirst().fit().loss().needsRate() ? "error" : "relative error";
  }

  private static String place(FittedLaw law, Forecast forecast) {
    List<String> parts = new ArrayList<>();
    for (int input = 0; input < forecast.x().size(); input++) {
      parts.add(
          law.fit().law().inputs().get(input) + " = " + FitText.amount(forecast.x().get(input)));
    }
    return String.join(", ", parts);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(value -> value).average().orElseThrow();
  }
}

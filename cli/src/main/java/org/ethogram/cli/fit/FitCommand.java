package org.ethogram.cli.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;
import org.ethogram.lab.dataset.Cells;
import org.ethogram.report.fits.Columns;
import org.ethogram.report.fits.FitFields;
import org.ethogram.report.fits.FittedLaw;
import org.ethogram.report.fits.HoldOut;
import org.ethogram.report.fits.LawFigures;
import org.ethogram.report.fits.LawFitting;
import org.ethogram.report.fits.LawRequest;
import org.ethogram.report.fits.LawTables;
import org.ethogram.report.fits.LossChoice;
import org.ethogram.report.fits.Observations;
import org.ethogram.stats.laws.fits.BoundedLaw.Bounds;
import org.ethogram.stats.laws.fits.LawFamily;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ethogram fit}. */
@Command(
    name = "fit",
    description = {
      "Fits a law to a table: parameters with intervals, residuals, predictions held out.",
      "Laws: power-law, joint-power-law, broken-power-law (-2, -3), saturating, logit-flat,",
      "logit-linear, logit-quadratic."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class FitCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;
  @Mixin private TableOptions table;

  @Option(names = "--law", required = true, paramLabel = "LAW", description = "See above.")
  private String law;

  @Option(
      names = "--compare",
      split = ",",
      paramLabel = "LAW",
      description = "Other laws to compare it with.")
  private List<String> rivals = List.of();

  @Option(
      names = "--loss",
      defaultValue = "auto",
      paramLabel = "LOSS",
      description = {
        "auto, least-squares, huber, binomial or beta-binomial.",
        "auto: Huber on logarithms; with --se least squares; with --trials the binomial."
      })
  private String loss;

  @Option(
      names = "--bound",
      paramLabel = "PARAMETER=LOW:HIGH",
      description = "Keeps a parameter in a range, as in alpha=0.1:0.9; may be repeated.")
  private List<String> bounds = List.of();

  @Option(
      names = "--holdout",
      paramLabel = "[COLUMN:]largest:K",
      description = "Predicts the K largest values of an input from the smaller ones.")
  private @Nullable String holdOut;

  @Option(
      names = "--forecast",
      paramLabel = "COLUMN=VALUE,...",
      description = "What the law expects at a place, as in N=1e12,D=3e13; may be repeated.")
  private List<String> forecasts = List.of();

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  public FitCommand() {}

  @Override
  public Integer call() {
    Columns columns = table.columns();
    Observations observations = Observations.of(table.dataset(), columns);
    List<FittedLaw> laws = LawFitting.of(observations, request(columns));
    new Delivery(table, specification.commandLine())
        .deliver(
            "fit",
            observations,
            columns,
            laws.stream().map(one -> FitFields.of(one, observations, columns)).toList(),
            List.of(
                LawTables.parameters(laws),
                LawTables.comparison(laws),
                LawTables.heldOut(laws),
                LawTables.backTest(laws),
                LawTables.forecasts(laws),
                LawTables.directions(laws)),
            List.of(LawFigures.laws(laws, columns), LawFigures.residuals(laws, columns)));
    return 0;
  }

  private LawRequest request(Columns columns) {
    return new LawRequest(
        columns,
        LawFamily.named(law),
        rivals.stream().map(LawFamily::named).toList(),
        lossChoice(),
        bounds(),
        Optional.ofNullable(holdOut).map(text -> HoldOut.parse(text, columns.x())),
        forecasts.stream().map(text -> place(text, columns.x())).toList(),
        table.bootstrap(),
        table.rule());
  }

  private LossChoice lossChoice() {
    List<String> names = new ArrayList<>();
    for (LossChoice choice : LossChoice.values()) {
      names.add(choice.toString());
      if (Suggestion.plain(choice.toString()).equals(Suggestion.plain(loss))) {
        return choice;
      }
    }
    throw usage("loss '" + loss + "'", "no loss of this name", Suggestion.remedy(loss, names));
  }

  private Map<String, Bounds> bounds() {
    Map<String, Bounds> all = new LinkedHashMap<>();
    for (String text : bounds) {
      int equals = text.indexOf('=');
      String[] ends = text.substring(equals + 1).split(":", -1);
      if (equals < 1 || ends.length != 2) {
        throw usage("bound '" + text + "'", "not understood", "Write it as in alpha=0.1:0.9");
      }
      all.put(
          text.substring(0, equals).strip(),
          new Bounds(number("bound", ends[0]), number("bound", ends[1])));
    }
    return all;
  }

  private static List<Double> place(String text, List<String> inputs) {
    Map<String, Double> given = new LinkedHashMap<>();
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals < 1) {
        throw usage("forecast '" + text + "'", "not understood", "Write it as in N=1e12,D=3e13");
      }
      given.put(part.substring(0, equals).strip(), number("forecast", part.substring(equals + 1)));
    }
    for (String name : given.keySet()) {
      if (!inputs.contains(name)) {
        throw usage(
            "forecast '" + text + "'", "no input '" + name + "'", Suggestion.remedy(name, inputs));
      }
    }
    List<Double> place = new ArrayList<>();
    for (String input : inputs) {
      Double value = given.get(input);
      if (value == null || !(value > 0)) {
        throw usage(
            "forecast '" + text + "'",
            "no value above 0 for " + input,
            "Give one value above 0 for each input");
      }
      place.add(value);
    }
    return place;
  }

  private static double number(String place, String text) {
    OptionalDouble number = Cells.number(text.strip());
    if (number.isEmpty() || Double.isInfinite(number.getAsDouble())) {
      throw usage(place, "'" + text + "' is no finite number", "Give a number such as 1e12");
    }
    return number.getAsDouble();
  }

  private static EthogramException usage(String place, String problem, String remedy) {
    return new EthogramException(ErrorCode.USAGE, place, problem, remedy);
  }
}

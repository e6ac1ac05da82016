package org.ethogram.cli.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.report.figure.Figure;
import org.ethogram.report.fits.Columns;
import org.ethogram.report.fits.FigureScale;
import org.ethogram.report.fits.FitFields;
import org.ethogram.report.fits.GroupTrend;
import org.ethogram.report.fits.Observations;
import org.ethogram.report.fits.TrendFigures;
import org.ethogram.report.fits.TrendFitting;
import org.ethogram.report.fits.TrendRequest;
import org.ethogram.report.fits.TrendTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ethogram trend}. */
@Command(
    name = "trend",
    description = {
      "Calls the direction of each group of a table along each input: rises, falls, U-shaped,",
      "inverse U, flat, or not enough data; corrected for the number of verdicts."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class TrendCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;
  @Mixin private TableOptions table;

  @Option(
      names = "--link",
      defaultValue = "auto",
      paramLabel = "LINK",
      description = {
        "logit for rates, log for figures above 0, identity for others.",
        "auto: the first of these that every y allows."
      })
  private String link;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  public TrendCommand() {}

  @Override
  public Integer call() {
    Columns columns = table.columns();
    Observations observations = Observations.of(table.dataset(), columns);
    List<GroupTrend> trends =
        TrendFitting.of(
            observations, new TrendRequest(columns, chosen(), table.bootstrap(), table.rule()));
    List<Figure> figures = new ArrayList<>();
    columns.x().forEach(input -> figures.add(TrendFigures.of(trends, columns, input)));
    new Delivery(table, specification.commandLine())
        .deliver(
            "trend",
            observations,
            columns,
            trends.stream().map(one -> FitFields.of(one, observations, columns)).toList(),
            List.of(TrendTables.verdicts(trends), TrendTables.joint(trends, columns)),
            figures);
    return 0;
  }

  private Optional<FigureScale> chosen() {
    return switch (link.toLowerCase(Locale.ROOT)) {
      case "auto" -> Optional.empty();
      case "logit" -> Optional.of(FigureScale.LOGIT);
      case "log" -> Optional.of(FigureScale.LOG);
      case "identity" -> Optional.of(FigureScale.IDENTITY);
      default ->
          throw new EthogramException(
              ErrorCode.USAGE,
              "link '" + link + "'",
              "no link of this name",
              "Choose auto, logit, log or identity");
    };
  }
}

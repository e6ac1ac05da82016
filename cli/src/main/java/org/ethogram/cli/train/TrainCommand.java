package org.ethogram.cli.train;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.ethogram.cli.display.CommandText;
import org.ethogram.cli.display.DisplayMode;
import org.ethogram.cli.display.Displays;
import org.ethogram.cli.display.Interruption;
import org.ethogram.cli.display.JsonLines;
import org.ethogram.cli.hub.HubOptions;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.lab.recipe.Recipe;
import org.ethogram.lab.recipe.RecipeFile;
import org.ethogram.lab.training.TrainingForecast;
import org.ethogram.lab.training.TrainingOutcome;
import org.ethogram.lab.training.TrainingRun;
import org.ethogram.models.reference.ModelReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ethogram train}. */
@Command(
    name = "train",
    description = {
      "Trains a language model, or an adapter of one, as a recipe says.",
      "The same command again goes on where it was, to the same weights."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;

  @Parameters(index = "0", paramLabel = "RECIPE.yaml")
  private Path file;

  @Option(names = "--dry-run", description = "Show what would be trained; train nothing.")
  private boolean dryRun;

  @Option(names = "--seed", paramLabel = "S", description = "Replaces the recipe's seed.")
  private @Nullable Long seed;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Changes the recipe, as in optimizer.learning-rate=0.001; may be repeated.")
  private List<String> sets = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run's folder; the recipe's output, or runs/NAME-seedS, when not given.")
  private @Nullable Path out;

  @Mixin private HubOptions hub;

  @Option(names = "--display", description = "${COMPLETION-CANDIDATES}")
  private @Nullable DisplayMode display;

  @Option(names = "--json", description = "Print JSON lines.")
  private boolean json;

  @Option(names = "--rank", hidden = true, description = "Of a process that another has started.")
  private @Nullable Integer rank;

  @Option(names = "--meeting", hidden = true, description = "Where it finds the others.")
  private @Nullable Path meeting;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  public TrainCommand() {}

  @Override
  public Integer call() {
    PrintWriter output = specification.commandLine().getOut();
    Recipe recipe =
        RecipeFile.read(
            file,
            sets,
            seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
            this::modelOfHub);
    Path folder =
        out != null
            ? out
            : recipe
                .output()
                .orElseGet(() -> Path.of("runs", recipe.name() + "-seed" + recipe.seed().value()));
    if (dryRun) {
      TrainingForecast forecast = TrainingForecast.of(recipe, folder);
      if (json) {
        JsonLines.print(output, ForecastFields.of(forecast));
      } else {
        output.print(ForecastText.of(forecast));
        output.flush();
      }
      return 0;
    }
    Companion companion = new Companion(specification.commandLine().getParseResult());
    if (rank != null && meeting != null) {
      new TrainingRun(recipe, folder, "", companion)
          .assist(rank, meeting, Interruption.listen(specification.commandLine().getErr()));
      return 0;
    }
    return train(recipe, folder, companion, output);
  }

  private Path modelOfHub(ModelReference.Hub reference) {
    return dryRun
        ? hub.fetched(reference)
        : hub.folder(reference, specification.commandLine().getErr());
  }

  private int train(Recipe recipe, Path folder, Companion companion, PrintWriter output) {
    PrintWriter errors = specification.commandLine().getErr();
    DisplayMode mode =
        json ? DisplayMode.JSON : display == null ? DisplayMode.preferred() : display;
    Progress progress = Displays.of(mode, output, errors);
    String command = CommandText.of(specification.commandLine().getParseResult().originalArgs());
    try {
      TrainingOutcome outcome =
          new TrainingRun(recipe, folder, command, companion)
              .run(progress, Interruption.listen(errors));
      OutcomeText.print(output, errors, mode, outcome);
      return 0;
    } catch (EthogramException e) {
      if (e.code() == ErrorCode.INTERRUPTED) {
        errors.println("To go on: " + command);
        errors.flush();
      }
      throw e;
    }
  }
}

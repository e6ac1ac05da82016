package org.ethogram.cli.run;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.ethogram.cli.display.CommandText;
import org.ethogram.cli.display.DisplayMode;
import org.ethogram.cli.display.Displays;
import org.ethogram.cli.display.Interruption;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.Progress;
import org.ethogram.lab.run.ErrorTolerance;
import org.ethogram.lab.run.RunOptions;
import org.ethogram.lab.run.RunSummary;
import org.ethogram.lab.run.StudyRunner;
import org.ethogram.lab.store.EpisodeStore;
import org.ethogram.lab.store.SqliteStore;
import org.ethogram.lab.study.Study;
import org.ethogram.lab.study.StudyFile;
import org.ethogram.lab.study.Vocabulary;
import org.ethogram.lab.subject.Workplace;
import org.ethogram.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ethogram run}. */
@Command(
    name = "run",
    description = {
      "Runs a study: makes its subjects ready, plays what is left, writes the report.",
      "The same command again continues where it was."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;

  @Parameters(index = "0", paramLabel = "STUDY.yaml")
  private Path file;

  @Option(
      names = "--dry-run",
      description = "Show what would be run; open, grow and fetch nothing.")
  private boolean dryRun;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most N new episodes, spread over the subjects.")
  private @Nullable Long limit;

  @Option(names = "--seed", paramLabel = "S", description = "Replaces the study's seed.")
  private @Nullable Long seed;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Changes the study, as in evaluations.cooperation.rounds=4; may be repeated.")
  private List<String> sets = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run's folder; runs/NAME-seedS when not given.")
  private @Nullable Path out;

  @Option(
      names = "--fail-on-error",
      paramLabel = "N",
      description = "Stop once more errored episodes than this number, or share, are there.")
  private @Nullable String failOnError;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Models computing at once; every core when not given.")
  private @Nullable Integer threads;

  @Option(
      names = "--offline",
      description = "Ask no hub: a model that its cache does not have is an error.")
  private boolean offline;

  @Option(names = "--display", description = "${COMPLETION-CANDIDATES}")
  private @Nullable DisplayMode display;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  public RunCommand() {}

  @Override
  public Integer call() {
    PrintWriter output = specification.commandLine().getOut();
    PrintWriter errors = specification.commandLine().getErr();
    Study study =
        new StudyFile(Vocabulary.standard())
            .read(file, sets, seed == null ? OptionalLong.empty() : OptionalLong.of(seed));
    Path folder =
        out == null ? Path.of("runs", study.name() + "-seed" + study.seed().value()) : out;
    StudyRunner runner =
        new StudyRunner(
            Workplace.here(
                threads == null ? Runtime.getRuntime().availableProcessors() : threads, offline));
    if (dryRun) {
      output.print(ForecastText.of(runner.foresee(study, folder)));
      output.flush();
      return 0;
    }
    return run(runner, study, folder, output, errors);
  }

  private int run(
      StudyRunner runner, Study study, Path folder, PrintWriter output, PrintWriter errors) {
    DisplayMode mode = display == null ? DisplayMode.preferred() : display;
    Progress progress = Displays.of(mode, output, errors);
    String command = CommandText.of(specification.commandLine().getParseResult().originalArgs());
    RunSummary summary =
        runner.run(
            study,
            folder,
            new RunOptions(
                command,
                limit == null ? OptionalLong.empty() : OptionalLong.of(limit),
                failOnError == null ? ErrorTolerance.NONE : ErrorTolerance.parse(failOnError),
                progress,
                Interruption.listen(errors),
                _ -> {}));
    try (EpisodeStore store = SqliteStore.read(folder)) {
      Report.Written report = Report.write(store, folder, progress);
      RunText.print(output, errors, mode, summary, report);
    }
    if (summary.left() > 0) {
      errors.println("To go on: " + command);
      errors.flush();
    }
    return summary.problem().map(ErrorCode::exitCode).orElse(0);
  }
}

package org.ethogram.cli.fit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.lab.dataset.Condition;
import org.ethogram.lab.dataset.Dataset;
import org.ethogram.lab.dataset.DatasetFile;
import org.ethogram.report.fits.Clusters;
import org.ethogram.report.fits.Columns;
import org.ethogram.stats.laws.rates.VerdictRule;
import org.ethogram.stats.resampling.ClusterBootstrap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The table of a fit, what its columns mean, and how sure one wants to be. */
final class TableOptions {
  private static final String EVERY_ROW = "none";

  @Parameters(
      index = "0",
      paramLabel = "DATA",
      description = "A table: .csv, .tsv, .jsonl or .parquet.")
  private Path data;

  @Option(
      names = "--x",
      required = true,
      split = ",",
      paramLabel = "COLUMN",
      description = "The inputs, such as N,D; each above 0. 1+S is one more than column S.")
  private List<String> x;

  @Option(
      names = "--y",
      required = true,
      paramLabel = "COLUMN",
      description = "The figure, such as a loss or a rate.")
  private String y;

  @Option(names = "--se", paramLabel = "COLUMN", description = "The standard error of y.")
  private @Nullable String standardError;

  @Option(
      names = "--trials",
      paramLabel = "COLUMN",
      description = "How many trials stand behind a rate.")
  private @Nullable String trials;

  @Option(
      names = "--cluster",
      paramLabel = "COLUMN",
      description = {
        "What was trained or drawn once: rows that share it are repeated measures.",
        "'none' when every row is a run of its own. Without it there are no intervals."
      })
  private @Nullable String cluster;

  @Option(
      names = "--variant",
      paramLabel = "COLUMN",
      description = "The prompt variant that clusters share.")
  private @Nullable String variant;

  @Option(names = "--group", paramLabel = "COLUMN", description = "What is fitted apart.")
  private @Nullable String group;

  @Option(
      names = "--where",
      paramLabel = "CONDITION",
      description = "Rows to keep, as in step>=1000 or metric=acc; may be repeated.")
  private List<String> where = List.of();

  @Option(
      names = "--join",
      paramLabel = "FILE",
      description = "A second table whose columns are added, such as the size of each model.")
  private @Nullable Path join;

  @Option(
      names = "--on",
      paramLabel = "COLUMN",
      description = "The column that both tables share; needed with --join.")
  private @Nullable String on;

  @Option(
      names = "--bootstrap",
      paramLabel = "B",
      defaultValue = "1000",
      description = "Resamples of whole clusters, at least 100. Default: ${DEFAULT-VALUE}.")
  private int bootstrap;

  @Option(
      names = "--level",
      paramLabel = "P",
      defaultValue = "0.95",
      description = "Of every interval. Default: ${DEFAULT-VALUE}.")
  private double level;

  @Option(
      names = "--margin",
      paramLabel = "M",
      description = {
        "The change per decade that does not matter: within it a trend is flat.",
        "Default: 0.2 logits for rates, 0.05 (a change by 5%) for other figures."
      })
  private @Nullable Double margin;

  @Option(
      names = "--alpha",
      paramLabel = "A",
      defaultValue = "0.05",
      description = {
        "The chance of any false direction among all verdicts, by Holm's correction.",
        "Default: ${DEFAULT-VALUE}."
      })
  private double alpha;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Of the resamples. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write figures, tables and JSON.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print one JSON object per group.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  TableOptions() {}

  Dataset dataset() {
    Dataset dataset = DatasetFile.read(data);
    if (join != null) {
      if (on == null) {
        throw usage("--join", "no shared column", "Name it by --on");
      }
      dataset = dataset.joined(DatasetFile.read(join), on);
    }
    for (String condition : where) {
      dataset = dataset.where(Condition.parse(condition).on(dataset));
    }
    return dataset;
  }

  Columns columns() {
    return new Columns(
        x.stream().map(String::strip).toList(),
        y,
        Optional.ofNullable(standardError),
        Optional.ofNullable(trials),
        clusters(),
        Optional.ofNullable(variant),
        Optional.ofNullable(group));
  }

  private Clusters clusters() {
    if (cluster == null) {
      return new Clusters.Unsaid();
    }
    return cluster.equals(EVERY_ROW) ? new Clusters.EveryRow() : new Clusters.Column(cluster);
  }

  ClusterBootstrap bootstrap() {
    if (bootstrap < 100) {
      throw usage("--bootstrap", bootstrap + " resamples", "Give at least 100");
    }
    if (!(level > 0 && level < 1)) {
      throw usage("--level", "a level of " + level, "Give a number between 0 and 1");
    }
    return new ClusterBootstrap(new Seed(seed), bootstrap, level);
  }

  VerdictRule rule() {
    if (!(alpha > 0 && alpha < 1) || (margin != null && !(margin >= 0))) {
      throw usage(
          "--alpha and --margin",
          "alpha " + alpha + ", margin " + margin,
          "Give alpha between 0 and 1 and a margin of at least 0");
    }
    VerdictRule usual = VerdictRule.USUAL;
    return new VerdictRule(
        alpha,
        margin == null ? usual.logitMargin() : margin,
        margin == null ? usual.identityMargin() : margin,
        usual.leastLevels());
  }

  Optional<Path> out() {
    return Optional.ofNullable(out);
  }

  boolean json() {
    return json;
  }

  private static EthogramException usage(String place, String problem, String remedy) {
    return new EthogramException(ErrorCode.USAGE, place, problem, remedy);
  }
}

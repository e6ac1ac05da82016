package org.ethogram.cli.games.evolve;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.ethogram.cli.games.options.FigureOptions;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.games.networks.Graph;
import org.ethogram.games.networks.GraphSource;
import org.ethogram.games.populations.PayoffMatrix;
import org.ethogram.games.populations.PopulationGame;
import org.ethogram.games.populations.finite.FinitePopulation;
import org.ethogram.games.populations.finite.Selection;
import org.ethogram.games.populations.finite.UpdateRule;
import org.ethogram.report.figure.FigureFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ethogram games evolve}. */
@Command(
    name = "evolve",
    description = "What becomes of types that multiply by what they earn.",
    mixinStandardHelpOptions = true)
public final class EvolveCommand implements Callable<Integer> {
  private static final int USUAL_SIZE = 100;
  private static final int MOST = 10_000_000;
  private static final double USUAL_MUTATION = 0.01;

  @Spec private CommandSpec specification;
  @Mixin private PayoffOptions payoffs;
  @Mixin private FigureOptions options;

  @Option(
      names = "--dynamics",
      required = true,
      paramLabel = "NAME",
      description =
          "replicator, replicator-mutator, discrete-replicator, logit, boltzmann-q, best-response,"
              + " brown-von-neumann-nash, smith; moran, death-birth, fermi, imitate-best,"
              + " wright-fisher; alpha-rank, rare-mutations, stationary.")
  private String dynamics;

  @Option(names = "--population", paramLabel = "N", description = "Individuals; 100.")
  private @Nullable Integer population;

  @Option(
      names = "--intensity",
      paramLabel = "W",
      description = "How strongly payoffs decide; 1, and inf for alpha-rank.")
  private @Nullable String intensity;

  @Option(
      names = "--selection",
      defaultValue = "exponential",
      paramLabel = "KIND",
      description = "Fitness exp(w payoff) or, linear, 1 - w + w payoff; ${DEFAULT-VALUE}.")
  private String selection;

  @Option(
      names = "--mutation",
      paramLabel = "U",
      description = "Chance of another type; 0, and 0.01 where the dynamics needs one.")
  private @Nullable Double mutation;

  @Option(
      names = "--background",
      defaultValue = "1",
      paramLabel = "C",
      description = "Fitness beside the game, of discrete-replicator; ${DEFAULT-VALUE}.")
  private double background;

  @Option(
      names = "--update",
      defaultValue = "moran",
      paramLabel = "RULE",
      description = "Of stationary and rare-mutations; ${DEFAULT-VALUE}.")
  private String update;

  @Option(
      names = "--graph",
      paramLabel = "GRAPH",
      description = "ring:100, torus:10x10, star:20, ... or a file of edges.")
  private @Nullable String graph;

  @Option(
      names = "--start",
      split = ",",
      paramLabel = "TYPE=SHARE",
      description = "Shares at first; what is not named shares the rest evenly.")
  private List<String> start = List.of();

  @Option(names = "--time", defaultValue = "100", description = "Of large populations; 100.")
  private double time;

  @Option(names = "--steps", paramLabel = "N", description = "Of finite ones; 1000 each.")
  private @Nullable Long steps;

  @Option(names = "--runs", defaultValue = "200", paramLabel = "N", description = "200.")
  private int runs;

  @Option(
      names = "--resamples",
      defaultValue = "1000",
      paramLabel = "N",
      description = "Payoffs drawn anew from their standard errors; ${DEFAULT-VALUE}.")
  private int resamples;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  public EvolveCommand() {}

  @Override
  public Integer call() {
    Law law = Law.named("--dynamics", dynamics);
    Progress progress = options.progress();
    Setting setting = setting(law, progress);
    PopulationGame game = payoffs.read(setting.seed(), progress);
    Findings findings = find(law, game, setting);
    if (options.isJson()) {
      findings.rows().forEach(options::print);
    } else {
      options.print(findings.lines());
    }
    options.write(folder -> files(law, findings, folder));
    return 0;
  }

  private List<Path> files(Law law, Findings findings, Path folder) {
    if (findings.figure().isEmpty()) {
      PrintWriter errors = specification.commandLine().getErr();
      errors.println(law.label() + " has no course over time: nothing to draw");
      return List.of();
    }
    return FigureFiles.write(folder, findings.figure().orElseThrow());
  }

  private Findings find(Law law, PopulationGame game, Setting setting) {
    int size = setting.population().orElse(USUAL_SIZE);
    if (law.isDeterministic()) {
      return new LargePopulations(game, setting).find();
    }
    if (law == Law.ALPHA_RANK) {
      return new Rankings(game, setting).alphaRank(size);
    }
    if (!(game instanceof PayoffMatrix matrix)) {
      throw invalid(
          law.label()
              + " is for one population; this game has "
              + game.populations()
              + ". Choose replicator, logit or alpha-rank.");
    }
    FinitePopulation finite =
        new FinitePopulation(
            matrix,
            setting.rule(),
            setting.linear()
                ? new Selection.Linear(setting.intensity().orElse(1))
                : new Selection.Exponential(setting.intensity().orElse(1)),
            setting.mutation().orElse(law == Law.STATIONARY ? USUAL_MUTATION : 0));
    if (law == Law.RARE_MUTATIONS) {
      return new Rankings(game, setting).rareMutations(finite, size);
    }
    return law == Law.STATIONARY
        ? new Rankings(game, setting).stationary(finite, size)
        : new FinitePopulations(matrix, finite, size, setting).find();
  }

  private Setting setting(Law law, Progress progress) {
    if (population != null && population < 2) {
      throw invalid("--population " + population + ": at least two individuals are needed.");
    }
    if (population != null && population > MOST) {
      throw invalid("--population " + population + ": give at most " + MOST + ".");
    }
    if (!(time > 0) || Double.isInfinite(time)) {
      throw invalid("--time " + time + ": give a number above 0.");
    }
    if (steps != null && steps < 1) {
      throw invalid("--steps " + steps + ": give at least one.");
    }
    if (runs < 1 || resamples < 1) {
      throw invalid("--runs and --resamples: give at least one.");
    }
    if (graph != null && !law.isSimulated()) {
      throw invalid("--graph is for moran, death-birth, fermi and imitate-best.");
    }
    boolean linear = selection.toLowerCase(Locale.ROOT).equals("linear");
    if (!linear && !selection.toLowerCase(Locale.ROOT).equals("exponential")) {
      throw invalid("--selection " + selection + ": give linear or exponential.");
    }
    Seed origin = options.seed();
    Optional<Graph> read =
        Optional.ofNullable(graph).map(text -> GraphSource.read(text, origin.derive("graph")));
    if (read.isPresent() && population != null && population != read.get().nodes()) {
      throw invalid(
          "--population "
              + population
              + " on a graph of "
              + read.get().nodes()
              + " nodes: leave it out.");
    }
    OptionalInt size =
        read.isPresent()
            ? OptionalInt.of(read.get().nodes())
            : population == null ? OptionalInt.empty() : OptionalInt.of(population);
    return new Setting(
        law,
        size,
        strength(law),
        linear,
        mutation == null ? OptionalDouble.empty() : OptionalDouble.of(mutation),
        background,
        rule(law.isSimulated() ? law : Law.named("--update", update)),
        read,
        start,
        time,
        steps == null ? OptionalLong.empty() : OptionalLong.of(steps),
        runs,
        resamples,
        origin,
        progress);
  }

  private OptionalDouble strength(Law law) {
    if (intensity == null) {
      return OptionalDouble.empty();
    }
    if (law == Law.ALPHA_RANK && intensity.toLowerCase(Locale.ROOT).matches("inf(inity)?")) {
      return OptionalDouble.of(Double.POSITIVE_INFINITY);
    }
    try {
      return OptionalDouble.of(Double.parseDouble(intensity));
    } catch (NumberFormatException e) {
      throw invalid("--intensity " + intensity + ": give a number.");
    }
  }

  private UpdateRule rule(Law law) {
    return switch (law) {
      case MORAN, BIRTH_DEATH -> UpdateRule.BIRTH_DEATH;
      case DEATH_BIRTH -> UpdateRule.DEATH_BIRTH;
      case FERMI -> UpdateRule.PAIRWISE_COMPARISON;
      case IMITATE_BEST -> UpdateRule.IMITATE_BEST;
      case WRIGHT_FISHER -> UpdateRule.WRIGHT_FISHER;
      default ->
          throw invalid(
              "--update "
                  + update
                  + ": give moran, death-birth, fermi, imitate-best"
                  + " or wright-fisher.");
    };
  }

  private ParameterException invalid(String message) {
    return new ParameterException(specification.commandLine(), message);
  }
}

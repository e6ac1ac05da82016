package org.ethogram.cli.games;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ethogram.cli.display.JsonLines;
import org.ethogram.cli.games.solutions.Concept;
import org.ethogram.cli.games.solutions.QuantalFigure;
import org.ethogram.cli.games.solutions.RegretSection;
import org.ethogram.cli.games.solutions.Section;
import org.ethogram.cli.games.solutions.Sections;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.solutions.quantal.LogitPath;
import org.ethogram.report.figure.FigureFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ethogram games solve}. */
@Command(
    name = "solve",
    description = "Equilibria, dominance, security levels and more of a game.",
    mixinStandardHelpOptions = true)
final class SolveCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;
  @Mixin private GameSelection selection;

  @Option(
      names = "--concept",
      split = ",",
      paramLabel = "NAME",
      description =
          "all, nash, pure, mixed, dominance, minimax, correlated, coarse-correlated, qre,"
              + " nash-averaging, ess, selection or potential; several between commas. Usually"
              + " nash, dominance and minimax.")
  private List<String> concepts = new ArrayList<>();

  @Option(
      names = "--lambda-max",
      paramLabel = "NUMBER",
      description = "Where the quantal response path stops; usually near its equilibrium.")
  private @Nullable Double lambdaMax;

  @Option(
      names = "--profile",
      paramLabel = "P,Q;R,S",
      description = "The regret of this mixed profile: probabilities, players by semicolons.")
  private @Nullable String profile;

  @Option(
      names = "--history",
      paramLabel = "A,B;C,D",
      description = "The regret of this history: actions round by round, players by semicolons.")
  private @Nullable String history;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of the homotopies: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--json", description = "Print one JSON object a result.")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write the quantal response path as a figure with its numbers.")
  private @Nullable Path out;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  SolveCommand() {}

  @Override
  public Integer call() {
    Game game = selection.game();
    PrintWriter output = specification.commandLine().getOut();
    boolean regretOnly = concepts.isEmpty() && (profile != null || history != null);
    Set<Concept> chosen = regretOnly ? Set.of() : Concept.named(concepts);
    if (out != null && !chosen.contains(Concept.QRE)) {
      throw new EthogramException(
          ErrorCode.USAGE,
          "--out " + out,
          "only the quantal response path has a figure",
          "Add --concept qre");
    }
    if (profile != null) {
      print(output, game, RegretSection.ofProfile(game, profile));
    }
    if (history != null) {
      print(output, game, RegretSection.ofHistory(game, history));
    }
    for (Concept concept : chosen) {
      print(output, game, section(game, concept, chosen.size() == 1));
    }
    if (out != null) {
      FigureFiles.write(out, QuantalFigure.of(game, LogitPath.of(game, mostLambda())))
          .forEach(file -> specification.commandLine().getErr().println("wrote " + file));
    }
    output.flush();
    return 0;
  }

  /** Among several concepts, one that does not apply says so and the others go on. */
  private Section section(Game game, Concept concept, boolean alone) {
    try {
      return Sections.of(game, concept, new Seed(seed), mostLambda());
    } catch (EthogramException e) {
      if (alone || e.code() != ErrorCode.INVALID_DATA) {
        throw e;
      }
      return Sections.notApplicable(concept, e);
    }
  }

  private OptionalDouble mostLambda() {
    return lambdaMax == null ? OptionalDouble.empty() : OptionalDouble.of(lambdaMax);
  }

  private void print(PrintWriter output, Game game, Section section) {
    if (json) {
      for (Map<String, Object> object : section.objects()) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("game", game.name());
        line.putAll(object);
        JsonLines.print(output, line);
      }
      return;
    }
    output.println(section.heading());
    section.lines().forEach(line -> output.println("  " + line));
    output.println();
  }
}

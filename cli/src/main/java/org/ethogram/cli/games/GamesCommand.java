package org.ethogram.cli.games;

import org.ethogram.cli.games.analysis.AnalyseCommand;
import org.ethogram.cli.games.analysis.MemoryOneCommand;
import org.ethogram.cli.games.evolve.EvolveCommand;
import org.ethogram.cli.games.tournament.TournamentCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ethogram games}. */
@Command(
    name = "games",
    description = "Games, strategies, tournaments, populations and solutions, without a model.",
    mixinStandardHelpOptions = true,
    subcommands = {
      EcologyCommand.class,
      FingerprintCommand.class,
      ListCommand.class,
      EvolveCommand.class,
      PlayCommand.class,
      ShowCommand.class,
      SpatialCommand.class,
      StrategiesCommand.class,
      TournamentCommand.class,
      ClassifyCommand.class,
      ConvertCommand.class,
      AnalyseCommand.class,
      MemoryOneCommand.class,
      SolveCommand.class,
    })
public final class GamesCommand implements Runnable {
  @Spec private CommandSpec specification;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification
  public GamesCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        specification.commandLine(),
        "One of "
            + String.join(", ", specification.subcommands().keySet())
            + " is needed after games.");
  }
}

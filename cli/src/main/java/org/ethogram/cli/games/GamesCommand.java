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
      ListCommand.class,
      ShowCommand.class,
      ClassifyCommand.class,
      ConvertCommand.class,
      StrategiesCommand.class,
      PlayCommand.class,
      TournamentCommand.class,
      EcologyCommand.class,
      SpatialCommand.class,
      FingerprintCommand.class,
      AnalyseCommand.class,
      MemoryOneCommand.class,
      SolveCommand.class,
      EvolveCommand.class,
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

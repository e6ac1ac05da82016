package org.ethogram.cli.games;

import org.ethogram.games.Game;
import org.ethogram.games.formats.GameSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The game that a command is about, given as its argument or by {@code --game}. */
final class GameSelection {
  @Spec(Target.MIXEE)
  private CommandSpec specification;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "GAME",
      description = "A game of the catalogue, or a .nfg or .yaml file.")
  private @Nullable String argument;

  @Option(names = "--game", paramLabel = "GAME", description = "The same as an option.")
  private @Nullable String option;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification
  GameSelection() {}

  Game game() {
    String source = option == null ? argument : option;
    if (source == null || (option != null && argument != null)) {
      throw new ParameterException(
          specification.commandLine(),
          source == null ? "A game is needed." : "One game is needed, not two.");
    }
    return GameSource.read(source);
  }
}

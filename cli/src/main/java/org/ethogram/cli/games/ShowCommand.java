package org.ethogram.cli.games;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.ethogram.games.Game;
import org.ethogram.games.formats.YamlFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ethogram games show}. */
@Command(
    name = "show",
    description = "A game with all its payoffs.",
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;
  @Mixin private GameSelection selection;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ShowCommand() {}

  @Override
  public Integer call() {
    Game game = selection.game();
    PrintWriter output = specification.commandLine().getOut();
    output.print(YamlFormat.write(game));
    output.flush();
    return 0;
  }
}

package org.ethogram.cli.games;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ethogram.cli.display.JsonLines;
import org.ethogram.games.Game;
import org.ethogram.games.classification.GameTraits;
import org.ethogram.games.classification.OrdinalGame;
import org.ethogram.games.classification.TwoByTwoClass;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ethogram games classify}. */
@Command(
    name = "classify",
    description = "What kind of game a game is, seen from its payoffs.",
    mixinStandardHelpOptions = true)
final class ClassifyCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;
  @Mixin private GameSelection selection;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ClassifyCommand() {}

  @Override
  public Integer call() {
    Game game = selection.game();
    GameTraits traits = GameTraits.of(game);
    PrintWriter output = specification.commandLine().getOut();
    if (json) {
      Map<String, Object> fields = GameFields.of(game);
      if (OrdinalGame.isTwoByTwo(game)) {
        fields.putAll(ClassFields.of(TwoByTwoClass.of(game)));
      }
      fields.putAll(ClassFields.of(game, traits));
      JsonLines.print(output, fields);
    } else {
      new ClassText(game, traits).lines().forEach(output::println);
      output.flush();
    }
    return 0;
  }
}

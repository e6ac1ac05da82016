package org.ethogram.cli.games;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.ethogram.cli.display.JsonLines;
import org.ethogram.games.DilemmaPayoffs;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ethogram games show}. */
@Command(
    name = "show",
    description = "A game with all its payoffs.",
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;
  @Mixin private GameSelection selection;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ShowCommand() {}

  @Override
  public Integer call() {
    Game game = selection.game();
    PrintWriter output = specification.commandLine().getOut();
    if (json) {
      JsonLines.print(output, fields(game));
    } else {
      print(game, output);
    }
    return 0;
  }

  private static Map<String, Object> fields(Game game) {
    Map<String, Object> fields = GameFields.of(game);
    Catalogue.source(game).ifPresent(source -> fields.put("source", source));
    DilemmaPayoffs.of(game)
        .ifPresent(
            payoffs -> {
              fields.put("R", payoffs.reward());
              fields.put("S", payoffs.sucker());
              fields.put("T", payoffs.temptation());
              fields.put("P", payoffs.punishment());
              payoffs.cooperationIndex().ifPresent(index -> fields.put("K", index));
            });
    fields.put("profiles", game.profiles().stream().map(profile -> entry(game, profile)).toList());
    return fields;
  }

  private static Map<String, Object> entry(Game game, int[] profile) {
    List<Integer> seats = IntStream.range(0, game.seats()).boxed().toList();
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put(
        "actions", seats.stream().map(seat -> game.actions(seat).get(profile[seat])).toList());
    entry.put("payoffs", seats.stream().map(seat -> game.payoff(seat, profile)).toList());
    return entry;
  }

  private static void print(Game game, PrintWriter output) {
    output.println(game.name());
    Catalogue.source(game).ifPresent(output::println);
    output.println();
    PayoffText.lines(game).forEach(output::println);
    output.println();
    if (game.seats() == 2) {
      output.println(
          "Player 1 chooses the row, player 2 the column; player 1's payoff comes first.");
    }
    output.println("cooperate: " + GameFields.cooperate(game).orElse("n/a"));
    Optional<DilemmaPayoffs> payoffs = DilemmaPayoffs.of(game);
    payoffs.ifPresent(found -> output.println(text(found)));
    output.flush();
  }

  private static String text(DilemmaPayoffs payoffs) {
    String index =
        payoffs.cooperationIndex().isPresent()
            ? PayoffText.number(payoffs.cooperationIndex().getAsDouble())
            : "n/a";
    return "R %s, S %s, T %s, P %s; K = (R - P) / (T - S) = %s"
        .formatted(
            PayoffText.number(payoffs.reward()),
            PayoffText.number(payoffs.sucker()),
            PayoffText.number(payoffs.temptation()),
            PayoffText.number(payoffs.punishment()),
            index);
  }
}

package org.ethogram.cli.games;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.ethogram.cli.display.JsonLines;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.report.tables.Table;
import org.ethogram.report.text.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ethogram games list}. */
@Command(
    name = "list",
    description = "The games of the catalogue.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;

  @Option(names = "--json", description = "Print one JSON object per game.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification
  ListCommand() {}

  @Override
  public Integer call() {
    PrintWriter output = specification.commandLine().getOut();
    if (json) {
      Catalogue.games().forEach(game -> JsonLines.print(output, fields(game)));
    } else {
      TextTable.lines(table()).forEach(output::println);
      output.flush();
    }
    return 0;
  }

  private static Map<String, Object> fields(Game game) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", game.name());
    fields.put("players", game.seats());
    fields.put("actions", actions(game));
    game.cooperativeAction()
        .ifPresent(action -> fields.put("cooperate", game.actions(0).get(action)));
    return fields;
  }

  private static Table table() {
    return new Table(
        "Games",
        "",
        List.of("game", "players", "actions", "cooperate"),
        Catalogue.games().stream().map(ListCommand::row).toList());
  }

  private static List<Table.Cell> row(Game game) {
    String cooperate =
        game.cooperativeAction().isPresent()
            ? game.actions(0).get(game.cooperativeAction().getAsInt())
            : "n/a";
    return List.of(
        Table.Cell.code(game.name()),
        Table.Cell.number(Integer.toString(game.seats())),
        Table.Cell.words(String.join(", ", game.actions(0))),
        Table.Cell.words(cooperate));
  }

  private static List<List<String>> actions(Game game) {
    return IntStream.range(0, game.seats()).mapToObj(game::actions).toList();
  }
}

package org.ethogram.cli.games;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.ethogram.cli.display.JsonLines;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.catalogue.GameFamilies;
import org.ethogram.games.catalogue.GameFamily;
import org.ethogram.games.classification.TwoByTwoClass;
import org.ethogram.report.tables.Table;
import org.ethogram.report.text.TextTable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ethogram games list}. */
@Command(
    name = "list",
    description = "The games of the catalogue.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A game of a family is written such as 'donation(b=3,c=1)' wherever a game is named."
    })
final class ListCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;

  /** Other games than the classics. */
  static final class Others {
    @Option(names = "--ordinal", description = "The 144 strict ordinal 2x2 games instead.")
    private boolean ordinal;

    @Option(names = "--families", description = "The families that go by numbers instead.")
    private boolean families;
  }

  @ArgGroup private Others others = new Others();

  @Option(names = "--json", description = "Print one JSON object a line.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification
  ListCommand() {}

  @Override
  public Integer call() {
    PrintWriter output = specification.commandLine().getOut();
    if (json) {
      jsonLines().forEach(line -> JsonLines.print(output, line));
    } else {
      textLines().forEach(output::println);
      output.flush();
    }
    return 0;
  }

  private Stream<Map<String, Object>> jsonLines() {
    if (others.families) {
      return GameFamilies.families().stream().map(ListCommand::fields);
    }
    return others.ordinal
        ? Catalogue.ordinalGames().stream().map(ListCommand::ordinalFields)
        : Catalogue.games().stream().map(ListCommand::fields);
  }

  private List<String> textLines() {
    if (others.families) {
      return families();
    }
    return TextTable.lines(others.ordinal ? ordinal() : classics());
  }

  private static Map<String, Object> fields(Game game) {
    Map<String, Object> fields = GameFields.of(game);
    GameFields.className(game).ifPresent(name -> fields.put("class", name));
    Catalogue.source(game).ifPresent(source -> fields.put("source", source));
    return fields;
  }

  private static Map<String, Object> ordinalFields(Game game) {
    Map<String, Object> fields = GameFields.of(game);
    fields.putAll(ClassFields.of(TwoByTwoClass.of(game)));
    return fields;
  }

  private static Map<String, Object> fields(GameFamily family) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("family", family.name());
    fields.put("parameters", family.parameters());
    fields.put("description", family.description());
    fields.put("source", family.source());
    return fields;
  }

  private static Table classics() {
    return new Table(
        "Games",
        "",
        List.of("game", "players", "actions", "cooperate", "class"),
        Catalogue.games().stream()
            .map(
                game ->
                    List.of(
                        Table.Cell.code(game.name()),
                        Table.Cell.number(Integer.toString(game.seats())),
                        Table.Cell.words(String.join(", ", game.actions(0))),
                        Table.Cell.words(GameFields.cooperate(game).orElse("n/a")),
                        Table.Cell.words(GameFields.className(game).orElse("n/a"))))
            .toList());
  }

  private static Table ordinal() {
    return new Table(
        "Ordinal games",
        "",
        List.of("number", "name", "family", "equilibria"),
        Catalogue.ordinalGames().stream()
            .map(
                game -> {
                  TwoByTwoClass found = TwoByTwoClass.of(game);
                  return List.of(
                      Table.Cell.code(game.name()),
                      Table.Cell.words(found.number().orElseThrow().name()),
                      Table.Cell.words(found.family().orElseThrow().label()),
                      Table.Cell.words(EquilibriumText.worths(game)));
                })
            .toList());
  }

  /** Each family on a line of its own, what it is below. */
  private static List<String> families() {
    return GameFamilies.families().stream()
        .flatMap(family -> Stream.of(family.signature(), "    " + family.description()))
        .toList();
  }
}

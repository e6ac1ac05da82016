package org.ethogram.cli.games;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ethogram.cli.display.JsonLines;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
import org.ethogram.games.formats.NfgForm;
import org.ethogram.games.formats.NfgFormat;
import org.ethogram.games.formats.YamlFormat;
import org.ethogram.games.transformations.Affine;
import org.ethogram.games.transformations.CooperationIndexSweep;
import org.ethogram.games.transformations.Permutation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ethogram games convert}. */
@Command(
    name = "convert",
    description = "A game in another format, in other units or in another order.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Done in this order: seats, actions (of the seats as they then are), K, scale and shift."
    })
final class ConvertCommand implements Callable<Integer> {
  /** A format of game files. */
  enum Format {
    NFG,
    YAML
  }

  @Spec private CommandSpec specification;
  @Mixin private GameSelection selection;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FORMAT",
      description = "nfg (Gambit) or yaml.")
  private Format format;

  @Option(
      names = "--form",
      paramLabel = "FORM",
      defaultValue = "payoff",
      description = "How .nfg tells payoffs: payoff or outcome (default: ${DEFAULT-VALUE}).")
  private NfgForm form;

  @Option(names = "--out", paramLabel = "FILE", description = "Write there, not to the screen.")
  private @Nullable Path file;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The name of the game; one that is changed is called so otherwise.")
  private @Nullable String name;

  @Option(
      names = "--permute-seats",
      split = ",",
      paramLabel = "SEAT",
      description = "The old seat at each new one, from 1: 2,1 exchanges two players.")
  private List<Integer> seats = List.of();

  @Option(
      names = "--swap-actions",
      split = ",",
      paramLabel = "SEAT",
      description = "Turn the order of these seats' actions round.")
  private List<Integer> swapped = List.of();

  @Option(
      names = "--k",
      paramLabel = "K",
      description = "Move R and P so that (R - P) / (T - S) is this, in the same order of payoffs.")
  private @Nullable Double index;

  @Option(
      names = "--scale",
      split = ",",
      paramLabel = "A",
      description = "Multiply payoffs by this; one number, or one a seat.")
  private List<Double> scales = List.of(1.0);

  @Option(
      names = "--shift",
      split = ",",
      paramLabel = "B",
      description = "Add this to payoffs after scaling; one number, or one a seat.")
  private List<Double> shifts = List.of(0.0);

  @Option(names = "--json", description = "Print one JSON object that holds the text or the file.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ConvertCommand() {}

  @Override
  public Integer call() {
    Game game = transformed(selection.game());
    String text =
        switch (format) {
          case NFG -> NfgFormat.write(game, form);
          case YAML -> YamlFormat.write(game);
        };
    if (file != null) {
      write(file, text);
    }
    PrintWriter output = specification.commandLine().getOut();
    if (json) {
      Map<String, Object> fields = GameFields.of(game);
      fields.put("format", format.name().toLowerCase(Locale.ROOT));
      fields.putAll(file == null ? Map.of("text", text) : Map.of("file", file.toString()));
      JsonLines.print(output, new LinkedHashMap<>(fields));
    } else if (file == null) {
      output.print(text);
      output.flush();
    }
    return 0;
  }

  private Game transformed(Game given) {
    Game game = seats.isEmpty() ? given : order(seats).ofSeats(given);
    for (int seat : swapped) {
      if (seat < 1 || seat > game.seats()) {
        throw new ParameterException(
            specification.commandLine(),
            "--swap-actions " + seat + ": the game has seats 1 to " + game.seats() + ".");
      }
      game = Permutation.reversal(game.actions(seat - 1).size()).ofActions(game, seat - 1);
    }
    if (index != null) {
      game = new CooperationIndexSweep(game).withIndex(index);
    }
    game = new Affine(scales, shifts).of(game);
    if (name != null) {
      return game.withName(name);
    }
    return game.equals(given) ? game : game.withName(given.name() + ", changed");
  }

  private static Permutation order(List<Integer> fromOne) {
    return new Permutation(fromOne.stream().map(place -> place - 1).toList());
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          file.toString(),
          "the file cannot be written",
          "Check its folder and rights",
          e);
    }
  }
}

package org.ethogram.cli.games;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.play.Strategy;
import org.ethogram.games.strategies.Strategies;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ethogram games play}. */
@Command(
    name = "play",
    description = "Plays a repeated game between strategies, or the matches of a file.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "A strategy is a name, cycle:CCD, memory-one(1,1,0,0,1), zero-determinant(1/2,P),",
      "finite-state-machine(...) or lookup-table(...): see 'ethogram games strategies'."
    })
final class PlayCommand implements Callable<Integer> {
  private static final int MOST_REPETITIONS = 100_000;
  private static final List<String> WITH_MATCHES = List.of("--matches", "--out", "--json");

  @Spec private CommandSpec specification;
  @Mixin private GameSelection selection;

  @Option(
      names = "--players",
      paramLabel = "A,B",
      description = "One strategy a seat, parted by commas.")
  private @Nullable String players;

  @Mixin private TermsOptions terms;

  @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Of all chance.")
  private long seed;

  @Option(
      names = "--repetitions",
      defaultValue = "1",
      paramLabel = "N",
      description = "How many matches, each with chance of its own.")
  private int repetitions;

  @Option(
      names = "--matches",
      paramLabel = "FILE.jsonl",
      description =
          "Plays one match a line, - for standard input; answers with one JSON object a line.")
  private @Nullable String matches;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "With --matches, where the answers go; standard output when not given.")
  private @Nullable String out;

  @Option(names = "--json", description = "Print one JSON object a match.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  PlayCommand() {}

  @Override
  public Integer call() {
    if (matches != null) {
      requireNothingBesideMatches();
      return new MatchFiles(matches, out, specification.commandLine()).play();
    }
    if (out != null) {
      throw usage("--out belongs to --matches.");
    }
    if (players == null) {
      throw usage("--players is needed, such as tit-for-tat,cycle:CCD; or --matches.");
    }
    if (repetitions < 1 || repetitions > MOST_REPETITIONS) {
      throw usage("--repetitions must lie from 1 to " + MOST_REPETITIONS + ", not " + repetitions);
    }
    Game game = selection.game();
    List<Strategy> strategies = Strategies.list(players);
    PlayedMatches played = PlayedMatches.of(game, strategies, terms.terms(), repetitions, seed());
    PrintWriter output = specification.commandLine().getOut();
    if (json) {
      PlayJson.print(output, played);
    } else {
      PlayText.lines(played).forEach(output::println);
      output.flush();
    }
    return 0;
  }

  private Seed seed() {
    return new Seed(seed);
  }

  private void requireNothingBesideMatches() {
    for (OptionSpec option : specification.commandLine().getParseResult().matchedOptions()) {
      if (!WITH_MATCHES.contains(option.longestName())) {
        throw usage("With --matches each line gives its own " + option.longestName() + ".");
      }
    }
    if (specification.commandLine().getParseResult().hasMatchedPositional(0)) {
      throw usage("With --matches each line gives its own game.");
    }
  }

  private ParameterException usage(String problem) {
    return new ParameterException(specification.commandLine(), problem);
  }
}

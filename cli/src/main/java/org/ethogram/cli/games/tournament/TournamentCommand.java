package org.ethogram.cli.games.tournament;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.ethogram.cli.display.DisplayMode;
import org.ethogram.cli.display.Displays;
import org.ethogram.cli.display.JsonLines;
import org.ethogram.core.Seed;
import org.ethogram.games.DilemmaPayoffs;
import org.ethogram.games.formats.GameSource;
import org.ethogram.games.formats.MatchTerms;
import org.ethogram.games.tournament.Standings;
import org.ethogram.games.tournament.Terms;
import org.ethogram.games.tournament.Tournament;
import org.ethogram.lab.run.Surroundings;
import org.ethogram.report.text.TextTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ethogram games tournament}. */
@Command(
    name = "tournament",
    description = {
      "Everybody meets everybody in a repeated game, and the payoffs rank them.",
      "docs/tournaments.md defines what is printed and written."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class TournamentCommand implements Callable<Integer> {
  private static final int USUAL_ROUNDS = 200;

  @Spec private CommandSpec specification;

  @Option(
      names = "--players",
      required = true,
      paramLabel = "LIST|FIELD",
      description =
          "Strategies and fields parted by commas; fields are first-tournament,"
              + " second-tournament, deterministic, stochastic, memory-one, all.")
  private String players;

  @Option(
      names = "--game",
      defaultValue = "prisoners-dilemma",
      paramLabel = "GAME",
      description = "A symmetric 2x2 game; ${DEFAULT-VALUE} when not given.")
  private String game;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description =
          "Of each match, 200 when not given; the most that are played where the end comes by"
              + " chance.")
  private @Nullable Integer rounds;

  @Option(
      names = "--horizon",
      defaultValue = "known",
      paramLabel = "known|unknown|P",
      description = "Whether players know the number of rounds, or the chance of one round more.")
  private String horizon;

  @Option(
      names = "--repetitions",
      defaultValue = "10",
      paramLabel = "R",
      description = "Matches of each pair; ${DEFAULT-VALUE} when not given.")
  private int repetitions;

  @Option(
      names = "--noise",
      defaultValue = "0",
      paramLabel = "P",
      description = "The chance that a player does not do what it intended, each round.")
  private double noise;

  @Option(
      names = "--misperception",
      defaultValue = "0",
      paramLabel = "P",
      description = "The chance that a player mistakes what the other did, each round.")
  private double misperception;

  @Option(
      names = "--self-play",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Whether each strategy also meets its copy; it does when not given.")
  private boolean selfPlay;

  @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Of all chance.")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Also writes ranking, pairs, repetitions, matrices and options as files.")
  private @Nullable Path out;

  @Option(
      names = "--json",
      description = "Print one JSON object a player, then one a player and opponent.")
  private boolean json;

  @Option(names = "--display", description = "${COMPLETION-CANDIDATES}")
  private @Nullable DisplayMode display;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  public TournamentCommand() {}

  @Override
  public Integer call() {
    PrintWriter output = specification.commandLine().getOut();
    Entrants entrants = Entrants.read(players);
    Tournament tournament =
        Tournament.roundRobin(terms(), entrants.strategies(), repetitions, selfPlay);
    Standings standings =
        tournament.play(
            new Seed(seed), Displays.of(display(), output, specification.commandLine().getErr()));
    Rows rows = new Rows(entrants, standings);
    if (json) {
      rows.players().forEach(row -> JsonLines.print(output, labelled("player", row)));
      rows.pairs().forEach(row -> JsonLines.print(output, labelled("pair", row)));
    } else {
      output.println(heading(tournament));
      TextTable.lines(Ranking.table(rows)).forEach(output::println);
      output.println(
          "score: mean payoff a round over opponents; below it the 95% interval over repetitions,"
              + " where anything was drawn");
      output.println("wins: matches won, a repetition; the other measures: docs/tournaments.md");
      output.flush();
    }
    if (out != null) {
      new TournamentFolder(out).write(entrants, standings, rows, options(entrants, standings));
    }
    return 0;
  }

  private Terms terms() {
    return new Terms(
        GameSource.read(game), MatchTerms.horizon(horizon, length()), noise, misperception);
  }

  private OptionalInt length() {
    if (rounds != null) {
      return OptionalInt.of(rounds);
    }
    boolean counted = horizon.equals("known") || horizon.equals("unknown");
    return counted ? OptionalInt.of(USUAL_ROUNDS) : OptionalInt.empty();
  }

  /** Progress never mixes with results: with JSON lines it goes to the errors. */
  private DisplayMode display() {
    DisplayMode mode = display == null ? DisplayMode.preferred() : display;
    if (mode == DisplayMode.JSON) {
      throw new ParameterException(
          specification.commandLine(), "--display json is not for tournaments; --json is.");
    }
    return mode;
  }

  private static String heading(Tournament tournament) {
    return "%s: players %d, pairs %d, repetitions %d"
        .formatted(
            tournament.terms().game().name(),
            tournament.field().size(),
            tournament.pairings().pairs().size(),
            tournament.repetitions());
  }

  private Map<String, Object> options(Entrants entrants, Standings standings) {
    Terms terms = standings.tournament().terms();
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("game", terms.game().name());
    DilemmaPayoffs payoffs = DilemmaPayoffs.of(terms.game()).orElseThrow();
    options.put("reward", payoffs.reward());
    options.put("sucker", payoffs.sucker());
    options.put("temptation", payoffs.temptation());
    options.put("punishment", payoffs.punishment());
    options.put("players", entrants.names());
    options.put("self_play", selfPlay);
    options.put("repetitions", repetitions);
    options.put("horizon", horizon);
    length().ifPresent(length -> options.put("rounds", length));
    options.put("noise", noise);
    options.put("misperception", misperception);
    options.put("seed", seed);
    options.put("rounds_played", standings.roundsPlayed());
    options.put("code", Surroundings.read(1).code());
    return options;
  }

  private static Map<String, @Nullable Object> labelled(
      String kind, Map<String, @Nullable Object> row) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("kind", kind);
    line.putAll(row);
    return line;
  }
}

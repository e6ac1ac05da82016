package org.ethogram.cli.games.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;
import org.ethogram.games.formats.GameSource;
import org.ethogram.games.records.MatchRecords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The matches that a command is about, and whose play in them. */
final class PlayedSelection {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description =
          "Matches: JSON lines with game, players and actions, or a .csv with the columns"
              + " match,round,action1,action2.")
  private Path file;

  @Option(
      names = "--matches",
      paramLabel = "FILE",
      description = "What was given to 'games play --matches' when FILE is what it answered.")
  private @Nullable Path matches;

  @Option(
      names = "--game",
      paramLabel = "GAME",
      description = "The game of matches that name none.")
  private @Nullable String game;

  @Option(
      names = "--player",
      paramLabel = "NAME",
      description = "Only this player; can be given several times.")
  private List<String> players = new ArrayList<>();

  @Option(
      names = "--seat",
      paramLabel = "N",
      defaultValue = "0",
      description = "Only who sits here, from 1.")
  private int seat;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  PlayedSelection() {}

  MatchRecords records() {
    return MatchRecords.read(
        file, Optional.ofNullable(matches), Optional.ofNullable(game).map(GameSource::read));
  }

  /** What the selected players did. */
  List<ObservedPlay> observed(MatchRecords records) {
    List<ObservedPlay> observed = ObservedPlay.of(records.matches(), seat);
    List<String> names = observed.stream().map(ObservedPlay::player).distinct().toList();
    for (String player : players) {
      if (!names.contains(player)) {
        throw new EthogramException(
            ErrorCode.INVALID_DATA,
            file.toString(),
            "no player '" + player + "'",
            Suggestion.remedy(player, names));
      }
    }
    List<ObservedPlay> selected =
        players.isEmpty()
            ? observed
            : observed.stream().filter(one -> players.contains(one.player())).toList();
    if (selected.isEmpty()) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA, file.toString(), "nobody at seat " + seat, "Give a lower seat");
    }
    return selected;
  }
}

package org.ethogram.cli.games;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.games.formats.MatchReport;

/** The moves of a match, a line a player, in blocks that fit on a screen; the first ten. */
final class Moves {
  private static final int WIDTH = 60;
  private static final int MOST_BLOCKS = 10;

  private Moves() {}

  /**
   * @param players what stands before each player's moves
   */
  static List<String> lines(MatchReport report, List<String> players) {
    List<List<String>> moves =
        IntStream.range(0, players.size()).mapToObj(seat -> ofSeat(report, seat)).toList();
    int rounds = moves.getFirst().size();
    int wide = longest(moves.stream().flatMap(List::stream).toList());
    int step = wide == 1 ? 1 : wide + 1;
    int inBlock = Math.max(1, WIDTH / step);
    int margin = longest(players);
    List<String> lines = new ArrayList<>();
    int shown = Math.min(rounds, MOST_BLOCKS * inBlock);
    for (int from = 0; from < shown; from += inBlock) {
      int to = Math.min(shown, from + inBlock);
      if (rounds > inBlock) {
        lines.add("rounds " + (from + 1) + " to " + to);
      }
      for (int seat = 0; seat < players.size(); seat++) {
        StringBuilder line = new StringBuilder(padded(players.get(seat), margin)).append("  ");
        for (String move : moves.get(seat).subList(from, to)) {
          line.append(padded(move, step));
        }
        lines.add(line.toString().stripTrailing());
      }
    }
    if (shown < rounds) {
      lines.add("%,d more rounds; --json prints all.".formatted(rounds - shown));
    }
    return lines;
  }

  private static List<String> ofSeat(MatchReport report, int seat) {
    return report.lettersTellAll()
        ? report.letters(seat).chars().mapToObj(Character::toString).toList()
        : report.actionNames(seat);
  }

  private static int longest(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(1);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}

package org.ethogram.games.classification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The 144 strict ordinal 2x2 games, reached from the prisoner's dilemma by exchanging neighbouring
 * ranks of one player (Robinson & Goforth 2005, The Topology of the 2x2 Games, chapters 3 and 6).
 *
 * <p>Exchanging the two lowest and the two middle ranks in turn leads through the six games of a
 * row or column of a layer and back; exchanging the two highest ranks leads to another layer.
 */
public final class PeriodicTable {
  private static final int LOW = 1;
  private static final int MIDDLE = 2;
  private static final int HIGH = 3;

  /** R 3, S 1, T 4, P 2 for both: number 111. */
  private static final OrdinalGame PRISONERS_DILEMMA =
      new OrdinalGame(List.of(3, 1, 4, 2), List.of(3, 4, 1, 2));

  private static final SequencedMap<GameNumber, OrdinalGame> GAMES = new LinkedHashMap<>();
  private static final Map<OrdinalGame, GameNumber> NUMBERS = new LinkedHashMap<>();

  static {
    OrdinalGame pd = PRISONERS_DILEMMA;
    OrdinalGame columnLeft = columnSwap(columnSwap(pd, LOW), HIGH);
    OrdinalGame rowLeft = rowSwap(rowSwap(pd, LOW), HIGH);
    OrdinalGame bothLeft = rowSwap(rowSwap(columnLeft, LOW), HIGH);
    fill(1, pd);
    fill(2, columnLeft);
    fill(3, bothLeft);
    fill(4, rowLeft);
  }

  private PeriodicTable() {}

  /** All numbers, by layer, row and column. */
  public static List<GameNumber> numbers() {
    return List.copyOf(GAMES.keySet());
  }

  /** The game of this number in canonical form. */
  public static OrdinalGame game(GameNumber number) {
    OrdinalGame game = GAMES.get(number);
    if (game == null) {
      throw new IllegalArgumentException("no game " + number);
    }
    return game;
  }

  /**
   * @param game strict; rows and columns may stand in any order
   * @throws IllegalArgumentException for a game with ties
   */
  public static GameNumber number(OrdinalGame game) {
    GameNumber number = NUMBERS.get(game.canonical());
    if (number == null) {
      throw new IllegalArgumentException("a game with ties: " + game);
    }
    return number;
  }

  private static void fill(int layer, OrdinalGame first) {
    OrdinalGame beginning = first;
    for (int row = 1; row <= 6; row++) {
      OrdinalGame game = beginning;
      for (int column = 1; column <= 6; column++) {
        GameNumber number = new GameNumber(layer, row, column);
        GAMES.put(number, game.canonical());
        NUMBERS.put(game.canonical(), number);
        game = rowSwap(game, turn(column));
      }
      beginning = columnSwap(beginning, turn(row));
    }
  }

  private static int turn(int step) {
    return step % 2 == 1 ? LOW : MIDDLE;
  }

  private static OrdinalGame rowSwap(OrdinalGame game, int lower) {
    return new OrdinalGame(swapped(game.row(), lower), game.column());
  }

  private static OrdinalGame columnSwap(OrdinalGame game, int lower) {
    return new OrdinalGame(game.row(), swapped(game.column(), lower));
  }

  /** The ranks with this one and the next higher one exchanged. */
  private static List<Integer> swapped(List<Integer> ranks, int lower) {
    List<Integer> swapped = new ArrayList<>(ranks);
    swapped.set(ranks.indexOf(lower), lower + 1);
    swapped.set(ranks.indexOf(lower + 1), lower);
    return swapped;
  }
}

package org.ethogram.games.classification;

import java.util.List;
import java.util.Optional;

/**
 * The place of a strict ordinal 2x2 game in the periodic table of Robinson & Goforth 2005, The
 * Topology of the 2x2 Games: a layer and, within it, a row and a column.
 *
 * <p>Along a row the column player's order of outcomes is the same, along a column the row
 * player's. A layer holds one relation between the players' best outcomes: in layer 1 they lie
 * diagonally opposite, in layer 3 together, in layer 2 in one column of the matrix, in layer 4 in
 * one row.
 *
 * @param layer 1 to 4
 * @param row 1 to 6
 * @param column 1 to 6
 */
public record GameNumber(int layer, int row, int column) {
  /** The orders of outcomes of a player whose best outcome is not the other's, by index. */
  private static final List<String> DISCORD =
      List.of("prisoners-dilemma", "chicken", "battle", "hero", "compromise", "deadlock");

  /** Those of a player whose best outcome is where the other's is or can be brought to. */
  private static final List<String> ACCORD =
      List.of("concord", "stag-hunt", "assurance", "coordination", "peace", "harmony");

  public GameNumber {
    if (layer < 1 || layer > 4 || row < 1 || row > 6 || column < 1 || column > 6) {
      throw new IllegalArgumentException("no game " + layer + row + column);
    }
  }

  /** Empty where the text is not a layer 1-4, a row 1-6 and a column 1-6. */
  public static Optional<GameNumber> parse(String text) {
    if (!text.matches("[1-4][1-6][1-6]")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(text);
    return Optional.of(new GameNumber(number / 100, number / 10 % 10, number % 10));
  }

  /** The number of the game with the players' places exchanged. */
  public GameNumber mirrored() {
    int mirroredLayer = layer == 2 ? 4 : layer == 4 ? 2 : layer;
    return new GameNumber(mirroredLayer, /* row= */ column, /* column= */ row);
  }

  public boolean isSymmetric() {
    return equals(mirrored());
  }

  /**
   * The name of the symmetric game in which the row player has this order of outcomes (Bruns 2015,
   * Names for Games).
   */
  public String rowName() {
    return (layer <= 2 ? DISCORD : ACCORD).get(column - 1);
  }

  /** The name of the symmetric game in which the column player has this order of outcomes. */
  public String columnName() {
    return (layer == 1 || layer == 4 ? DISCORD : ACCORD).get(row - 1);
  }

  /** The symmetric game's name, or the row player's and the column player's, in this order. */
  public String name() {
    return isSymmetric() ? rowName() : rowName() + "-" + columnName();
  }

  /** What the players' best outcomes have to do with each other. */
  public String layerName() {
    return switch (layer) {
      case 1 -> "discord: the best outcomes lie diagonally opposite";
      case 2 -> "mixed: the best outcomes lie in the same column";
      case 3 -> "win-win: the best outcomes lie together";
      default -> "mixed: the best outcomes lie in the same row";
    };
  }

  /** Layer, row and column in three digits. */
  public String digits() {
    return "" + layer + row + column;
  }
}

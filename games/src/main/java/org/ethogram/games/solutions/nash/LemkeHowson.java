package org.ethogram.games.solutions.nash;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ethogram.games.Game;
import org.ethogram.games.linear.Tableau;
import org.ethogram.games.solutions.Equilibrium;

/**
 * Follows a path of complementary pivots from the origin, at which nobody plays anything, to an
 * equilibrium (Lemke & Howson 1964), in exact fractions and with ties broken lexicographically, so
 * that it ends in degenerate games as well (von Stengel 2007, Algorithmic Game Theory, sections 3.5
 * and 3.6).
 *
 * <p>Labels are the row player's actions, then the column player's.
 */
public final class LemkeHowson {
  private final Bimatrix game;

  /**
   * @throws org.ethogram.core.EthogramException {@code INVALID_DATA} for a game of other than two
   *     players
   */
  public LemkeHowson(Game game) {
    this.game = new Bimatrix(game);
  }

  /**
   * Where a path ended.
   *
   * @param pivots how long it was
   */
  public record Path(int droppedLabel, Equilibrium equilibrium, int pivots) {}

  /** The paths from every label, one a label. */
  public List<Path> paths() {
    return IntStream.range(0, game.rows() + game.columns()).mapToObj(this::path).toList();
  }

  /** The different equilibria among the ends of the paths, and how many paths end in each. */
  public Map<Equilibrium, Integer> equilibria() {
    Map<Equilibrium, Integer> ends = new LinkedHashMap<>();
    paths().forEach(path -> ends.merge(path.equilibrium(), 1, Integer::sum));
    return ends;
  }

  /**
   * @param dropped the label that pairs of points on the path may lack
   */
  public Path path(int dropped) {
    BestResponsePolytope rowPolytope = game.rowStrategies();
    BestResponsePolytope columnPolytope = game.columnStrategies();
    List<Tableau> tableaux = new ArrayList<>();
    tableaux.add(rowPolytope.tableau());
    tableaux.add(columnPolytope.tableau());
    int label = dropped;
    int side = dropped < game.rows() ? 0 : 1;
    int pivots = 0;
    do {
      Tableau tableau = tableaux.get(side);
      int entering = variable(side, label);
      int row = tableau.leavingRow(entering).orElseThrow();
      label = label(side, tableau.pivot(row, entering));
      side = 1 - side;
      pivots++;
    } while (label != dropped);
    return new Path(
        dropped,
        game.equilibrium(rowPolytope.point(tableaux.get(0)), columnPolytope.point(tableaux.get(1))),
        pivots);
  }

  /** The row player's tableau has x and then the slacks of columns; the other y and of rows. */
  private int variable(int side, int label) {
    if (side == 0) {
      return label;
    }
    return label < game.rows() ? game.columns() + label : label - game.rows();
  }

  private int label(int side, int variable) {
    if (side == 0) {
      return variable;
    }
    return variable < game.columns() ? game.rows() + variable : variable - game.columns();
  }
}

package org.ethogram.games.solutions.nash;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
import org.ethogram.games.linear.Rational;
import org.ethogram.games.solutions.Equilibrium;

/**
 * The Nash equilibria of a game of two, in exact fractions.
 *
 * @param equilibria pure ones first
 * @param degeneracy whether some mixed strategy has more pure best responses than its support is
 *     large; then equilibria may come in connected sets
 * @param method how they were found
 * @param subsets where the list is complete, the sets of exchangeable strategies whose mixtures are
 *     all equilibria; else empty
 */
public record NashEquilibria(
    List<Equilibrium> equilibria, Degeneracy degeneracy, Method method, List<NashSubset> subsets) {
  /** About ten seconds of walking on one core. */
  private static final BigInteger MOST_CORNERS = BigInteger.valueOf(30_000);

  public NashEquilibria {
    equilibria = List.copyOf(equilibria);
    subsets = List.copyOf(subsets);
  }

  /** What is known of a game's degeneracy. */
  public enum Degeneracy {
    NONDEGENERATE,
    DEGENERATE,
    /** No sign of it at the equilibria that were found; nothing else was looked at. */
    NOT_SEEN
  }

  /** How equilibria are found. */
  public enum Method {
    /**
     * Every pair of corners of both best-response polytopes whose labels complete each other
     * (Mangasarian 1964; von Stengel 2007, Algorithmic Game Theory, section 3.4): all extreme
     * equilibria. Every equilibrium of a nondegenerate game is extreme.
     */
    VERTEX_ENUMERATION,
    /** {@link LemkeHowson} from every label: at least one equilibrium, perhaps not all. */
    LEMKE_HOWSON
  }

  /**
   * All equilibria where the polytopes are small enough to be walked, else those that the paths of
   * Lemke and Howson lead to.
   *
   * @throws EthogramException {@code INVALID_DATA} for a game of other than two players
   */
  public static NashEquilibria of(Game game) {
    Bimatrix bimatrix = new Bimatrix(game);
    BigInteger corners =
        bimatrix.rowStrategies().mostCorners().max(bimatrix.columnStrategies().mostCorners());
    return of(
        game,
        corners.compareTo(MOST_CORNERS) <= 0 ? Method.VERTEX_ENUMERATION : Method.LEMKE_HOWSON);
  }

  /**
   * The equilibria by one method, however long it takes.
   *
   * @throws EthogramException {@code INVALID_DATA} for a game of other than two players
   */
  public static NashEquilibria of(Game game, Method method) {
    return switch (method) {
      case VERTEX_ENUMERATION -> byCorners(new Bimatrix(game));
      case LEMKE_HOWSON -> byPaths(game);
    };
  }

  /** Whether no extreme equilibrium is missing. */
  public boolean isComplete() {
    return method == Method.VERTEX_ENUMERATION;
  }

  private static NashEquilibria byCorners(Bimatrix game) {
    Map<List<Rational>, BitSet> rowCorners = game.rowStrategies().corners();
    Map<List<Rational>, BitSet> columnCorners = game.columnStrategies().corners();
    List<Equilibrium> equilibria = new ArrayList<>();
    columnCorners.forEach(
        (y, columnLabels) -> {
          BitSet missing = missing(columnLabels, game);
          rowCorners.forEach(
              (x, rowLabels) -> {
                if (isWithin(missing, rowLabels) && !isOrigin(x) && !isOrigin(y)) {
                  equilibria.add(game.equilibrium(x, y));
                }
              });
        });
    boolean degenerate =
        rowCorners.values().stream().anyMatch(labels -> labels.cardinality() > game.rows())
            || columnCorners.values().stream()
                .anyMatch(labels -> labels.cardinality() > game.columns());
    List<Equilibrium> sorted = sorted(equilibria);
    return new NashEquilibria(
        sorted,
        degenerate ? Degeneracy.DEGENERATE : Degeneracy.NONDEGENERATE,
        Method.VERTEX_ENUMERATION,
        NashSubset.of(sorted));
  }

  private static NashEquilibria byPaths(Game game) {
    List<Equilibrium> found = sorted(List.copyOf(new LemkeHowson(game).equilibria().keySet()));
    boolean degenerate = found.stream().anyMatch(one -> BestResponses.exceedSupport(game, one));
    return new NashEquilibria(
        found,
        degenerate ? Degeneracy.DEGENERATE : Degeneracy.NOT_SEEN,
        Method.LEMKE_HOWSON,
        List.of());
  }

  /**
   * The labels of the row player's polytope that its corner must have: of actions, never played or
   * a best response, that the column player's corner leaves open.
   */
  private static BitSet missing(BitSet columnLabels, Bimatrix game) {
    BitSet missing = new BitSet();
    missing.set(0, game.rows() + game.columns());
    columnLabels.stream()
        .map(label -> label < game.columns() ? game.rows() + label : label - game.columns())
        .forEach(missing::clear);
    return missing;
  }

  private static boolean isWithin(BitSet part, BitSet whole) {
    for (int label = part.nextSetBit(0); label >= 0; label = part.nextSetBit(label + 1)) {
      if (!whole.get(label)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOrigin(List<Rational> point) {
    return point.stream().allMatch(Rational::isZero);
  }

  /** Pure ones first, then by the probabilities of the first actions. */
  private static List<Equilibrium> sorted(List<Equilibrium> equilibria) {
    Comparator<Equilibrium> byProbabilities =
        (one, other) -> {
          List<Rational> mine = one.profile().strategies().stream().flatMap(List::stream).toList();
          List<Rational> others =
              other.profile().strategies().stream().flatMap(List::stream).toList();
          int order = 0;
          for (int place = 0; order == 0 && place < mine.size(); place++) {
            order = others.get(place).compareTo(mine.get(place));
          }
          return order;
        };
    return equilibria.stream()
        .sorted(
            Comparator.comparing((Equilibrium one) -> !one.isPure()).thenComparing(byProbabilities))
        .toList();
  }
}

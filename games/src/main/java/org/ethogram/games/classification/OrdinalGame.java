package org.ethogram.games.classification;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
import org.ethogram.games.PayoffRule;

/**
 * A 2x2 game with nothing left of its payoffs but their order.
 *
 * <p>The ranks of the joint choices (first, first), (first, second), (second, first), (second,
 * second): 4 is the best, and a tied payoff has the rank of the best of those tied with it, so that
 * the highest is always 4 (Bruns 2015, Names for Games).
 *
 * @param row ranks for the first player
 * @param column ranks for the second player
 */
public record OrdinalGame(List<Integer> row, List<Integer> column) {
  private static final List<Integer> ROWS_EXCHANGED = List.of(2, 3, 0, 1);
  private static final List<Integer> COLUMNS_EXCHANGED = List.of(1, 0, 3, 2);
  private static final List<Integer> TRANSPOSED = List.of(0, 2, 1, 3);

  private static final Comparator<OrdinalGame> BY_RANKS =
      IntStream.range(0, 8)
          .mapToObj(place -> Comparator.comparingInt((OrdinalGame game) -> game.rank(place)))
          .reduce(Comparator::thenComparing)
          .orElseThrow();

  public OrdinalGame {
    row = List.copyOf(row);
    column = List.copyOf(column);
  }

  /**
   * @throws EthogramException {@code INVALID_DATA} when the game is not 2x2
   */
  public static OrdinalGame of(Game game) {
    if (!isTwoByTwo(game)) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "game '" + game.name() + "'",
          "no game of two players with two actions each",
          "Choose a 2x2 game");
    }
    return new OrdinalGame(ranks(game, 0), ranks(game, 1));
  }

  public static boolean isTwoByTwo(Game game) {
    return game.seats() == 2 && game.actions(0).size() == 2 && game.actions(1).size() == 2;
  }

  /** Whether nobody is indifferent between two joint choices. */
  public boolean isStrict() {
    return row.stream().distinct().count() == 4 && column.stream().distinct().count() == 4;
  }

  public OrdinalGame withRowsExchanged() {
    return arranged(ROWS_EXCHANGED);
  }

  public OrdinalGame withColumnsExchanged() {
    return arranged(COLUMNS_EXCHANGED);
  }

  /** The same situation with the players' places exchanged. */
  public OrdinalGame withPlayersExchanged() {
    OrdinalGame transposed = arranged(TRANSPOSED);
    return new OrdinalGame(/* row= */ transposed.column, /* column= */ transposed.row);
  }

  /**
   * The same form for all games that differ in the order of rows and columns only: the row player's
   * best outcome in the left column and the column player's in the upper row. Where ties leave more
   * than one such form, the one with the highest ranks first.
   */
  public OrdinalGame canonical() {
    return arrangements().filter(OrdinalGame::isLeftUp).max(BY_RANKS).orElseThrow();
  }

  /** The canonical form of this game or of its mirror image, whichever has higher ranks first. */
  public OrdinalGame canonicalUpToPlayers() {
    return Stream.of(canonical(), withPlayersExchanged().canonical()).max(BY_RANKS).orElseThrow();
  }

  /** Whether the actions can be ordered so that the players can exchange their places. */
  public boolean isSymmetric() {
    return arrangements().anyMatch(game -> game.equals(game.withPlayersExchanged()));
  }

  /** The ranks for payoffs, the actions of both called A and B. */
  public Game game(String name) {
    List<String> actions = List.of("A", "B");
    return PayoffRule.game(
        name,
        List.of(actions, actions),
        (seat, profile) -> (seat == 0 ? row : column).get(2 * profile[0] + profile[1]));
  }

  private Stream<OrdinalGame> arrangements() {
    return Stream.of(
        this,
        withRowsExchanged(),
        withColumnsExchanged(),
        withRowsExchanged().withColumnsExchanged());
  }

  private boolean isLeftUp() {
    return (row.get(0) == 4 || row.get(2) == 4) && (column.get(0) == 4 || column.get(1) == 4);
  }

  private OrdinalGame arranged(List<Integer> places) {
    return new OrdinalGame(
        places.stream().map(row::get).toList(), places.stream().map(column::get).toList());
  }

  private int rank(int place) {
    return place < 4 ? row.get(place) : column.get(place - 4);
  }

  private static List<Integer> ranks(Game game, int seat) {
    List<Double> payoffs =
        game.profiles().stream().map(profile -> game.payoff(seat, profile)).toList();
    return payoffs.stream()
        .map(payoff -> (int) payoffs.stream().filter(other -> other <= payoff).count())
        .toList();
  }
}

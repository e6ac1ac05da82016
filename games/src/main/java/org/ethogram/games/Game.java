package org.ethogram.games;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/**
 * A normal-form game: seats, the actions of each, and what every joint choice is worth to each.
 *
 * <p>A joint choice, one action index a seat, is a profile. Payoffs are finite. Immutable.
 */
public final class Game {
  /** The most joint choices of a game: what a payoff table can be read, checked and shown with. */
  public static final int MOST_PROFILES = 1 << 18;

  private final String name;
  private final List<List<String>> actions;
  private final double[][] payoffs;
  private final OptionalInt cooperativeAction;

  private Game(String name, List<List<String>> actions, double[][] payoffs) {
    this.name = name;
    this.actions = actions;
    this.payoffs = payoffs;
    validate();
    this.cooperativeAction = bestSharedAction();
  }

  /**
   * @param actions the names of each seat's actions; at least one seat, at least one action each
   * @param payoffs for each seat the payoffs of all profiles, the last seat's action running
   *     fastest
   * @throws EthogramException {@code INVALID_DATA} when sizes do not fit, a name is empty or twice
   *     there, or a payoff is not finite
   */
  public static Game of(String name, List<List<String>> actions, double[][] payoffs) {
    List<List<String>> names = actions.stream().map(List::copyOf).toList();
    double[][] table = Arrays.stream(payoffs).map(double[]::clone).toArray(double[][]::new);
    return new Game(name, names, table);
  }

  /**
   * How many joint choices there are.
   *
   * @throws EthogramException {@code INVALID_DATA} when there are more than {@link #MOST_PROFILES}
   */
  public static int profileCount(String name, List<? extends List<?>> actions) {
    long count = 1;
    for (List<?> ofSeat : actions) {
      count *= ofSeat.size();
      if (count > MOST_PROFILES) {
        throw new EthogramException(
            ErrorCode.INVALID_DATA,
            "game '" + name + "'",
            "more than " + MOST_PROFILES + " joint choices",
            "Give fewer players or fewer actions");
      }
    }
    return (int) count;
  }

  /** A game of two, each matrix with a row for each of the first seat's actions. */
  public static Game twoPlayer(
      String name,
      List<String> rowActions,
      List<String> columnActions,
      double[][] rowPayoffs,
      double[][] columnPayoffs) {
    return of(
        name,
        List.of(rowActions, columnActions),
        new double[][] {flat(rowPayoffs), flat(columnPayoffs)});
  }

  /**
   * A symmetric game of two with two actions.
   *
   * @param reward of both for the first action
   * @param sucker for the first action against the second
   * @param temptation for the second action against the first
   * @param punishment of both for the second action
   */
  public static Game symmetric(
      String name,
      List<String> actions,
      double reward,
      double sucker,
      double temptation,
      double punishment) {
    return of(
        name,
        List.of(actions, actions),
        new double[][] {
          {reward, sucker, temptation, punishment}, {reward, temptation, sucker, punishment}
        });
  }

  public String name() {
    return name;
  }

  /** How many players the game has. */
  public int seats() {
    return actions.size();
  }

  public List<String> actions(int seat) {
    return actions.get(seat);
  }

  /** What the profile is worth to the seat. */
  public double payoff(int seat, int... profile) {
    return payoffs[seat][index(profile)];
  }

  /** What the profile is worth to all seats together. */
  public double totalPayoff(int... profile) {
    int index = index(profile);
    double total = 0;
    for (double[] ofSeat : payoffs) {
      total += ofSeat[index];
    }
    return total;
  }

  /** All profiles, the last seat's action running fastest. */
  public List<int[]> profiles() {
    return IntStream.range(0, profileCount()).mapToObj(this::profile).toList();
  }

  /**
   * Whether every seat has as many actions and exchanging any two seats changes nothing (von
   * Neumann & Morgenstern 1944, section 28).
   */
  public boolean isSymmetric() {
    return sameActionCount()
        && IntStream.range(1, seats())
            .allMatch(
                seat ->
                    profiles().stream().allMatch(profile -> exchanges(seat - 1, seat, profile)));
  }

  /**
   * The action that, chosen by everybody, gives the players the most together; empty where the game
   * is not symmetric or where two actions are equally good, as in games of pure coordination.
   */
  public OptionalInt cooperativeAction() {
    return cooperativeAction;
  }

  /** The players' total payoff when every seat chooses the action of this index. */
  public double totalWhenAllChoose(int action) {
    int[] profile = new int[seats()];
    Arrays.fill(profile, action);
    return totalPayoff(profile);
  }

  /** The same game with every payoff x turned into {@code scale * x + shift}. */
  public Game rescaled(double scale, double shift) {
    if (!(scale > 0)) {
      throw invalid("a scale of " + scale + " would turn the game round", "Give a scale above 0");
    }
    return of(
        name,
        actions,
        Arrays.stream(payoffs)
            .map(ofSeat -> Arrays.stream(ofSeat).map(x -> scale * x + shift).toArray())
            .toArray(double[][]::new));
  }

  /** The same game with the actions of every seat renamed. */
  public Game withActions(UnaryOperator<String> rename) {
    return of(
        name, actions.stream().map(names -> names.stream().map(rename).toList()).toList(), payoffs);
  }

  /** The same game with these action names at every seat, in the order of the actions. */
  public Game withActions(List<String> names) {
    return of(name, actions.stream().map(ofSeat -> names).toList(), payoffs);
  }

  public Game withName(String newName) {
    return of(newName, actions, payoffs);
  }

  private OptionalInt bestSharedAction() {
    if (!isSymmetric()) {
      return OptionalInt.empty();
    }
    int count = actions(0).size();
    double best =
        IntStream.range(0, count).mapToDouble(this::totalWhenAllChoose).max().orElseThrow();
    int[] bestActions =
        IntStream.range(0, count).filter(action -> totalWhenAllChoose(action) == best).toArray();
    return bestActions.length == 1 && count > 1
        ? OptionalInt.of(bestActions[0])
        : OptionalInt.empty();
  }

  private int index(int... profile) {
    if (profile.length != seats()) {
      throw new IllegalArgumentException(
          profile.length + " actions for " + seats() + " seats of " + name);
    }
    int index = 0;
    for (int seat = 0; seat < actions.size(); seat++) {
      Objects.checkIndex(profile[seat], actions.get(seat).size());
      index = index * actions.get(seat).size() + profile[seat];
    }
    return index;
  }

  private int[] profile(int index) {
    int[] profile = new int[seats()];
    int rest = index;
    for (int seat = seats() - 1; seat >= 0; seat--) {
      profile[seat] = rest % actions(seat).size();
      rest /= actions(seat).size();
    }
    return profile;
  }

  private int profileCount() {
    return profileCount(name, actions);
  }

  private boolean sameActionCount() {
    return actions.stream().map(List::size).distinct().count() == 1;
  }

  private boolean exchanges(int one, int other, int[] profile) {
    int[] exchanged = profile.clone();
    exchanged[one] = profile[other];
    exchanged[other] = profile[one];
    return IntStream.range(0, seats())
        .allMatch(
            seat -> {
              int exchangedSeat = seat == one ? other : seat == other ? one : seat;
              return payoff(seat, profile) == payoff(exchangedSeat, exchanged);
            });
  }

  private void validate() {
    if (name.isBlank()) {
      throw invalid("a game without a name", "Give it a name");
    }
    if (actions.isEmpty() || actions.stream().anyMatch(List::isEmpty)) {
      throw invalid("a seat without actions", "Give every seat at least one action");
    }
    for (List<String> names : actions) {
      if (new HashSet<>(names).size() != names.size() || names.stream().anyMatch(String::isBlank)) {
        throw invalid("actions " + names, "Give every action of a seat a name of its own");
      }
    }
    if (payoffs.length != seats()) {
      throw invalid(
          payoffs.length + " payoff tables for " + seats() + " seats", "Give one table a seat");
    }
    for (int seat = 0; seat < seats(); seat++) {
      if (payoffs[seat].length != profileCount()) {
        throw invalid(
            payoffs[seat].length + " payoffs of seat " + (seat + 1) + ", not " + profileCount(),
            "Give one payoff for each joint choice");
      }
      for (int index = 0; index < payoffs[seat].length; index++) {
        if (!Double.isFinite(payoffs[seat][index])) {
          throw invalid(
              "payoff " + payoffs[seat][index] + " of seat " + (seat + 1) + " at " + names(index),
              "Give a finite number");
        }
      }
    }
  }

  private List<String> names(int index) {
    int[] profile = profile(index);
    List<String> names = new ArrayList<>();
    for (int seat = 0; seat < seats(); seat++) {
      names.add(actions(seat).get(profile[seat]));
    }
    return names;
  }

  private EthogramException invalid(String problem, String remedy) {
    return new EthogramException(ErrorCode.INVALID_DATA, "game '" + name + "'", problem, remedy);
  }

  private static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Game game
        && name.equals(game.name)
        && actions.equals(game.actions)
        && Arrays.deepEquals(payoffs, game.payoffs);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * name.hashCode() + actions.hashCode()) + Arrays.deepHashCode(payoffs);
  }

  @Override
  public String toString() {
    return name + " " + actions + " " + Arrays.deepToString(payoffs);
  }
}

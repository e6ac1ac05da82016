package org.ethogram.games.formats;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.ethogram.games.Game;
import org.ethogram.games.play.Discounting;
import org.ethogram.games.play.History;

/** How a match went, and how that stands in JSON. */
public final class MatchReport {
  /** Games with more joint outcomes than this name only those that came up. */
  private static final int MOST_STATES_NAMED = 64;

  private final Game game;
  private final History history;
  private final OptionalInt cooperate;
  private final boolean lettersTellAll;
  private final int[] counts;

  public MatchReport(Game game, History history) {
    this.game = game;
    this.history = history;
    this.cooperate = game.cooperativeAction();
    this.lettersTellAll = cooperate.isPresent() && game.actions(0).size() == 2;
    this.counts = countsByProfile();
  }

  /**
   * {@code actions}: for each player one text of C, the cooperative action, and D, any other, where
   * the game has a cooperative action, else a list of action names. {@code choices}: the lists of
   * action names where D stands for several actions. {@code payoffs}: each player's sum. {@code
   * cooperations}: each player's count, only where the game has a cooperative action. {@code
   * states}: how often each joint outcome came up, in the order of the seats, in letters where
   * {@code actions} are. With a discount, {@code discounted_payoffs} and {@code discounted_means}:
   * each player's discounted sum, and that over the sum of the weights.
   */
  public Map<String, Object> fields(Optional<Discounting> discount) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(
        "actions", eachSeat(seat -> cooperate.isPresent() ? letters(seat) : actionNames(seat)));
    if (cooperate.isPresent() && !lettersTellAll) {
      fields.put("choices", eachSeat(this::actionNames));
    }
    fields.put("payoffs", payoffs());
    if (cooperate.isPresent()) {
      fields.put("cooperations", eachSeat(this::cooperations));
    }
    fields.put("states", cooperate.isPresent() ? statesInLetters() : statesByName());
    discount.ifPresent(
        discounting -> {
          fields.put(
              "discounted_payoffs", eachSeat(seat -> discounting.total(game, seat, history)));
          fields.put(
              "discounted_means",
              eachSeat(seat -> discounting.mean(game, seat, history).orElseThrow()));
        });
    return fields;
  }

  /** Whether the letters C and D tell all: the game has a cooperative action and one other. */
  public boolean lettersTellAll() {
    return lettersTellAll;
  }

  /** A player's moves, a letter each: C for the cooperative action, D for any other. */
  public String letters(int seat) {
    byte[] letters = new byte[history.rounds()];
    for (int round = 1; round <= letters.length; round++) {
      letters[round - 1] = (byte) letter(history.action(round, seat));
    }
    return new String(letters, StandardCharsets.US_ASCII);
  }

  /** A player's moves by their names. */
  public List<String> actionNames(int seat) {
    List<String> names = game.actions(seat);
    return IntStream.rangeClosed(1, history.rounds())
        .mapToObj(round -> names.get(history.action(round, seat)))
        .toList();
  }

  /** Each player's sum of payoffs. */
  public double[] payoffs() {
    double[] payoffs = new double[game.seats()];
    for (int index = 0; index < counts.length; index++) {
      if (counts[index] > 0) {
        int[] profile = profile(index);
        for (int seat = 0; seat < payoffs.length; seat++) {
          payoffs[seat] += counts[index] * game.payoff(seat, profile);
        }
      }
    }
    return payoffs;
  }

  /** How often each joint outcome came up, the seats in order; in letters where these tell all. */
  public SequencedMap<String, Integer> states() {
    return lettersTellAll ? statesInLetters() : statesByName();
  }

  private SequencedMap<String, Integer> statesInLetters() {
    return states(1L << game.seats(), this::letters);
  }

  private SequencedMap<String, Integer> statesByName() {
    return states(counts.length, this::names);
  }

  private SequencedMap<String, Integer> states(long number, Function<int[], String> name) {
    SequencedMap<String, Integer> states = new LinkedHashMap<>();
    for (int index = 0; index < counts.length; index++) {
      if (counts[index] > 0 || number <= MOST_STATES_NAMED) {
        states.merge(name.apply(profile(index)), counts[index], Integer::sum);
      }
    }
    return Collections.unmodifiableSequencedMap(states);
  }

  private int cooperations(int seat) {
    int cooperations = 0;
    for (int round = 1; round <= history.rounds(); round++) {
      cooperations += history.action(round, seat) == cooperate.orElseThrow() ? 1 : 0;
    }
    return cooperations;
  }

  /** The last seat's action runs fastest. */
  private int[] countsByProfile() {
    int profiles = 1;
    for (int seat = 0; seat < game.seats(); seat++) {
      profiles = Math.multiplyExact(profiles, game.actions(seat).size());
    }
    int[] byProfile = new int[profiles];
    for (int round = 1; round <= history.rounds(); round++) {
      int index = 0;
      for (int seat = 0; seat < game.seats(); seat++) {
        index = index * game.actions(seat).size() + history.action(round, seat);
      }
      byProfile[index]++;
    }
    return byProfile;
  }

  private int[] profile(int index) {
    int[] profile = new int[game.seats()];
    int rest = index;
    for (int seat = profile.length - 1; seat >= 0; seat--) {
      profile[seat] = rest % game.actions(seat).size();
      rest /= game.actions(seat).size();
    }
    return profile;
  }

  private String letters(int[] profile) {
    StringBuilder letters = new StringBuilder();
    Arrays.stream(profile).forEach(action -> letters.append(letter(action)));
    return letters.toString();
  }

  private String names(int[] profile) {
    return String.join(",", eachSeat(seat -> game.actions(seat).get(profile[seat])));
  }

  private char letter(int action) {
    return action == cooperate.orElseThrow() ? 'C' : 'D';
  }

  private <T> List<T> eachSeat(IntFunction<T> value) {
    return IntStream.range(0, game.seats()).mapToObj(value).toList();
  }
}

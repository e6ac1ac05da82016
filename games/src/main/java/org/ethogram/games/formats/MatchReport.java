package org.ethogram.games.formats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.play.History;
import org.ethogram.games.play.Match;

/**
 * How a match went, as its fields stand in JSON.
 *
 * <p>{@code actions}: for each player one text of C and D where the game has a cooperative action
 * and two actions, else a list of action names. {@code payoffs}: each player's sum. {@code
 * cooperations}: each player's count, and {@code states}, how often each joint outcome came up, in
 * the order of the seats; the former only where the game has a cooperative action.
 */
final class MatchReport {
  private final Game game;
  private final OptionalInt cooperate;
  private final History history;

  private MatchReport(Game game, History history) {
    this.game = game;
    this.history = history;
    this.cooperate = game.actions(0).size() == 2 ? game.cooperativeAction() : OptionalInt.empty();
  }

  static Map<String, Object> of(Match match, Seed seed) {
    return new MatchReport(match.game(), match.play(seed)).fields();
  }

  private Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    List<Integer> seats = IntStream.range(0, game.seats()).boxed().toList();
    fields.put("actions", seats.stream().map(this::actions).toList());
    double[] payoffs = new double[game.seats()];
    SequencedMap<String, Integer> states = new LinkedHashMap<>();
    game.profiles().forEach(profile -> states.put(name(profile), 0));
    for (int round = 1; round <= history.rounds(); round++) {
      int[] profile = history.profile(round);
      for (int seat = 0; seat < payoffs.length; seat++) {
        payoffs[seat] += game.payoff(seat, profile);
      }
      states.merge(name(profile), 1, Integer::sum);
    }
    fields.put("payoffs", payoffs);
    if (cooperate.isPresent()) {
      fields.put("cooperations", seats.stream().map(this::cooperations).toList());
    }
    fields.put("states", Collections.unmodifiableSequencedMap(states));
    return fields;
  }

  private Object actions(int seat) {
    List<String> names = new ArrayList<>();
    StringBuilder letters = new StringBuilder();
    for (int round = 1; round <= history.rounds(); round++) {
      int action = history.action(round, seat);
      if (cooperate.isPresent()) {
        letters.append(letter(action));
      } else {
        names.add(game.actions(seat).get(action));
      }
    }
    return cooperate.isPresent() ? letters.toString() : names;
  }

  private int cooperations(int seat) {
    return (int)
        IntStream.rangeClosed(1, history.rounds())
            .filter(round -> history.action(round, seat) == cooperate.getAsInt())
            .count();
  }

  private String name(int[] profile) {
    StringBuilder name = new StringBuilder();
    for (int seat = 0; seat < profile.length; seat++) {
      if (cooperate.isPresent()) {
        name.append(letter(profile[seat]));
      } else {
        name.append(seat == 0 ? "" : ",").append(game.actions(seat).get(profile[seat]));
      }
    }
    return name.toString();
  }

  private char letter(int action) {
    return action == cooperate.getAsInt() ? 'C' : 'D';
  }
}

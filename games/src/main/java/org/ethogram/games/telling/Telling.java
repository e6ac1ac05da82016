package org.ethogram.games.telling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
import org.ethogram.games.play.History;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Seat;

/**
 * One way to tell a game in plain English to the player of a seat, who is addressed as "you".
 *
 * <p>Everything is told from the payoff tensor by one function for all seats. It plays games in
 * which all seats have as many actions as there are words.
 *
 * @param words the word for each action, by the action's index; words that differ, without spaces
 * @param mentionOrder the order in which the words are mentioned where the choice is introduced, as
 *     action indices
 * @param ruleOrder the order of the rule sentences, as indices of the joint choices seen by the
 *     reader: own action first, the last player's running fastest
 * @param tellsPoints whether each round is followed by what it brought
 */
public record Telling(
    Phrasing phrasing,
    List<String> words,
    List<Integer> mentionOrder,
    List<Integer> ruleOrder,
    boolean tellsPoints) {
  public Telling {
    words = List.copyOf(words);
    mentionOrder = List.copyOf(mentionOrder);
    ruleOrder = List.copyOf(ruleOrder);
    if (words.stream().distinct().count() != words.size() || words.size() < 2) {
      throw invalid("action words " + words, "Give each action a word of its own");
    }
    requirePermutation("mention order", mentionOrder, words.size());
    requirePermutation("rule order", ruleOrder, ruleOrder.size());
  }

  /** The rules, the rounds so far and the beginning of the next, up to the reader's action word. */
  public Told prompt(Seat seat, History history) {
    return upTo(seat, history).and("\n", opening(seat, history.rounds() + 1));
  }

  /** The rules and the rounds so far, each on a line of its own. */
  public Told upTo(Seat seat, History history) {
    Told told = rules(seat);
    for (int round = 1; round <= history.rounds(); round++) {
      told = told.and("\n", round(seat, round, history.profile(round)));
    }
    return told;
  }

  /** The setting and the payoffs of every joint choice, in one line. */
  public Told rules(Seat seat) {
    requireTellable(seat.game());
    Map<Slot, String> values = new HashMap<>();
    values.put(Slot.WORDS, mentionedWords());
    switch (seat.horizon()) {
      case Horizon.Known known -> values.put(Slot.ROUNDS, String.valueOf(known.rounds()));
      case Horizon.Unknown _ -> {}
      case Horizon.Geometric geometric ->
          values.put(Slot.CHANCE, Numbers.plain(100 * geometric.continuation()));
    }
    int seats = seat.game().seats();
    Told told = Told.NOTHING;
    for (String sentence : English.setting(phrasing.setting(), seats, seat.horizon())) {
      told = told.and(" ", Template.of(sentence).tell(values));
    }
    return told.and(" ", payoffs(seat));
  }

  /** The payoffs of every joint choice, without the setting. */
  public Told payoffs(Seat seat) {
    requireTellable(seat.game());
    Perspective perspective = perspective(seat);
    List<int[]> profiles = perspective.seenProfiles();
    Told told = Told.NOTHING;
    for (int index : ruleOrder) {
      told = told.and(" ", rule(perspective, profiles.get(index)));
    }
    return told;
  }

  /** The payoffs of one joint choice, a profile in the order of the seats. */
  public Told payoffs(Seat seat, int... profile) {
    Perspective perspective = perspective(seat);
    return rule(perspective, perspective.seen(profile));
  }

  /**
   * What everybody did in a round and, where this telling does so, what it brought.
   *
   * @param round from 1
   */
  public Told round(Seat seat, int round, int... profile) {
    Perspective perspective = perspective(seat);
    int[] seen = perspective.seen(profile);
    Map<Slot, String> values = values(perspective, seen);
    values.put(Slot.ROUND, String.valueOf(round));
    int seats = seat.game().seats();
    Told told = Template.of(English.round(phrasing.round(), seats)).tell(values);
    return tellsPoints ? told.and(" ", Template.of(English.points(seats)).tell(values)) : told;
  }

  /**
   * The beginning of a round, up to the reader's action word, which follows after a space.
   *
   * @param round from 1
   */
  public Told opening(Seat seat, int round) {
    return Template.of(English.round(phrasing.round(), seat.game().seats()))
        .before(Slot.action(0))
        .tell(Map.of(Slot.ROUND, String.valueOf(round)));
  }

  /** The continuation of a prompt that says this action: a space and its word. */
  public String continuation(int action) {
    return " " + words.get(action);
  }

  /** All comprehension questions about the game and the rounds so far. */
  public List<Question> questions(Seat seat, History history) {
    requireTellable(seat.game());
    return new Questions(perspective(seat), words).about(history);
  }

  private Told rule(Perspective perspective, int[] seen) {
    String wording = English.rule(phrasing.rule(), seen.length);
    return Template.of(wording).tell(values(perspective, seen));
  }

  private Map<Slot, String> values(Perspective perspective, int[] seen) {
    Map<Slot, String> values = new HashMap<>();
    for (int player = 0; player < seen.length; player++) {
      values.put(Slot.action(player), words.get(seen[player]));
      values.put(Slot.points(player), Numbers.plain(perspective.payoff(player, seen)));
    }
    return values;
  }

  private String mentionedWords() {
    List<String> mentioned = mentionOrder.stream().map(words::get).toList();
    return mentioned.stream().limit(mentioned.size() - 1L).collect(Collectors.joining(", "))
        + " or "
        + mentioned.getLast();
  }

  private void requireTellable(Game game) {
    int profiles = 1;
    for (int seat = 0; seat < game.seats(); seat++) {
      if (game.actions(seat).size() != words.size()) {
        throw invalid(
            words.size() + " words for the actions " + game.actions(seat) + " of " + game.name(),
            "Give one word an action, in a game with as many actions at every seat");
      }
      profiles *= words.size();
    }
    if (game.seats() < 2 || ruleOrder.size() != profiles) {
      throw invalid(
          "a rule order of "
              + ruleOrder.size()
              + " for "
              + profiles
              + " joint choices of "
              + game.name(),
          "Give each joint choice its place");
    }
  }

  private static Perspective perspective(Seat seat) {
    return new Perspective(seat.game(), seat.number());
  }

  private static void requirePermutation(String what, List<Integer> order, int size) {
    List<Integer> sorted = order.stream().sorted().toList();
    if (!sorted.equals(IntStream.range(0, size).boxed().toList())) {
      throw invalid(what + " " + order, "Give every index from 0 once");
    }
  }

  private static EthogramException invalid(String problem, String remedy) {
    return new EthogramException(ErrorCode.INVALID_DATA, "telling of a game", problem, remedy);
  }
}

package org.ethogram.evaluations.cooperation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.ethogram.evaluations.play.SeatText;
import org.ethogram.games.play.History;
import org.ethogram.games.play.Seat;
import org.ethogram.games.telling.Telling;

/**
 * A telling to one seat that tells the rules, each possible round and each history only once.
 *
 * <p>A history tree has hundreds of prompts made of a few dozen sentences, and all opponents share
 * them.
 */
final class ToldSeat implements SeatText {
  private final Telling telling;
  private final Seat seat;
  private final String rules;
  private final Map<List<Integer>, String> rounds = new ConcurrentHashMap<>();
  private final Map<Integer, String> openings = new ConcurrentHashMap<>();
  private final Map<History, String> prompts = new ConcurrentHashMap<>();

  ToldSeat(Telling telling, Seat seat) {
    this.telling = telling;
    this.seat = seat;
    this.rules = telling.rules(seat).text();
  }

  Seat seat() {
    return seat;
  }

  /** The rules and the rounds so far. */
  String upTo(History history) {
    StringBuilder text = new StringBuilder(rules);
    for (int round = 1; round <= history.rounds(); round++) {
      text.append('\n').append(round(round, history.profile(round)));
    }
    return text.toString();
  }

  @Override
  public String beforeAction(History history) {
    return prompts.computeIfAbsent(
        history, known -> upTo(known) + '\n' + opening(known.rounds() + 1));
  }

  @Override
  public List<String> actionWords() {
    return List.of(telling.continuation(0), telling.continuation(1));
  }

  private String opening(int round) {
    return openings.computeIfAbsent(round, number -> telling.opening(seat, number).text());
  }

  private String round(int round, int... profile) {
    List<Integer> key =
        IntStream.concat(IntStream.of(round), Arrays.stream(profile)).boxed().toList();
    return rounds.computeIfAbsent(key, any -> telling.round(seat, round, profile).text());
  }
}

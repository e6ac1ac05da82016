package org.ethogram.evaluations.cooperation;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.evaluations.elicitation.WordPair;
import org.ethogram.evaluations.play.Chooser;
import org.ethogram.evaluations.play.Lineup;
import org.ethogram.games.Game;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Seat;
import org.ethogram.games.telling.Telling;

/**
 * A game as one prompt variant puts it to its players.
 *
 * @param seats what each seat is told
 */
record ToldGame(Game game, Horizon horizon, Telling telling, List<ToldSeat> seats) {
  static ToldGame of(Game game, Horizon horizon, PromptVariant variant, WordPair words) {
    List<String> labels = reversed(variant.labelsSwapped(), words.words());
    int profiles = game.profiles().size();
    Telling telling =
        new Telling(
            variant.phrasing().phrasing(),
            labels,
            reversed(variant.mentionReversed(), List.of(0, 1)),
            reversed(variant.rulesReversed(), IntStream.range(0, profiles).boxed().toList()),
            false);
    List<ToldSeat> seats =
        IntStream.range(0, game.seats())
            .mapToObj(seat -> new ToldSeat(telling, new Seat(game, seat, horizon)))
            .toList();
    return new ToldGame(game, horizon, telling, seats);
  }

  /** The subject at the first seat against the opponent, or at every seat against itself. */
  Lineup lineup(Opponent opponent) {
    List<Chooser> choosers =
        IntStream.range(0, game.seats())
            .mapToObj(
                seat ->
                    switch (opponent) {
                      case Opponent.Self _ -> subject(seat);
                      case Opponent.Scripted scripted ->
                          seat == 0
                              ? subject(0)
                              : new Chooser.Scripted(
                                  scripted.strategy(), new Seat(game, seat, horizon));
                    })
            .toList();
    return new Lineup(opponent.name(), choosers);
  }

  /** The action whose word is mentioned first. */
  int firstMentioned() {
    return telling.mentionOrder().getFirst();
  }

  /** The reader's action in the rule that is told first. */
  int firstInRules() {
    return game.profiles().get(telling.ruleOrder().getFirst())[0];
  }

  private Chooser subject(int seat) {
    return new Chooser.Subject(seats.get(seat));
  }

  private static <T> List<T> reversed(boolean reverse, List<T> list) {
    return reverse ? list.reversed() : Collections.unmodifiableList(list);
  }
}

package org.ethogram.games.telling;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ethogram.games.Game;
import org.ethogram.games.play.History;

/**
 * What a told text says, in the reader's order: the reader at the first seat, the others after it.
 *
 * @param words the action words in the order of their mention; an action's index is its place here
 * @param game the payoffs of every joint choice, the actions named by their words
 * @param announcedRounds the number of rounds, where the text tells it
 * @param continuation the chance of one round more, where the text tells it
 * @param history the rounds that are told in full
 * @param asked what the text leaves to be continued
 */
public record Parsed(
    List<String> words,
    Game game,
    OptionalInt announcedRounds,
    OptionalDouble continuation,
    History history,
    Asked asked) {
  public Parsed {
    words = List.copyOf(words);
  }
}

package org.ethogram.games.telling;

import java.util.List;

/** What a told text leaves to be continued. */
public sealed interface Asked {
  /** The text is complete. */
  record Nothing() implements Asked {}

  /**
   * The reader's action.
   *
   * @param round from 1
   */
  record OwnAction(int round) implements Asked {}

  /**
   * The first other player's action, after the reader's.
   *
   * @param round from 1
   * @param own the reader's action in that round, as an index into the words
   */
  record OtherAction(int round, int own) implements Asked {}

  /**
   * The answer to a question.
   *
   * @param actions the actions that the question names, as indices into the words, in the order of
   *     its players: all of them, the others', or none
   */
  record Answer(Question.Topic topic, List<Integer> actions) implements Asked {
    public Answer {
      actions = List.copyOf(actions);
    }
  }
}

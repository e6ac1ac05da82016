package org.ethogram.games.strategies;

import java.util.List;
import java.util.Optional;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.play.Seat;

/**
 * A finite automaton that moves on what the other did (Rubinstein 1986).
 *
 * <p>It is written as one word a transition: state, what the other did, next state, own next move;
 * so {@code 1C2D} reads "in state 1, when the other cooperated, go to state 2 and defect".
 */
final class StateMachine implements DilemmaStrategy {
  private final String name;
  private final int initialState;
  private final boolean opensWithCooperation;
  private final int[][] nextState;
  private final boolean[][] cooperates;

  StateMachine(String name, int initialState, char opening, String transitions) {
    this.name = name;
    this.initialState = initialState;
    this.opensWithCooperation = opening == 'C';
    String[] words = transitions.strip().split("\\s+");
    int states = initialState + 1;
    for (String word : words) {
      if (!word.matches("[0-9]{1,4}[CD][0-9]{1,4}[CD]")) {
        throw invalid("transition '" + word + "' is not written as 1C2D");
      }
      states = Math.max(states, Math.max(from(word), to(word)) + 1);
    }
    this.nextState = new int[states][2];
    this.cooperates = new boolean[states][2];
    boolean[][] known = new boolean[states][2];
    for (String word : words) {
      int input = word.charAt(split(word)) == 'C' ? 0 : 1;
      if (known[from(word)][input]) {
        throw invalid("two transitions of state " + from(word) + " after the same move");
      }
      known[from(word)][input] = true;
      nextState[from(word)][input] = to(word);
      cooperates[from(word)][input] = word.endsWith("C");
    }
    requireComplete(known, words);
  }

  private void requireComplete(boolean[][] known, String[] words) {
    for (String word : words) {
      if (!known[to(word)][0] || !known[to(word)][1]) {
        throw invalid("state " + to(word) + " has no transition for C or for D");
      }
    }
    if (!known[initialState][0] || !known[initialState][1]) {
      throw invalid("state " + initialState + " has no transition for C or for D");
    }
  }

  private EthogramException invalid(String problem) {
    return new EthogramException(
        ErrorCode.INVALID_DATA,
        "strategy '" + name + "'",
        problem,
        "Give every state one transition for C and one for D, such as 1C1C 1D2D");
  }

  private static int split(String word) {
    return word.indexOf('C') >= 0
            && (word.indexOf('D') < 0 || word.indexOf('C') < word.indexOf('D'))
        ? word.indexOf('C')
        : word.indexOf('D');
  }

  private static int from(String word) {
    return Integer.parseInt(word.substring(0, split(word)));
  }

  private static int to(String word) {
    return Integer.parseInt(word.substring(split(word) + 1, word.length() - 1));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public DilemmaPlayer begin(Seat seat) {
    return new DilemmaPlayer() {
      private int state = initialState;
      private boolean next = opensWithCooperation;

      @Override
      public double cooperation() {
        return next ? 1 : 0;
      }

      @Override
      public void observe(boolean self, boolean others) {
        int input = others ? 0 : 1;
        next = cooperates[state][input];
        state = nextState[state][input];
      }

      @Override
      public Optional<Object> state() {
        return Optional.of(List.of(state, next));
      }
    };
  }
}

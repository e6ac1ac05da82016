package org.ethogram.evaluations.play;

import java.util.List;
import java.util.StringJoiner;
import org.ethogram.games.play.History;

/** A telling of a two-player game that is easy to read back: "rose-oak oak-oak I". */
record PlainTelling(String preface, int seat) implements SeatText {
  static final List<String> WORDS = List.of(" oak", " rose");

  @Override
  public String beforeAction(History history) {
    StringJoiner text = new StringJoiner(" ", preface, " I");
    for (int round = 1; round <= history.rounds(); round++) {
      text.add(word(history.action(round, seat)) + "-" + word(history.action(round, 1 - seat)));
    }
    return text.toString();
  }

  @Override
  public List<String> actionWords() {
    return WORDS;
  }

  /** The history that a prompt tells, as its reader sees it: own action first. */
  static History read(String prompt) {
    History history = History.start(2);
    for (String token : prompt.split(" ")) {
      if (token.contains("-")) {
        String[] pair = token.split("-");
        history = history.with(action(pair[0]), action(pair[1]));
      }
    }
    return history;
  }

  private static String word(int action) {
    return WORDS.get(action).strip();
  }

  private static int action(String word) {
    return WORDS.indexOf(" " + word);
  }
}

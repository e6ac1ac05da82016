package org.ethogram.games.telling;

/** What a piece of a told game is: wording that never changes, or one of the things it tells. */
public enum Part {
  /** The words of the phrasing itself. */
  WORDING("", ""),
  /** How many rounds there are. */
  ROUNDS("rounds", Part.NUMBER),
  /** The number of a round, from 1. */
  ROUND("round", Part.NUMBER),
  /** The chance in percent that there is one round more. */
  CHANCE("chance", Part.NUMBER),
  /** All action words, as in {@code oak or rose}. */
  WORDS("words", Part.WORD + "(?:, " + Part.WORD + ")* or " + Part.WORD),
  /** The reader's action. */
  OWN_ACTION("you", Part.WORD),
  /** Another player's action. */
  OTHER_ACTION("other", Part.WORD),
  /** The reader's payoff. */
  OWN_POINTS("yours", Part.NUMBER),
  /** Another player's payoff. */
  OTHER_POINTS("theirs", Part.NUMBER),
  /** The answer to a question. */
  ANSWER("answer", "(?:" + Part.NUMBER + "|" + Part.WORD + ")");

  private static final String NUMBER = "-?[0-9]+(?:\\.[0-9]+)?";
  private static final String WORD = "[\\p{L}\\p{N}]+(?:[-'][\\p{L}\\p{N}]+)*";

  private final String key;
  private final String form;

  Part(String key, String form) {
    this.key = key;
    this.form = form;
  }

  /** How templates name it. */
  String key() {
    return key;
  }

  /** The regular expression of what can stand there. */
  String form() {
    return form;
  }
}

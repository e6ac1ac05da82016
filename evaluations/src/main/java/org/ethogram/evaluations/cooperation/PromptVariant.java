package org.ethogram.evaluations.cooperation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ethogram.evaluations.EvaluationCase;

/**
 * One way to put a game to a subject: a cell of the counterbalanced crossing.
 *
 * <p>Labels, rules and mention are told forward and backward in every combination, so a preference
 * for a word, for the rule that comes first or for the word that is mentioned first is separable
 * from a preference for an action.
 *
 * @param words which pair of words, from 0
 * @param phrasing in which words
 * @param labelsSwapped whether the pair's second word stands for the first action
 * @param rulesReversed whether the payoffs are told from the last joint choice to the first
 * @param mentionReversed whether the second action's word is mentioned before the first action's
 */
record PromptVariant(
    int words,
    Wording phrasing,
    boolean labelsSwapped,
    boolean rulesReversed,
    boolean mentionReversed) {
  static final String WORDS = "words";
  static final String PHRASING = "phrasing";
  static final String LABELS = "labels";
  static final String RULES = "rules";
  static final String MENTION = "mention";

  private static final String SWAPPED = "swapped";
  private static final String REVERSED = "reversed";

  static List<PromptVariant> crossing(int wordPairs, List<Wording> phrasings) {
    List<PromptVariant> all = new ArrayList<>();
    for (int words = 0; words < wordPairs; words++) {
      for (Wording phrasing : phrasings) {
        for (int cell = 0; cell < 8; cell++) {
          all.add(
              new PromptVariant(
                  words, phrasing, (cell & 4) != 0, (cell & 2) != 0, (cell & 1) != 0));
        }
      }
    }
    return all;
  }

  static PromptVariant of(EvaluationCase evaluationCase) {
    return new PromptVariant(
        Integer.parseInt(evaluationCase.factor(WORDS)) - 1,
        Wording.named(evaluationCase.factor(PHRASING)),
        evaluationCase.factor(LABELS).equals(SWAPPED),
        evaluationCase.factor(RULES).equals(REVERSED),
        evaluationCase.factor(MENTION).equals(REVERSED));
  }

  /** Level by factor, as it stands in cases. */
  SortedMap<String, String> factors() {
    return new TreeMap<>(
        Map.of(
            WORDS, Integer.toString(words + 1),
            PHRASING, phrasing.label(),
            LABELS, labelsSwapped ? SWAPPED : "straight",
            RULES, rulesReversed ? REVERSED : "forward",
            MENTION, mentionReversed ? REVERSED : "forward"));
  }
}

package org.ethogram.report.findings;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ethogram.report.findings.Measure.Kind;

/** The measures that the report knows by name, in the order in which they are shown. */
public final class MeasureCatalogue {
  public static final String COOPERATION = "cooperation-rate";
  public static final String COMPREHENSION = "comprehension";
  public static final String COMPREHENSION_CHANCE = "comprehension-chance";
  public static final String GATE = "comprehension-gate";
  public static final String LABEL_MASS = "label-mass";
  public static final String LEFT_OUT_MASS = "left-out-mass";
  public static final String EXPLOITATION = "exploitation";
  public static final String LASTING_DEFECTION = "lasting-defection";

  /** {@link #LASTING_DEFECTION} less {@link #EXPLOITATION}; the report computes it. */
  public static final String SPITEFULNESS_CONTRAST = "spitefulness-contrast";

  /** Laws that a report fits when the study does not say which, the headline first. */
  public static final List<String> USUAL_LAWS =
      List.of(
          COOPERATION,
          COMPREHENSION,
          "forgiveness",
          "spitefulness",
          SPITEFULNESS_CONTRAST,
          EXPLOITATION,
          "efficiency");

  /** What a choice may follow beside the game; one half is no bias, but for repetition. */
  public static final List<String> BIASES =
      List.of("first-mentioned-rate", "first-rule-rate", "repetition-rate");

  /** The order in which measures are shown. */
  public static final Comparator<Measure> ORDER =
      Comparator.<Measure>comparingInt(measure -> position(measure.name()))
          .thenComparing(Measure::name);

  private static final Map<String, Measure> KNOWN = new LinkedHashMap<>();

  static {
    rate(COOPERATION, "Cooperation", "the share of decisions that cooperate");
    rate("first-move-cooperation", "First-move cooperation", "cooperation in the first round");
    rate("cooperation-after-cc", "P(C | CC)", "cooperation after both cooperated");
    rate("cooperation-after-cd", "P(C | CD)", "cooperation after being defected on");
    rate("cooperation-after-dc", "P(C | DC)", "cooperation after defecting on a cooperator");
    rate("cooperation-after-dd", "P(C | DD)", "cooperation after both defected");
    rate("niceness", "Niceness", "the share of matches in which it never defects first");
    rate("provocability", "Provocability", "defection right after the other's first defection");
    rate("forgiveness", "Forgiveness", "cooperation with one that defected once but came back");
    rate("spitefulness", "Spitefulness", "defection in later rounds on one that defected once");
    rate(
        "spitefulness-of-unprovoked",
        "Spitefulness of the unprovoked",
        "as spitefulness, over play that had defected before it was provoked");
    difference(
        SPITEFULNESS_CONTRAST,
        "Spitefulness (contrast)",
        "defection on one that defected once and came back, less defection on one that never did");
    rate(LASTING_DEFECTION, "Lasting defection", "defection on one that defected once, came back");
    rate(EXPLOITATION, "Exploitation", "defection on one that has always cooperated");
    difference("last-round-effect", "Last-round effect", "last-round cooperation less the rest");
    amount("payoff", "Payoff", "points per round");
    amount("efficiency", "Efficiency", "total payoff, 0 at the worst and 1 at the best profile");
    rate("inequality", "Inequality", "Gini coefficient of the players' payoffs");
    amount("regret", "Regret", "points per round that the best fixed action would have added");
    rate("coordination-rate", "Coordination", "the share of rounds in which the players meet");
    rate("alternation-rate", "Alternation", "the share of successive meetings that take turns");
    rate("own-favourite-rate", "Own favourite", "insisting on the meeting place it likes best");
    rate(COMPREHENSION, "Comprehension", "questions about the game answered rightly");
    rate(COMPREHENSION_CHANCE, "Chance", "what guessing would answer rightly");
    rate("comprehension-probability", "P(right answer)", "probability of the right answer");
    rate(GATE, "Understood", "the share of episodes that pass the comprehension gate");
    rate("first-mentioned-rate", "First mentioned", "choosing the word that is mentioned first");
    rate("first-rule-rate", "First rule", "choosing the action whose rule is told first");
    rate("word-rate", "Word", "choosing this word, whatever it stands for");
    rate("repetition-rate", "Repetition", "saying the own last word again");
    rate(LABEL_MASS, "On action words", "probability that fell on the action words at all");
    rate(LEFT_OUT_MASS, "Left out", "probability of the histories that were not followed");
  }

  private MeasureCatalogue() {}

  /** The measure of this name; one that is not known gets a title from its name. */
  public static Measure named(String name, Kind kindIfUnknown) {
    Measure known = KNOWN.get(name);
    if (known != null) {
      return known;
    }
    String words = name.replace('-', ' ');
    String title =
        words.isEmpty()
            ? name
            : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    return new Measure(name, title, words, kindIfUnknown);
  }

  /** Where a measure stands among the others; those that are not known stand last. */
  private static int position(String name) {
    int position = List.copyOf(KNOWN.keySet()).indexOf(name);
    return position < 0 ? KNOWN.size() : position;
  }

  private static void rate(String name, String title, String meaning) {
    KNOWN.put(name, new Measure(name, title, meaning, Kind.RATE));
  }

  private static void difference(String name, String title, String meaning) {
    KNOWN.put(name, new Measure(name, title, meaning, Kind.DIFFERENCE));
  }

  private static void amount(String name, String title, String meaning) {
    KNOWN.put(name, new Measure(name, title, meaning, Kind.AMOUNT));
  }
}

package org.ethogram.games.measures;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;
import org.ethogram.core.Ratio;

/** Every measure of play under the name by which results know it. */
public final class Measures {
  private static final SequencedMap<String, Function<Play, Ratio>> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("cooperation-rate", Cooperation::rate);
    BY_NAME.put("first-move-cooperation", Cooperation::firstMove);
    BY_NAME.put("cooperation-after-cc", play -> Cooperation.after(play, true, true));
    BY_NAME.put("cooperation-after-cd", play -> Cooperation.after(play, true, false));
    BY_NAME.put("cooperation-after-dc", play -> Cooperation.after(play, false, true));
    BY_NAME.put("cooperation-after-dd", play -> Cooperation.after(play, false, false));
    BY_NAME.put("niceness", Reciprocity::niceness);
    BY_NAME.put("provocability", Reciprocity::provocability);
    BY_NAME.put("forgiveness", Reciprocity::forgiveness);
    BY_NAME.put("spitefulness", Reciprocity::spitefulness);
    BY_NAME.put("spitefulness-of-unprovoked", Reciprocity::spitefulnessOfUnprovoked);
    BY_NAME.put("lasting-defection", Reciprocity::lastingDefection);
    BY_NAME.put("exploitation", Reciprocity::exploitation);
    BY_NAME.put("last-round-effect", Cooperation::lastRoundEffect);
    BY_NAME.put("payoff", Welfare::payoff);
    BY_NAME.put("efficiency", Welfare::efficiency);
    BY_NAME.put("inequality", Welfare::inequality);
    BY_NAME.put("regret", Welfare::regret);
    BY_NAME.put("coordination-rate", Coordination::rate);
    BY_NAME.put("alternation-rate", Coordination::alternation);
  }

  private Measures() {}

  /**
   * All measures by name. Cooperation by round is apart, as {@link Cooperation#inRound}, since it
   * is as many figures as there are rounds.
   */
  public static SequencedMap<String, Function<Play, Ratio>> all() {
    return Collections.unmodifiableSequencedMap(BY_NAME);
  }
}

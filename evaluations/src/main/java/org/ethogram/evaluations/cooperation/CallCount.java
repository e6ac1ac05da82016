package org.ethogram.evaluations.cooperation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ethogram.evaluations.CallRange;
import org.ethogram.evaluations.comprehension.ComprehensionItem;
import org.ethogram.evaluations.elicitation.ChoiceMemo;
import org.ethogram.evaluations.play.ExactPlay;
import org.ethogram.evaluations.play.Lineup;
import org.ethogram.models.scripted.ScriptedModel;

/**
 * How many calls an episode takes, found by putting it to scripted models.
 *
 * <p>A model that holds both actions equally probable walks the whole tree, up to the threshold;
 * one that is always sure of the same action walks the fewest histories.
 */
record CallCount(CooperationSettings settings, ToldGame told) {
  private static final int LABEL_CHOICE = 1;

  CallRange range() {
    int most = settings.mostRounds(told.game());
    return switch (settings.elicitation()) {
      case EXACT -> new CallRange(exact(1, least()), exact(.5, most));
      case SAMPLED -> new CallRange(sampled(least(), 1), sampled(most, settings.attempts()));
    };
  }

  private int least() {
    return settings.horizon() == CooperationSettings.HorizonKind.GEOMETRIC
        ? 1
        : settings.mostRounds(told.game());
  }

  private long exact(double cooperation, int rounds) {
    String word = told.telling().continuation(0);
    ScriptedModel model =
        new ScriptedModel(
            "planned",
            List.of(),
            (prompt, said) -> said.equals(word) ? cooperation : 1 - cooperation);
    ChoiceMemo memo = new ChoiceMemo(model);
    new ExactPlay(memo, rounds, settings.threshold()).play(lineups());
    new ForcedHistories(told, memo, rounds).measurements();
    return LABEL_CHOICE + memo.size() + questions();
  }

  private long sampled(int rounds, int attempts) {
    long decisions =
        lineups().stream().mapToLong(lineup -> lineup.subjectSeats().size()).sum() * rounds;
    return LABEL_CHOICE + decisions * settings.matches() * attempts + questions();
  }

  private long questions() {
    Set<Object> different = new HashSet<>();
    for (ComprehensionItem item : new ReadingQuestions(told).items()) {
      different.add(item.request());
    }
    return different.size();
  }

  private List<Lineup> lineups() {
    return settings.opponents().stream().map(told::lineup).toList();
  }
}

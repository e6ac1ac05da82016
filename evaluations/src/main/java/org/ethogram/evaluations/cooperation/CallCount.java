package org.ethogram.evaluations.cooperation;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ethogram.evaluations.CallAmount;
import org.ethogram.evaluations.CallRange;
import org.ethogram.evaluations.comprehension.ComprehensionItem;
import org.ethogram.evaluations.elicitation.ChoiceMemo;
import org.ethogram.evaluations.elicitation.LabelChoice;
import org.ethogram.evaluations.play.Chooser;
import org.ethogram.evaluations.play.ExactPlay;
import org.ethogram.evaluations.play.Lineup;
import org.ethogram.games.play.History;
import org.ethogram.models.Prompt;
import org.ethogram.models.ScoreRequest;
import org.ethogram.models.scripted.ScriptedModel;

/**
 * How many calls an episode takes, found by putting it to scripted models.
 *
 * <p>A model that holds both actions equally probable walks the whole tree, up to the threshold;
 * one that is always sure of the same action walks the fewest histories.
 *
 * @param scored whether the subject can score
 */
record CallCount(CooperationSettings settings, ToldGame told, boolean scored) {
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

  private CallAmount exact(double cooperation, int rounds) {
    String word = told.telling().continuation(0);
    ScriptedModel model =
        new ScriptedModel(
            "planned",
            List.of(),
            (prompt, said) -> said.equals(word) ? cooperation : 1 - cooperation);
    ChoiceMemo memo = new ChoiceMemo(model);
    new ExactPlay(memo, rounds, settings.threshold()).play(lineups());
    new ForcedHistories(told, memo, rounds).measurements();
    Set<ScoreRequest> different = new LinkedHashSet<>(memo.asked());
    different.addAll(questions());
    return labelChoice().plus(scores(different));
  }

  private CallAmount sampled(int rounds, int attempts) {
    CallAmount matches = match(rounds).times((long) settings.matches() * attempts);
    Set<ScoreRequest> outside = new LinkedHashSet<>(questions());
    Chooser.Subject subject = new Chooser.Subject(told.seats().getFirst());
    new ForcedHistories(told, new ChoiceMemo(new ScriptedModel("", List.of(), (p, s) -> 1)), rounds)
        .all()
        .forEach(history -> outside.add(subject.request(history)));
    return scored
        ? matches.plus(labelChoice()).plus(scores(outside))
        : matches.plus(drawn(outside));
  }

  /** One match against each opponent; which actions were played hardly changes the length. */
  private CallAmount match(int rounds) {
    CallAmount amount = CallAmount.NOTHING;
    for (Lineup lineup : lineups()) {
      History history = History.start(told.game().seats());
      for (int round = 0; round < rounds; round++) {
        for (Chooser chooser : lineup.choosers()) {
          if (chooser instanceof Chooser.Subject(var text)) {
            Prompt prompt = Prompt.of(text.beforeAction(history));
            amount = amount.plus(CallAmount.completion(prompt, answerTokens()));
          }
        }
        history = history.with(new int[told.game().seats()]);
      }
    }
    return amount;
  }

  private int answerTokens() {
    return scored ? 1 : settings.answerTokens();
  }

  private CallAmount labelChoice() {
    List<String> words = settings.words().stream().flatMap(pair -> pair.words().stream()).toList();
    return CallAmount.score(new ScoreRequest(LabelChoice.BEFORE, words));
  }

  private static CallAmount scores(Collection<ScoreRequest> requests) {
    return requests.stream().map(CallAmount::score).reduce(CallAmount.NOTHING, CallAmount::plus);
  }

  private CallAmount drawn(Collection<ScoreRequest> requests) {
    return requests.stream()
        .map(request -> CallAmount.completion(request.prompt(), answerTokens()))
        .reduce(CallAmount.NOTHING, CallAmount::plus)
        .times(settings.draws());
  }

  private List<ScoreRequest> questions() {
    return new ReadingQuestions(told).items().stream().map(ComprehensionItem::request).toList();
  }

  private List<Lineup> lineups() {
    return settings.opponents().stream().map(told::lineup).toList();
  }
}

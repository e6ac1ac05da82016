package org.ethogram.evaluations.cooperation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ethogram.evaluations.comprehension.ComprehensionItem;
import org.ethogram.games.play.History;
import org.ethogram.games.telling.Asked;
import org.ethogram.games.telling.Question;
import org.ethogram.games.telling.Question.Topic;
import org.ethogram.games.telling.TellingReader;
import org.ethogram.models.Prompt;
import org.ethogram.models.ScoreRequest;

/**
 * The comprehension questions about a told game.
 *
 * <p>Questions about the rules follow the rules alone; questions about the past follow two rounds,
 * so that every joint choice is the last one once. Where both players do the same, an answer about
 * the wrong player is right and a payoff is told of both at once: such questions are kept apart as
 * {@code -diagonal}, and reading shows in {@code -off-diagonal} ones.
 */
record ReadingQuestions(ToldGame told) {
  private static final Set<Topic> ABOUT_RULES =
      EnumSet.of(Topic.OWN_PAYOFF, Topic.OTHER_PAYOFF, Topic.BETTER_FOR_ALL, Topic.BEST_RESPONSE);

  List<ComprehensionItem> items() {
    List<ComprehensionItem> items = new ArrayList<>();
    History start = History.start(told.game().seats());
    for (Question question : questions(start, true)) {
      items.add(item(start, question));
    }
    List<int[]> profiles = told.game().profiles();
    for (int last = 0; last < profiles.size(); last++) {
      int[] first = profiles.get((last + 1) % profiles.size());
      History history = start.with(first).with(profiles.get(last));
      for (Question question : questions(history, false)) {
        items.add(item(history, question));
      }
    }
    return items;
  }

  private List<Question> questions(History history, boolean aboutRules) {
    return told.telling().questions(told.seats().getFirst().seat(), history).stream()
        .filter(question -> ABOUT_RULES.contains(question.topic()) == aboutRules)
        .filter(question -> question.candidates().size() > 1)
        .toList();
  }

  private ComprehensionItem item(History history, Question question) {
    String prompt = told.seats().getFirst().upTo(history) + '\n' + question.told().text();
    List<String> candidates = question.candidates();
    return new ComprehensionItem(
        kind(question.topic(), prompt, history),
        new ScoreRequest(
            Prompt.of(prompt), candidates.stream().map(answer -> " " + answer).toList()),
        candidates.indexOf(question.answer()));
  }

  private static String kind(Topic topic, String prompt, History history) {
    return switch (topic) {
      case OWN_PAYOFF, OTHER_PAYOFF -> topic.label() + place(actionsAskedAbout(prompt));
      case LAST_OWN_ACTION, LAST_OTHER_ACTION, LAST_PAYOFF ->
          topic.label() + place(Arrays.stream(history.profile(history.rounds())).boxed().toList());
      case BETTER_FOR_ALL, BEST_RESPONSE, TOTAL_PAYOFF -> topic.label();
    };
  }

  private static List<Integer> actionsAskedAbout(String prompt) {
    return TellingReader.read(prompt).asked() instanceof Asked.Answer answer
        ? answer.actions()
        : List.of();
  }

  private static String place(List<Integer> actions) {
    return actions.stream().distinct().count() == 1 ? "-diagonal" : "-off-diagonal";
  }
}

package org.ethogram.games.telling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ethogram.games.play.History;
import org.ethogram.games.telling.Question.Topic;

/** The comprehension questions that a game and its rounds give rise to, with their answers. */
record Questions(Perspective perspective, List<String> words) {
  List<Question> about(History history) {
    List<Question> questions = new ArrayList<>();
    for (int[] seen : perspective.seenProfiles()) {
      questions.add(payoff(Topic.OWN_PAYOFF, 0, seen));
      questions.add(payoff(Topic.OTHER_PAYOFF, 1, seen));
    }
    perspective
        .game()
        .cooperativeAction()
        .ifPresent(
            action -> questions.add(ask(Topic.BETTER_FOR_ALL, Map.of(), words.get(action), words)));
    perspective.seenProfiles().stream()
        .filter(seen -> seen[0] == 0)
        .forEach(seen -> addBestResponse(questions, seen));
    if (history.rounds() > 0) {
      addPast(questions, history);
    }
    return questions;
  }

  private Question payoff(Topic topic, int player, int[] seen) {
    Map<Slot, String> values = new HashMap<>();
    for (int other = 0; other < seen.length; other++) {
      values.put(Slot.action(other), words.get(seen[other]));
    }
    return ask(topic, values, Numbers.plain(perspective.payoff(player, seen)), payoffsOf(player));
  }

  private void addBestResponse(List<Question> questions, int[] others) {
    double[] payoffs =
        IntStream.range(0, words.size())
            .mapToDouble(
                action -> {
                  int[] seen = others.clone();
                  seen[0] = action;
                  return perspective.payoff(0, seen);
                })
            .toArray();
    int best = 0;
    int ties = 0;
    for (int action = 0; action < payoffs.length; action++) {
      if (payoffs[action] > payoffs[best]) {
        best = action;
      }
    }
    for (double payoff : payoffs) {
      ties += payoff == payoffs[best] ? 1 : 0;
    }
    if (ties == 1) {
      Map<Slot, String> values = new HashMap<>();
      for (int player = 1; player < others.length; player++) {
        values.put(Slot.action(player), words.get(others[player]));
      }
      questions.add(ask(Topic.BEST_RESPONSE, values, words.get(best), words));
    }
  }

  private void addPast(List<Question> questions, History history) {
    int[] last = perspective.seen(history.profile(history.rounds()));
    List<String> payoffs = payoffsOf(0);
    double total = 0;
    for (int round = 1; round <= history.rounds(); round++) {
      total += perspective.payoff(0, perspective.seen(history.profile(round)));
    }
    double gained = perspective.payoff(0, last);
    double before = total - gained;
    List<String> totals =
        payoffs.stream().map(payoff -> Numbers.plain(before + Double.parseDouble(payoff))).toList();
    questions.add(ask(Topic.LAST_OWN_ACTION, Map.of(), words.get(last[0]), words));
    questions.add(ask(Topic.LAST_OTHER_ACTION, Map.of(), words.get(last[1]), words));
    questions.add(ask(Topic.LAST_PAYOFF, Map.of(), Numbers.plain(gained), payoffs));
    questions.add(ask(Topic.TOTAL_PAYOFF, Map.of(), Numbers.plain(before + gained), totals));
  }

  private Question ask(
      Topic topic, Map<Slot, String> values, String answer, List<String> candidates) {
    Told told =
        Template.of(English.question(topic, perspective.game().seats()))
            .before(Slot.ANSWER)
            .tell(values);
    return new Question(topic, told, answer, candidates);
  }

  /** Every payoff that the player can get in one round, each once, smallest first. */
  private List<String> payoffsOf(int player) {
    return perspective.seenProfiles().stream()
        .map(seen -> perspective.payoff(player, seen))
        .distinct()
        .sorted()
        .map(Numbers::plain)
        .toList();
  }
}

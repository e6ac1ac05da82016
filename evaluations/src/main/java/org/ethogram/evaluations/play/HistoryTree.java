package org.ethogram.evaluations.play;

import java.util.ArrayList;
import java.util.List;
import org.ethogram.core.Ratio;
import org.ethogram.evaluations.elicitation.ChoiceMemo;
import org.ethogram.evaluations.elicitation.ForcedChoice;
import org.ethogram.games.measures.WeightedHistory;
import org.ethogram.games.play.History;
import org.ethogram.models.ScoreRequest;

/** The histories that a lineup can reach, level by level, each with its probability. */
final class HistoryTree {
  private final Lineup lineup;
  private final List<WeightedHistory> branchesCut = new ArrayList<>();
  private List<WeightedHistory> level;
  private Ratio onLabels = Ratio.UNDEFINED;

  HistoryTree(Lineup lineup) {
    this.lineup = lineup;
    this.level = List.of(new WeightedHistory(History.start(lineup.choosers().size()), 1));
  }

  /**
   * Follows no further those histories of the present level that are less probable than the
   * threshold.
   */
  void cut(double threshold) {
    List<WeightedHistory> kept = new ArrayList<>();
    for (WeightedHistory node : level) {
      (node.weight() < threshold ? branchesCut : kept).add(node);
    }
    level = kept;
  }

  /** What the subject must be asked before the present level can grow. */
  List<ScoreRequest> requests() {
    List<ScoreRequest> requests = new ArrayList<>();
    for (WeightedHistory node : level) {
      for (Chooser chooser : lineup.choosers()) {
        if (chooser instanceof Chooser.Subject subject) {
          requests.add(subject.request(node.history()));
        }
      }
    }
    return requests;
  }

  /** Follows every joint choice that is possible. */
  void grow(ChoiceMemo memo) {
    List<WeightedHistory> next = new ArrayList<>();
    for (WeightedHistory node : level) {
      List<double[]> choices = new ArrayList<>();
      for (Chooser chooser : lineup.choosers()) {
        choices.add(probabilities(chooser, node, memo));
      }
      branch(node, choices, new int[choices.size()], 0, node.weight(), next);
    }
    level = next;
  }

  Matches matches(int rounds) {
    double leftOut = branchesCut.stream().mapToDouble(WeightedHistory::weight).sum();
    List<WeightedHistory> histories = new ArrayList<>(level);
    histories.addAll(branchesCut);
    return new Matches(lineup, rounds, histories, new Ratio(leftOut, 1), onLabels, Ratio.UNDEFINED);
  }

  private double[] probabilities(Chooser chooser, WeightedHistory node, ChoiceMemo memo) {
    return switch (chooser) {
      case Chooser.Subject subject -> {
        ForcedChoice choice = memo.choice(subject.request(node.history()));
        onLabels = onLabels.plus(new Ratio(node.weight() * choice.mass(), node.weight()));
        yield choice.probabilities().stream().mapToDouble(Double::doubleValue).toArray();
      }
      case Chooser.Scripted scripted ->
          scripted.strategy().probabilities(scripted.seat(), node.history());
    };
  }

  private static void branch(
      WeightedHistory node,
      List<double[]> choices,
      int[] profile,
      int seat,
      double weight,
      List<WeightedHistory> next) {
    if (seat == profile.length) {
      next.add(new WeightedHistory(node.history().with(profile), weight));
      return;
    }
    double[] probabilities = choices.get(seat);
    for (int action = 0; action < probabilities.length; action++) {
      if (probabilities[action] > 0) {
        profile[seat] = action;
        branch(node, choices, profile, seat + 1, weight * probabilities[action], next);
      }
    }
  }
}

package org.ethogram.evaluations.play;

import java.util.List;
import org.ethogram.evaluations.elicitation.ChoiceMemo;
import org.ethogram.models.ScoreRequest;

/**
 * Play worked out from the subject's log-probabilities: no match is drawn, all are weighed.
 *
 * <p>The history trees of all lineups are walked breadth first and side by side: what is asked for
 * one serves the others, and a level's questions reach the model together. The memo knows a node by
 * its prompt. So in a symmetric game, where the seats are told the same of mirrored histories, the
 * subject against itself is asked no more than once for each view.
 *
 * @param threshold histories less probable than this are not followed further; 0 follows all
 */
public record ExactPlay(ChoiceMemo memo, int rounds, double threshold) {
  public List<Matches> play(List<Lineup> lineups) {
    List<HistoryTree> trees = lineups.stream().map(HistoryTree::new).toList();
    for (int round = 1; round <= rounds; round++) {
      trees.forEach(tree -> tree.cut(threshold));
      List<ScoreRequest> requests =
          trees.stream().flatMap(tree -> tree.requests().stream()).toList();
      memo.askAll(requests);
      trees.forEach(tree -> tree.grow(memo));
    }
    return trees.stream().map(tree -> tree.matches(rounds)).toList();
  }
}

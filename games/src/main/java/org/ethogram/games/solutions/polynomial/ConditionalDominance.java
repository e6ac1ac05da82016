package org.ethogram.games.solutions.polynomial;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.games.Game;

/** Actions that fall once the others keep to their supports. */
record ConditionalDominance(Game game, List<List<Integer>> left) {
  /**
   * Whether some action of the supports is strictly worse than another action that is left,
   * whatever the others play within theirs.
   */
  boolean removes(List<int[]> supports) {
    return IntStream.range(0, supports.size())
        .anyMatch(
            seat ->
                Arrays.stream(supports.get(seat))
                    .anyMatch(
                        action ->
                            left.get(seat).stream()
                                .anyMatch(better -> beats(seat, better, action, supports))));
  }

  private boolean beats(int seat, int better, int worse, List<int[]> supports) {
    return better != worse && beats(seat, better, worse, supports, new int[supports.size()], 0);
  }

  private boolean beats(
      int seat, int better, int worse, List<int[]> supports, int[] profile, int from) {
    if (from == supports.size()) {
      profile[seat] = better;
      double good = game.payoff(seat, profile);
      profile[seat] = worse;
      return good > game.payoff(seat, profile);
    }
    int[] choices = from == seat ? new int[] {worse} : supports.get(from);
    for (int action : choices) {
      profile[from] = action;
      if (!beats(seat, better, worse, supports, profile, from + 1)) {
        return false;
      }
    }
    return true;
  }
}

package org.ethogram.games.play;

import java.util.random.RandomGenerator;

/**
 * A strategy at a seat in the middle of a match.
 *
 * <p>Used by one thread. Each round either {@link #probabilities} or {@link #choose} is asked, any
 * number of times and without effect on what follows, and then {@link #observe} tells what
 * everybody did. Where hands tremble that may differ from what this player chose, and where players
 * misperceive, from what the others did.
 */
public interface Player {
  /** How probable each of the seat's actions is in the coming round; they sum to 1. */
  double[] probabilities();

  /** An action drawn from {@link #probabilities}; a certain one costs no draw. */
  default int choose(RandomGenerator random) {
    double[] probabilities = probabilities();
    for (int action = 0; action < probabilities.length; action++) {
      if (probabilities[action] == 1) {
        return action;
      }
    }
    double left = random.nextDouble();
    int chosen = 0;
    for (int action = 0; action < probabilities.length; action++) {
      if (probabilities[action] > 0) {
        chosen = action;
        left -= probabilities[action];
        if (left < 0) {
          break;
        }
      }
    }
    return chosen;
  }

  /** The actions that all seats, this one too, have just played, as this player saw them. */
  void observe(int... profile);
}

package org.ethogram.games.populations.finite;

import java.util.random.RandomGenerator;

/** A population in the middle of a simulation. */
interface Living {
  void step(RandomGenerator random);

  /** How many there are of each type; not to be changed. */
  int[] counts();

  /** Whether all are of one type. */
  boolean isUniform();
}

package org.ethogram.games.tournament;

import java.util.random.RandomGenerator;
import org.ethogram.core.Seed;
import org.jspecify.annotations.Nullable;

/** The draws of one match; what is certain costs none. */
final class Dice {
  private final Seed seed;
  private @Nullable RandomGenerator generator;

  Dice(Seed seed) {
    this.seed = seed;
  }

  /** Whether something of this probability comes about. */
  boolean fall(double probability) {
    return probability >= 1 || (probability > 0 && draw() < probability);
  }

  /** Whether anything was uncertain so far. */
  boolean fell() {
    return generator != null;
  }

  private double draw() {
    if (generator == null) {
      generator = seed.generator();
    }
    return generator.nextDouble();
  }
}

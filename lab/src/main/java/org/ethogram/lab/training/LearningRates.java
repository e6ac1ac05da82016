package org.ethogram.lab.training;

import org.ethogram.lab.recipe.Optimization;
import org.ethogram.training.optimization.Decay;
import org.ethogram.training.optimization.LearningRateSchedule;

/** The learning rate of each step, as a recipe asks for it. */
final class LearningRates {
  private LearningRates() {}

  static LearningRateSchedule of(Optimization wanted, int steps) {
    Decay decay =
        switch (wanted.schedule()) {
          case "cosine" -> new Decay.Cosine(wanted.finalFraction());
          case "linear" -> new Decay.Linear(wanted.finalFraction());
          case "constant" -> new Decay.Constant();
          case "warmup-stable-decay" ->
              new Decay.WarmupStableDecay(wanted.decaySteps(), wanted.finalFraction());
          case "inverse-square-root" -> new Decay.InverseSquareRoot();
          default -> throw new IllegalArgumentException("no schedule " + wanted.schedule());
        };
    return new LearningRateSchedule(wanted.learningRate(), wanted.warmUp(), steps, decay);
  }
}

package org.ethogram.lab.recipe;

/**
 * How weights are moved: AdamW, its learning rate over the steps, and clipping.
 *
 * @param learningRate at its peak
 * @param schedule how it falls after the warm-up, such as {@code cosine}
 * @param warmUp steps in which it rises
 * @param finalFraction of the peak that is left at the end, in [0, 1]
 * @param decaySteps in which it falls, for {@code warmup-stable-decay}; 0 for others
 * @param weightDecay decoupled
 * @param firstDecay beta 1
 * @param secondDecay beta 2
 * @param clip largest Euclidean norm of the gradient
 */
public record Optimization(
    double learningRate,
    String schedule,
    int warmUp,
    double finalFraction,
    int decaySteps,
    double weightDecay,
    double firstDecay,
    double secondDecay,
    double epsilon,
    double clip) {
  void describe(Settings settings) {
    settings.put("optimizer.learning-rate", learningRate);
    settings.put("optimizer.schedule", schedule);
    settings.put("optimizer.warm-up", warmUp);
    settings.put("optimizer.final-fraction", finalFraction);
    if (decaySteps > 0) {
      settings.put("optimizer.decay-steps", decaySteps);
    }
    settings.put("optimizer.weight-decay", weightDecay);
    settings.put("optimizer.betas", "[" + firstDecay + ", " + secondDecay + "]");
    settings.put("optimizer.epsilon", epsilon);
    settings.put("optimizer.clip", clip);
  }
}

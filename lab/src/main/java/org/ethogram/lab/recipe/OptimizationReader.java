package org.ethogram.lab.recipe;

import java.util.List;
import java.util.Optional;
import org.ethogram.lab.yaml.Section;
import org.ethogram.lab.yaml.Value;

/** Reads {@code optimizer}. */
final class OptimizationReader {
  private static final String STABLE = "warmup-stable-decay";
  private static final List<String> SCHEDULES =
      List.of("cosine", "linear", "constant", STABLE, "inverse-square-root");

  private OptimizationReader() {}

  static Optimization read(Section section) {
    double learningRate =
        section
            .require("learning-rate", "learning-rate: 0.001")
            .flatMap(value -> value.number(1e-12, 100))
            .orElse(1e-3);
    String schedule =
        section.get("schedule").flatMap(value -> value.choice(SCHEDULES)).orElse("cosine");
    int warmUp = section.integer("warm-up", 1, 1, RecipeFile.MOST_STEPS);
    double finalFraction = section.number("final-fraction", 0.1, 0, 1);
    boolean stable = schedule.equals(STABLE);
    Optional<Value> decay =
        stable ? section.require("decay-steps", "decay-steps: 100") : section.get("decay-steps");
    if (decay.isPresent() && !stable) {
      decay.get().problem("is for the schedule " + STABLE + " only");
    }
    int decaySteps =
        decay
            .flatMap(value -> value.integer(1, RecipeFile.MOST_STEPS))
            .map(Long::intValue)
            .orElse(stable ? 1 : 0);
    double weightDecay = section.number("weight-decay", 0, 0, 100);
    List<Double> betas = section.get("betas").map(OptimizationReader::betas).orElse(List.of());
    double epsilon = section.number("epsilon", 1e-8, 1e-30, 1);
    double clip = section.number("clip", 1, 1e-12, 1e12);
    section.finish();
    boolean given = betas.size() == 2;
    return new Optimization(
        learningRate,
        schedule,
        warmUp,
        finalFraction,
        decaySteps,
        weightDecay,
        given ? betas.getFirst() : 0.9,
        given ? betas.getLast() : 0.95,
        epsilon,
        clip);
  }

  private static List<Double> betas(Value value) {
    List<Double> betas =
        value.items().stream()
            .map(item -> item.number(0, 0.999999))
            .flatMap(Optional::stream)
            .toList();
    if (betas.size() != 2) {
      value.problem("must be two numbers below 1, such as [0.9, 0.95]");
    }
    return betas;
  }
}

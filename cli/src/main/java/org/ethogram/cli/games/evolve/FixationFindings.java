package org.ethogram.cli.games.evolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.ethogram.core.Seed;
import org.ethogram.games.populations.PayoffMatrix;
import org.ethogram.games.populations.finite.Ends;
import org.ethogram.games.populations.finite.FinitePopulation;
import org.ethogram.games.populations.finite.Fixation;
import org.ethogram.games.populations.finite.Simulation;
import org.ethogram.games.populations.finite.TwoTypes;
import org.ethogram.games.populations.finite.UpdateRule;
import org.ethogram.report.tables.Table;
import org.jspecify.annotations.Nullable;

/**
 * Whether selection favours each type as a mutant among each other: the chance that one takes over,
 * beside that of drift.
 */
final class FixationFindings {
  private static final int MOST_TYPES = 12;
  private static final int MOST_SIMULATED_TYPES = 4;

  private final FinitePopulation population;
  private final Simulation simulation;
  private final int size;
  private final long steps;
  private final Setting setting;
  private final boolean closed;
  private final List<PayoffMatrix> resampled;

  FixationFindings(
      FinitePopulation population, Simulation simulation, int size, long steps, Setting setting) {
    this.population = population;
    this.simulation = simulation;
    this.size = size;
    this.steps = steps;
    this.setting = setting;
    this.closed =
        simulation.graph().isEmpty()
            && population.rule() != UpdateRule.IMITATE_BEST
            && population.rule() != UpdateRule.WRIGHT_FISHER;
    this.resampled =
        population.payoffs().isExact()
            ? List.of()
            : IntStream.range(0, setting.resamples())
                .mapToObj(
                    i ->
                        population
                            .payoffs()
                            .resampled(setting.seed().derive("fixation", i).generator()))
                .toList();
  }

  void add(Findings findings) {
    int types = population.payoffs().size();
    if (types > (closed ? MOST_TYPES : MOST_SIMULATED_TYPES)) {
      return;
    }
    List<List<Table.Cell>> rows = new ArrayList<>();
    for (int mutant = 0; mutant < types; mutant++) {
      for (int resident = 0; resident < types; resident++) {
        if (mutant != resident) {
          rows.add(row(findings, mutant, resident));
        }
      }
    }
    findings.show(
        new Table(
            "One mutant among residents; under drift it takes over with " + written(1.0 / size),
            note(),
            List.of("mutant", "residents", "takes over", "selection", "steps", "steps if it does"),
            rows));
  }

  private String note() {
    if (!closed) {
      return "Simulated: Wilson's intervals over " + setting.runs() + " runs of each pair.";
    }
    return resampled.isEmpty()
        ? "Exact, and so are the payoffs."
        : "Exact for the measured payoffs; intervals: the middle 95% over "
            + resampled.size()
            + " resampled payoffs.";
  }

  private List<Table.Cell> row(Findings findings, int mutant, int resident) {
    String mutantName = population.payoffs().types().get(mutant);
    String residentName = population.payoffs().types().get(resident);
    Quantity probability = closed ? exact(mutant, resident) : simulated(mutant, resident);
    String verdict = verdict(probability);
    OptionalDouble time = OptionalDouble.empty();
    OptionalDouble conditional = OptionalDouble.empty();
    if (closed) {
      TwoTypes chain =
          new TwoTypes(population.with(population.payoffs().only(mutant, resident)), size, 0);
      time = chain.time();
      conditional = chain.conditionalTime();
    }
    Map<String, @Nullable Object> row = findings.row("fixation");
    row.put("mutant", mutantName);
    row.put("resident", residentName);
    probability.put(row, "probability");
    row.put("drift", 1.0 / size);
    row.put("selection", verdict);
    row.put("steps", time.isPresent() ? (Double) time.getAsDouble() : null);
    row.put("steps_if_fixed", conditional.isPresent() ? (Double) conditional.getAsDouble() : null);
    return List.of(
        Table.Cell.words(mutantName),
        Table.Cell.words(residentName),
        probability.cell(),
        Table.Cell.words(verdict),
        Table.Cell.number(written(time)),
        Table.Cell.number(written(conditional)));
  }

  private Quantity exact(int mutant, int resident) {
    double[] others =
        resampled.parallelStream()
            .mapToDouble(
                matrix -> new Fixation(population.with(matrix), size).probability(mutant, resident))
            .toArray();
    return Quantity.of(new Fixation(population, size).probability(mutant, resident), others);
  }

  private Quantity simulated(int mutant, int resident) {
    FinitePopulation pair = population.with(population.payoffs().only(mutant, resident));
    Simulation two = new Simulation(pair, simulation.graph());
    int[] counts = {1, size - 1};
    Seed seed = setting.seed().derive("pair " + mutant + " " + resident);
    Ends ends =
        resampled.isEmpty()
            ? two.ends(counts, setting.runs(), steps, seed)
            : two.resampledEnds(counts, setting.runs(), steps, seed);
    return Quantity.share(ends.wins().getFirst(), ends.runs());
  }

  private String verdict(Quantity probability) {
    double drift = 1.0 / size;
    if (probability.n() == 0) {
      double ratio = probability.value() / drift;
      return Math.abs(ratio - 1) < 1e-9 ? "neutral" : ratio > 1 ? "favours" : "opposes";
    }
    if (probability.lower() > drift) {
      return "favours";
    }
    return probability.upper() < drift ? "opposes" : "cannot tell";
  }

  private static String written(OptionalDouble number) {
    return number.isPresent() ? written(number.getAsDouble()) : "n/a";
  }

  private static String written(double number) {
    return Quantity.written(number);
  }
}

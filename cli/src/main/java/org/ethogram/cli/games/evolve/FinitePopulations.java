package org.ethogram.cli.games.evolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ethogram.games.populations.PayoffMatrix;
import org.ethogram.games.populations.finite.Course;
import org.ethogram.games.populations.finite.Ends;
import org.ethogram.games.populations.finite.FinitePopulation;
import org.ethogram.games.populations.finite.Simulation;
import org.ethogram.games.populations.finite.UpdateRule;
import org.ethogram.report.figure.Point;
import org.ethogram.report.tables.Table;
import org.jspecify.annotations.Nullable;

/** What becomes of finite populations that are followed step by step. */
final class FinitePopulations {
  private static final int NOTES = 200;

  private final FinitePopulation population;
  private final Setting setting;
  private final int size;
  private final int[] counts;
  private final long steps;
  private final Simulation simulation;
  private final Findings findings = new Findings();

  FinitePopulations(PayoffMatrix matrix, FinitePopulation population, int size, Setting setting) {
    this.population = population;
    this.setting = setting;
    this.size = size;
    this.counts = Start.counts(Start.shares(matrix, setting.start())[0], size);
    this.steps =
        setting
            .steps()
            .orElse(population.rule() == UpdateRule.WRIGHT_FISHER ? 10_000 : 1000L * size);
    this.simulation = new Simulation(population, setting.graph());
  }

  Findings find() {
    if (population.mutation() == 0) {
      tellTakeovers();
    } else {
      tellShares();
    }
    if (population.mutation() == 0) {
      new FixationFindings(population, simulation, size, steps, setting).add(findings);
    }
    draw();
    return findings;
  }

  private List<String> types() {
    return population.payoffs().types();
  }

  private boolean isExact() {
    return population.payoffs().isExact();
  }

  private String runs() {
    return setting.runs()
        + " runs"
        + (isExact() ? "" : ", each with payoffs drawn anew from their standard errors");
  }

  private void tellTakeovers() {
    Ends ends =
        isExact()
            ? simulation.ends(counts, setting.runs(), steps, setting.seed().derive("ends"))
            : simulation.resampledEnds(
                counts, setting.runs(), steps, setting.seed().derive("ends"));
    List<List<Table.Cell>> rows = new ArrayList<>();
    for (int type = 0; type < counts.length; type++) {
      Quantity takeover = Quantity.share(ends.wins().get(type), ends.runs());
      rows.add(
          List.of(
              Table.Cell.words(types().get(type)),
              Table.Cell.number(Integer.toString(counts[type])),
              takeover.cell()));
      Map<String, @Nullable Object> row = findings.row("type");
      row.put("type", types().get(type));
      row.put("start", counts[type]);
      takeover.put(row, "takes_over");
      if (ends.wins().get(type) > 0) {
        findings.say(
            types().get(type) + " takes over with probability " + takeover + " (" + runs() + ")");
      }
    }
    if (ends.undecided() == ends.runs()) {
      findings.say("no type takes over within " + steps + " steps (" + runs() + ")");
    }
    Quantity undecided = Quantity.share(ends.undecided(), ends.runs());
    rows.add(List.of(Table.Cell.words("several left"), Table.Cell.words(""), undecided.cell()));
    undecided.put(findings.row("several_left"), "share");
    findings.show(
        new Table(
            "Who is alone after at most " + steps + " steps of " + size + " individuals",
            "Wilson's intervals over "
                + runs()
                + "."
                + (ends.meanSteps().isPresent()
                    ? " Steps until one was alone: "
                        + Quantity.written(ends.meanSteps().getAsDouble())
                        + " on average."
                    : ""),
            List.of("type", "start", "takes over"),
            rows));
  }

  /** With mutation nobody stays alone: the mean shares in the end, over runs. */
  private void tellShares() {
    List<Course> courses =
        IntStream.range(0, setting.runs())
            .parallel()
            .mapToObj(run -> drawn(run).run(counts, steps, 1, setting.seed().derive("end", run)))
            .toList();
    List<List<Table.Cell>> rows = new ArrayList<>();
    for (int type = 0; type < counts.length; type++) {
      int of = type;
      Quantity share =
          Quantity.mean(
              courses.stream().mapToDouble(course -> course.end()[of] / (double) size).toArray());
      rows.add(
          List.of(
              Table.Cell.words(types().get(type)),
              Table.Cell.number(Integer.toString(counts[type])),
              share.cell()));
      Map<String, @Nullable Object> row = findings.row("type");
      row.put("type", types().get(type));
      row.put("start", counts[type]);
      share.put(row, "end");
      findings.say(types().get(type) + " has a mean share of " + share + " (" + runs() + ")");
    }
    findings.show(
        new Table(
            "Mean shares after " + steps + " steps of " + size + " individuals, with mutation",
            "Give or take 1.96 standard errors over " + runs() + ".",
            List.of("type", "start", "share"),
            rows));
  }

  private Simulation drawn(int run) {
    return isExact()
        ? simulation
        : new Simulation(
            population.with(
                population.payoffs().resampled(setting.seed().derive("payoffs", run).generator())),
            setting.graph());
  }

  private void draw() {
    Course course = simulation.run(counts, steps, NOTES, setting.seed().derive("course"));
    SharesPicture picture =
        new SharesPicture(
            "Shares over time by the dynamics " + setting.law().label(),
            "One run of " + size + " individuals with the measured payoffs.",
            "step",
            population.rule() == UpdateRule.WRIGHT_FISHER ? "Generation" : "Step",
            course.length());
    List<List<Point>> curves = new ArrayList<>();
    for (int type = 0; type < counts.length; type++) {
      List<Point> curve = new ArrayList<>();
      for (int at = 0; at < course.steps().size(); at++) {
        curve.add(Point.of(course.steps().get(at), course.counts().get(at)[type] / (double) size));
      }
      curves.add(curve);
    }
    picture.add("", types(), curves);
    findings.picture(picture.figure());
  }
}

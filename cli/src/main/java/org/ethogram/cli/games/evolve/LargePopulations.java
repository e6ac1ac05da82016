package org.ethogram.cli.games.evolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.ethogram.games.populations.PopulationGame;
import org.ethogram.games.populations.dynamics.Basins;
import org.ethogram.games.populations.dynamics.BestResponse;
import org.ethogram.games.populations.dynamics.BoltzmannQ;
import org.ethogram.games.populations.dynamics.BrownVonNeumannNash;
import org.ethogram.games.populations.dynamics.DiscreteReplicator;
import org.ethogram.games.populations.dynamics.Dynamics;
import org.ethogram.games.populations.dynamics.FixedPoint;
import org.ethogram.games.populations.dynamics.FixedPoints;
import org.ethogram.games.populations.dynamics.Flow;
import org.ethogram.games.populations.dynamics.Logit;
import org.ethogram.games.populations.dynamics.Motion;
import org.ethogram.games.populations.dynamics.Path;
import org.ethogram.games.populations.dynamics.Replicator;
import org.ethogram.games.populations.dynamics.ResampledPaths;
import org.ethogram.games.populations.dynamics.Smith;
import org.ethogram.report.figure.Point;
import org.ethogram.report.tables.Table;
import org.jspecify.annotations.Nullable;

/** What becomes of large populations, where chance plays no part. */
final class LargePopulations {
  private static final int NOTES = 200;
  private static final int STARTS = 100;
  private static final int MOST_POINTS = 40;

  private final PopulationGame game;
  private final Setting setting;
  private final Findings findings = new Findings();

  LargePopulations(PopulationGame game, Setting setting) {
    this.game = game;
    this.setting = setting;
  }

  Findings find() {
    double[][] start = Start.shares(game, setting.start());
    double[] times =
        IntStream.rangeClosed(0, NOTES).mapToDouble(i -> setting.time() * i / NOTES).toArray();
    Path path = motion(game).path(start, times);
    int resamples = game.isExact() ? 0 : setting.resamples();
    ResampledPaths resampled =
        ResampledPaths.of(
            game, this::motion, start, times, resamples, setting.seed().derive("payoffs"));
    tellEnds(path, resampled);
    tellFixedPoints();
    tellBasins();
    draw(path, resampled);
    return findings;
  }

  private Motion motion(PopulationGame of) {
    double mutation = setting.mutation().orElse(setting.law() == Law.REPLICATOR_MUTATOR ? 0.01 : 0);
    if (setting.law() == Law.DISCRETE_REPLICATOR) {
      return new DiscreteReplicator(of, setting.background(), mutation);
    }
    return setting.law() == Law.BEST_RESPONSE
        ? new BestResponse(of)
        : new Flow(of, dynamics(mutation));
  }

  private Dynamics dynamics(double mutation) {
    double intensity = setting.intensity().orElse(1);
    return switch (setting.law()) {
      case LOGIT -> new Logit(intensity);
      case BOLTZMANN_Q -> new BoltzmannQ(intensity);
      case BROWN_VON_NEUMANN_NASH -> new BrownVonNeumannNash();
      case SMITH -> new Smith();
      default -> new Replicator(mutation);
    };
  }

  private void tellEnds(Path path, ResampledPaths resampled) {
    List<List<Table.Cell>> rows = new ArrayList<>();
    int last = path.states().size() - 1;
    int n = resampled.paths().size();
    boolean anyTakeover = false;
    for (int population = 0; population < game.populations(); population++) {
      for (int type = 0; type < game.types(population).size(); type++) {
        double begins = path.states().getFirst()[population][type];
        Quantity end =
            Quantity.of(path.end()[population][type], resampled.shares(last, population, type));
        boolean alone = end.value() > ResampledPaths.TAKEN_OVER;
        Quantity takeover =
            n == 0
                ? Quantity.exact(alone ? 1 : 0)
                : Quantity.share(resampled.takeovers(population, type), n);
        String name = name(population, type);
        rows.add(
            List.of(
                Table.Cell.words(name),
                Table.Cell.number(Quantity.written(begins)),
                end.cell(),
                takeover.cell()));
        Map<String, @Nullable Object> row = findings.row("type");
        row.put("population", population);
        row.put("type", game.types(population).get(type));
        row.put("start", begins);
        end.put(row, "end");
        takeover.put(row, "takes_over");
        if (takeover.value() > 0) {
          anyTakeover = true;
          findings.say(
              n == 0
                  ? name + " takes over: its share ends above 0.99 (payoffs are exact)"
                  : name
                      + " takes over with probability "
                      + takeover
                      + " ("
                      + n
                      + " resampled payoffs)");
        }
      }
    }
    if (!anyTakeover) {
      findings.say("no type takes over");
    }
    findings.show(
        new Table(
            "Shares at time 0 and " + Quantity.written(setting.time()),
            n == 0
                ? "The payoffs are exact."
                : "Intervals: the middle 95% over "
                    + n
                    + " resampled payoffs; takes over: the share of these, with Wilson's interval.",
            List.of("type", "start", "end", "takes over"),
            rows));
  }

  private void tellFixedPoints() {
    List<FixedPoint> points =
        switch (motion(game)) {
          case Flow flow
              when !(flow.dynamics() instanceof Smith)
                  && !(flow.dynamics() instanceof BrownVonNeumannNash) ->
              FixedPoints.of(flow, setting.seed());
          case DiscreteReplicator generations -> FixedPoints.of(generations, setting.seed());
          default -> List.of();
        };
    List<List<Table.Cell>> rows = new ArrayList<>();
    for (FixedPoint point : points) {
      double most = point.eigenvalues().stream().mapToDouble(e -> e[0]).max().orElse(0);
      String stability = point.stability().name().toLowerCase(Locale.ROOT);
      Map<String, @Nullable Object> row = findings.row("fixed_point");
      row.put("shares", point.shares());
      row.put("stability", stability);
      row.put("eigenvalues", point.eigenvalues());
      if (rows.size() < MOST_POINTS) {
        rows.add(
            List.of(
                Table.Cell.words(described(point.shares())),
                Table.Cell.words(stability),
                Table.Cell.number(Quantity.written(most))));
      }
    }
    if (!rows.isEmpty()) {
      findings.show(
          new Table(
              points.size() + " fixed points, by the measured payoffs",
              points.size() > MOST_POINTS ? "The first " + MOST_POINTS + "; all with --json." : "",
              List.of("shares", "stability", "largest real part"),
              rows));
    }
  }

  private void tellBasins() {
    Basins basins =
        Basins.of(motion(game), STARTS, setting.time(), setting.seed().derive("basins"));
    List<List<Table.Cell>> rows = new ArrayList<>();
    for (Basins.Basin basin : basins.basins()) {
      Quantity share = Quantity.share(basin.starts(), basins.starts());
      Map<String, @Nullable Object> row = findings.row("basin");
      row.put("shares", basin.end());
      share.put(row, "starts");
      if (rows.size() < MOST_POINTS) {
        rows.add(List.of(Table.Cell.words(described(basin.end())), share.cell()));
      }
    }
    if (basins.moving() > 0) {
      Quantity share = Quantity.share(basins.moving(), basins.starts());
      share.put(findings.row("still_moving"), "starts");
      rows.add(List.of(Table.Cell.words("still moving"), share.cell()));
    }
    findings.show(
        new Table(
            "Where " + basins.starts() + " starts drawn evenly from all lead",
            "",
            List.of("end", "starts"),
            rows));
  }

  private void draw(Path path, ResampledPaths resampled) {
    String band =
        resampled.paths().isEmpty()
            ? "The payoffs are exact."
            : "Bands: the middle 95% over " + resampled.paths().size() + " resampled payoffs.";
    SharesPicture picture =
        new SharesPicture(
            "Shares over time by the dynamics " + setting.law().label(),
            band,
            "time",
            "Time",
            setting.time());
    for (int population = 0; population < game.populations(); population++) {
      List<List<Point>> curves = new ArrayList<>();
      for (int type = 0; type < game.types(population).size(); type++) {
        List<Point> curve = new ArrayList<>();
        for (int at = 0; at < path.times().size(); at++) {
          double share = path.states().get(at)[population][type];
          Quantity drawn = Quantity.of(share, resampled.shares(at, population, type));
          curve.add(
              drawn.n() == 0
                  ? Point.of(path.times().get(at), share)
                  : Point.of(path.times().get(at), share, drawn.lower(), drawn.upper()));
        }
        curves.add(curve);
      }
      picture.add(
          game.populations() == 1 ? "" : "Population " + (population + 1),
          game.types(population),
          curves);
    }
    findings.picture(picture.figure());
  }

  private String name(int population, int type) {
    String name = game.types(population).get(type);
    return game.populations() == 1 ? name : (population + 1) + ": " + name;
  }

  /** The types that are there, with their shares. */
  private String described(List<double[]> shares) {
    List<String> parts = new ArrayList<>();
    for (int population = 0; population < shares.size(); population++) {
      for (int type = 0; type < shares.get(population).length; type++) {
        double share = shares.get(population)[type];
        if (share > 5e-4) {
          parts.add(
              name(population, type)
                  + (share > 0.9995 ? "" : " " + String.format(Locale.ROOT, "%.3f", share)));
        }
      }
    }
    return String.join(", ", parts);
  }
}

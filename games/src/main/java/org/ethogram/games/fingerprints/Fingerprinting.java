package org.ethogram.games.fingerprints;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.longrun.Automaton;
import org.ethogram.games.longrun.Encounter;
import org.ethogram.games.longrun.Frequencies;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.strategies.DilemmaStrategy;
import org.ethogram.games.tournament.DilemmaMatch;
import org.ethogram.games.tournament.Terms;

/**
 * Takes the fingerprint of a strategy.
 *
 * @param intervals how many equal steps lead from 0 to 1, from 1 to 200
 */
public record Fingerprinting(
    Game game, DilemmaStrategy strategy, DilemmaStrategy probe, int intervals) {
  private static final int MOST_INTERVALS = 200;

  public Fingerprinting {
    if (intervals < 1 || intervals > MOST_INTERVALS) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "fingerprint of '" + strategy.name() + "'",
          intervals + " steps from 0 to 1",
          "Give 1 to " + MOST_INTERVALS);
    }
    Objects.requireNonNull(Terms.of(game, new Horizon.Unknown(1)));
  }

  /**
   * @throws EthogramException {@code INVALID_DATA} for an exact basis where one of the two is not
   *     known to have finitely many states
   */
  public Fingerprint take(Basis basis, Seed seed, Progress progress) {
    List<Double> places =
        IntStream.rangeClosed(0, intervals).mapToObj(i -> (double) i / intervals).toList();
    Score score =
        switch (basis) {
          case Basis.LongRun() -> exact(encounter -> encounter.longRun().frequencies());
          case Basis.Expected(int rounds) ->
              exact(encounter -> mean(encounter.firstRounds(rounds)));
          case Basis.Simulated(int rounds, int matches) -> simulated(rounds, matches, seed);
        };
    int side = places.size();
    AtomicInteger done = new AtomicInteger();
    try (Progress.Task task = progress.begin("fingerprint", (long) side * side, "points")) {
      List<Fingerprint.Point> points =
          IntStream.range(0, side * side)
              .parallel()
              .mapToObj(
                  index -> {
                    ProbePoint at =
                        new ProbePoint(places.get(index % side), places.get(index / side));
                    Fingerprint.Point point = score.at(at);
                    task.report(done.incrementAndGet(), Map.of());
                    return point;
                  })
              .toList();
      return new Fingerprint(strategy.name(), probe.name(), basis, places, points);
    }
  }

  /** How many joint states the two pass through, at a point where everything is possible. */
  public int jointStates() {
    Automaton subject = Automaton.of(strategy, game);
    return new Encounter(subject, new ProbePoint(0.25, 0.25).of(Automaton.of(probe, game)), 0)
        .jointStates();
  }

  @FunctionalInterface
  private interface Score {
    Fingerprint.Point at(ProbePoint point);
  }

  @FunctionalInterface
  private interface Play {
    Frequencies of(Encounter encounter);
  }

  private Score exact(Play play) {
    Automaton subject = Automaton.of(strategy, game);
    Automaton probing = Automaton.of(probe, game);
    return point -> {
      Frequencies frequencies = play.of(new Encounter(subject, point.of(probing), 0));
      return new Fingerprint.Point(
          point.x(), point.y(), frequencies.payoff(game, 0), OptionalDouble.of(0));
    };
  }

  private static Frequencies mean(List<Frequencies> rounds) {
    double[] sums = new double[4];
    for (Frequencies round : rounds) {
      sums[0] += round.cc();
      sums[1] += round.cd();
      sums[2] += round.dc();
      sums[3] += round.dd();
    }
    double n = rounds.size();
    return new Frequencies(sums[0] / n, sums[1] / n, sums[2] / n, sums[3] / n);
  }

  private Score simulated(int rounds, int matches, Seed seed) {
    Terms terms = Terms.of(game, new Horizon.Known(rounds));
    return point -> {
      Seed ofPoint = seed.derive("fingerprint at " + point.x() + " " + point.y());
      PlayedScores scores =
          PlayedScores.of(new DilemmaMatch(terms, strategy, point.of(probe)), matches, ofPoint);
      return new Fingerprint.Point(point.x(), point.y(), scores.mean(), scores.standardError());
    };
  }
}

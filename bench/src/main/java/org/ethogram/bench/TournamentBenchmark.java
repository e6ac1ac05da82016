package org.ethogram.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Strategy;
import org.ethogram.games.strategies.DilemmaStrategy;
import org.ethogram.games.strategies.Strategies;
import org.ethogram.games.strategies.StrategyCard;
import org.ethogram.games.tournament.Standings;
import org.ethogram.games.tournament.Terms;
import org.ethogram.games.tournament.Tournament;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A round robin of deterministic strategies over 200 turns with self-play, on all cores, results
 * included. Every round that is counted is played: there is one repetition. On a machine that
 * others use, rounds divided by core seconds tell what a core does.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 2)
public class TournamentBenchmark {
  private static final int TURNS = 200;
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** The first so many deterministic strategies of the library; 66 make 2,211 matches. */
  @Param({"66", "140"})
  public int strategies;

  /** The chance of a slip of the hand, which costs draws in every round. */
  @Param({"0", "0.01"})
  public double noise;

  private Tournament tournament;
  private long seed;

  /** Picks the field. */
  @Setup
  public void field() {
    List<DilemmaStrategy> field =
        Strategies.cards().stream()
            .filter(card -> !card.stochastic() && !card.needsParameters())
            .map(TournamentBenchmark::strategy)
            .filter(DilemmaStrategy.class::isInstance)
            .map(DilemmaStrategy.class::cast)
            .limit(strategies)
            .toList();
    Terms terms =
        Terms.of(Catalogue.named("prisoners-dilemma"), new Horizon.Known(TURNS)).withNoise(noise);
    tournament = Tournament.roundRobin(terms, field, 1, true);
  }

  private static Strategy strategy(StrategyCard card) {
    return Strategies.named(card.name());
  }

  /** The whole tournament. */
  @Benchmark
  public Standings roundRobin(Work work) {
    long before = PROCESS.getProcessCpuTime();
    Standings standings = tournament.play(new Seed(seed++), Progress.NONE);
    work.rounds += standings.roundsPlayed();
    work.coreSeconds += (PROCESS.getProcessCpuTime() - before) / 1e9;
    return standings;
  }
}

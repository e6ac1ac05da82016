package org.ethogram.games.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.strategies.Strategies;
import org.junit.jupiter.api.Test;

class MatchTest {
  private static final Game DILEMMA = Catalogue.named("prisoners-dilemma");

  @Test
  void aMatchDependsOnItsSeedAlone() {
    Match match = match(new Horizon.Known(50), "random", "tit-for-tat");
    List<History> onManyThreads =
        IntStream.range(0, 8).parallel().mapToObj(run -> match.play(new Seed(5))).toList();
    assertThat(onManyThreads).containsOnly(match.play(new Seed(5)));
    assertThat(match.play(new Seed(6))).isNotEqualTo(match.play(new Seed(5)));
  }

  @Test
  void sampledFrequenciesFollowTheExactDistribution() {
    Strategy strategy = Strategies.named("random(0.3)");
    History history =
        new Match(DILEMMA, List.of(strategy, strategy), new Horizon.Known(20_000))
            .play(new Seed(1));
    long cooperations =
        IntStream.rangeClosed(1, 20_000).filter(round -> history.action(round, 0) == 0).count();
    // Five standard deviations of a binomial(20000, 0.3).
    assertThat(cooperations).isBetween(6000L - 325, 6000L + 325);
    assertThat(strategy.probabilities(seat(0), history)).containsExactly(0.3, 0.7);
  }

  @Test
  void aTremblingHandSlipsAsOftenAsSaidAndSeesItsSlips() {
    Strategy trembling = new TremblingHand(Strategies.named("always-cooperate"), 0.1);
    assertThat(trembling.probabilities(seat(0), History.start(2))).containsExactly(0.9, 0.1);
    Strategy pavlov = new TremblingHand(Strategies.named("win-stay-lose-shift"), 0.2);
    // After its own slip to D against C it won, so it intends to stay with D.
    assertThat(pavlov.probabilities(seat(0), History.start(2).with(1, 0)))
        .containsExactly(0.2, 0.8);
    assertThatThrownBy(() -> new TremblingHand(pavlov, 1.5)).isInstanceOf(EthogramException.class);
  }

  @Test
  void theGeometricHorizonStopsAfterItsMeanNumberOfRounds() {
    Horizon horizon = new Horizon.Geometric(0.75);
    double[] lengths =
        IntStream.range(0, 4000).mapToDouble(run -> horizon.rounds(new Seed(run))).toArray();
    assertThat(Arrays.stream(lengths).min()).hasValue(1);
    // Mean 1 / (1 - 0.75) = 4, standard error sqrt(0.75) / 0.25 / sqrt(4000) = 0.055.
    assertThat(Arrays.stream(lengths).average().orElseThrow()).isBetween(3.75, 4.25);
    assertThat(horizon.announced()).isEmpty();
    assertThat(new Horizon.Known(7).announced()).hasValue(7);
    assertThatThrownBy(() -> new Horizon.Geometric(1)).isInstanceOf(EthogramException.class);
    assertThatThrownBy(() -> new Horizon.Known(-1)).hasMessageContaining("-1 rounds");
  }

  @Test
  void playersMustBeAsManyAsSeats() {
    assertThatThrownBy(() -> match(new Horizon.Known(1), "random"))
        .hasMessageContaining("1 players for 2 seats");
  }

  @Test
  void historiesAreKeysAndGrowFromACommonStem() {
    History stem = History.start(3).with(0, 1, 0);
    History branch = stem.with(1, 1, 1);
    assertThat(stem.rounds()).isEqualTo(1);
    assertThat(branch.profile(1)).containsExactly(0, 1, 0);
    assertThat(branch.action(2, 2)).isEqualTo(1);
    assertThat(branch.first(1)).isEqualTo(stem).hasSameHashCodeAs(stem);
    assertThat(stem.with(1, 1, 1)).isEqualTo(branch);
    assertThatThrownBy(() -> stem.with(0, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Match match(Horizon horizon, String... names) {
    return new Match(DILEMMA, Arrays.stream(names).map(Strategies::named).toList(), horizon);
  }

  private static Seat seat(int number) {
    return new Seat(DILEMMA, number, new Horizon.Known(10));
  }
}

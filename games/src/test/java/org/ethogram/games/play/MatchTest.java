package org.ethogram.games.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
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
  void matchesGoTheSameWayOnAnyThreadInAnyOrder() {
    List<Match> matches =
        IntStream.range(0, 12)
            .mapToObj(
                number ->
                    new Match(
                        Catalogue.named("public-goods"),
                        List.of(
                            new TremblingHand(Strategies.named("tit-for-tat"), 0.05),
                            Strategies.named("random(0.4)"),
                            Strategies.named("gradual")),
                        number % 2 == 0 ? new Horizon.Unknown(30) : new Horizon.Geometric(0.97),
                        new Misperception(0.1)))
            .toList();
    List<History> inOrder = playAll(matches, IntStream.range(0, matches.size()));
    for (int run = 0; run < 20; run++) {
      List<Integer> order = new ArrayList<>(IntStream.range(0, matches.size()).boxed().toList());
      Collections.rotate(order, run);
      Map<Integer, History> played = new ConcurrentHashMap<>();
      order.parallelStream()
          .forEach(number -> played.put(number, matches.get(number).play(new Seed(number))));
      assertThat(new TreeMap<>(played).values()).containsExactlyElementsOf(inOrder);
    }
  }

  @Test
  void misperceptionChangesWhatIsSeenAndNotWhatIsDone() {
    // Tit for tat answers each imagined defection once; nobody's hand slips.
    History history =
        new Match(
                DILEMMA,
                List.of(Strategies.named("tit-for-tat"), Strategies.named("always-cooperate")),
                new Horizon.Known(20_000),
                new Misperception(0.1))
            .play(new Seed(1));
    long defections =
        IntStream.rangeClosed(1, 20_000).filter(round -> history.action(round, 0) == 1).count();
    // Five standard deviations of a binomial(20000, 0.1).
    assertThat(defections).isBetween(2000L - 212, 2000L + 212);
    assertThat(IntStream.rangeClosed(1, 20_000).map(round -> history.action(round, 1)))
        .containsOnly(0);
  }

  @Test
  void aPlayerAlwaysSeesItsOwnAction() {
    // The other's C is always seen as D, the own move always right, so every round looks lost.
    History history =
        new Match(
                DILEMMA,
                List.of(
                    Strategies.named("win-stay-lose-shift"), Strategies.named("always-cooperate")),
                new Horizon.Known(4),
                new Misperception(1))
            .play(new Seed(1));
    // Seen CD: shift to D. Seen DD: shift to C. And so on.
    assertThat(IntStream.rangeClosed(1, 4).map(round -> history.action(round, 0)))
        .containsExactly(0, 1, 0, 1);
  }

  @Test
  void observersErrIndependentlyOfEachOtherAndOverAllOtherActions() {
    List<String> three = List.of("rock", "paper", "scissors");
    Game game = Game.of("three", List.of(three, three, three), new double[3][27]);
    Misperception misperception = new Misperception(0.3);
    RandomGenerator random = new Seed(3).generator();
    int[] executed = {0, 1, 2};
    int[] seenOfSecond = new int[3];
    int both = 0;
    int draws = 20_000;
    for (int draw = 0; draw < draws; draw++) {
      int[] first = misperception.seen(game, 0, executed, random);
      int[] third = misperception.seen(game, 2, executed, random);
      assertThat(first[0]).isZero();
      seenOfSecond[first[1]]++;
      both += first[1] != 1 && third[1] != 1 ? 1 : 0;
    }
    // Five standard deviations of binomials with 0.15 and with 0.3 * 0.3.
    assertThat(seenOfSecond[0]).isBetween(3000 - 253, 3000 + 253);
    assertThat(seenOfSecond[2]).isBetween(3000 - 253, 3000 + 253);
    assertThat(both).isBetween(1800 - 203, 1800 + 203);
    assertThat(executed).containsExactly(0, 1, 2);
    assertThatThrownBy(() -> new Misperception(Double.NaN)).isInstanceOf(EthogramException.class);
  }

  @Test
  void discountingAnEndlessGameIsWorthWhatAChanceOfGoingOnIs() {
    // Always cooperate meets the cycle CD: 3 and 0 points in turn. Discounted by 0.8 without end
    // that is 3 / (1 - 0.64), the weight that is left after 200 rounds being 4e-20.
    List<Strategy> players =
        List.of(Strategies.named("always-cooperate"), Strategies.named("cycle:CD"));
    History longMatch = new Match(DILEMMA, players, new Horizon.Unknown(200)).play(new Seed(1));
    double discounted = new Discounting(0.8).total(DILEMMA, 0, longMatch);
    assertThat(discounted).isCloseTo(3 / (1 - 0.64), within(1e-9));
    assertThat(new Discounting(0.8).mean(DILEMMA, 0, longMatch).orElseThrow())
        .isCloseTo(discounted * 0.2, within(1e-9));
    Match byChance = new Match(DILEMMA, players, new Horizon.Geometric(0.8));
    double[] totals =
        IntStream.range(0, 4000)
            .mapToDouble(run -> new Discounting(1).total(DILEMMA, 0, byChance.play(new Seed(run))))
            .toArray();
    double mean = Arrays.stream(totals).average().orElseThrow();
    double variance =
        Arrays.stream(totals).map(total -> (total - mean) * (total - mean)).sum() / 3999;
    assertThat(mean).isCloseTo(discounted, within(5 * Math.sqrt(variance / 4000)));
  }

  @Test
  void withoutADiscountAllRoundsCountAlikeAndNoRoundsHaveNoMean() {
    History history = History.start(2).with(0, 0).with(1, 0);
    assertThat(new Discounting(1).total(DILEMMA, 0, history)).isEqualTo(8);
    assertThat(new Discounting(1).mean(DILEMMA, 0, history)).hasValue(4);
    assertThat(new Discounting(0.5).mean(DILEMMA, 0, History.start(2))).isEmpty();
    for (double factor : new double[] {0, -1, 1.01, Double.NaN}) {
      assertThatThrownBy(() -> new Discounting(factor)).hasMessageContaining("discount");
    }
  }

  @Test
  void aGeometricHorizonThatHardlyEverStopsEndsAfterItsMostRounds() {
    assertThat(new Horizon.Geometric(1 - 1e-16, 9).rounds(new Seed(1))).isEqualTo(9);
    assertThat(new Horizon.Geometric(1 - 1e-16).rounds(new Seed(1))).isPositive();
    assertThatThrownBy(() -> new Horizon.Geometric(0.5, 0)).hasMessageContaining("0 rounds");
  }

  @Test
  void aHistoryHoldsNoMoreActionsThanAByte() {
    List<String> many = IntStream.range(0, 128).mapToObj(Integer::toString).toList();
    Game game = Game.of("many", List.of(many), new double[1][128]);
    assertThatThrownBy(
            () -> new Match(game, List.of(Strategies.named("random")), new Horizon.Known(1)))
        .hasMessageContaining("128 actions of seat 1");
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

  private static List<History> playAll(List<Match> matches, IntStream order) {
    return order.mapToObj(number -> matches.get(number).play(new Seed(number))).toList();
  }

  private static Match match(Horizon horizon, String... names) {
    return new Match(DILEMMA, Arrays.stream(names).map(Strategies::named).toList(), horizon);
  }

  private static Seat seat(int number) {
    return new Seat(DILEMMA, number, new Horizon.Known(10));
  }
}

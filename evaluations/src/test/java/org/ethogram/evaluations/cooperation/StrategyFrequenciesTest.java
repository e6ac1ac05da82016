package org.ethogram.evaluations.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ethogram.evaluations.elicitation.ChoiceMemo;
import org.ethogram.evaluations.play.Chooser;
import org.ethogram.evaluations.play.ExactPlay;
import org.ethogram.evaluations.play.Lineup;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.estimation.StrategyFrequencies;
import org.ethogram.games.measures.Play;
import org.ethogram.games.measures.WeightedHistory;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Seat;
import org.ethogram.games.play.Strategy;
import org.ethogram.games.play.TremblingHand;
import org.ethogram.games.strategies.Strategies;
import org.junit.jupiter.api.Test;

class StrategyFrequenciesTest {
  private static final Game DILEMMA = Catalogue.named("prisoners-dilemma");
  private static final List<Strategy> STRATEGIES =
      Stream.of("always-cooperate", "always-defect", "tit-for-tat", "grim-trigger")
          .map(Strategies::named)
          .toList();

  @Test
  void aKnownMixtureWithAKnownTrembleIsFoundAgain() {
    Map<String, Double> truth =
        new TreeMap<>(
            Map.of(
                "always-cooperate",
                .1,
                "always-defect",
                .2,
                "tit-for-tat",
                .45,
                "grim-trigger",
                .25));
    StrategyFrequencies found = StrategyFrequencies.of(plays(truth, .05), STRATEGIES);
    truth.forEach(
        (name, share) ->
            assertThat(found.shares().getOrDefault(name, -1.0))
                .as(name)
                .isCloseTo(share, within(.002)));
    assertThat(found.tremble()).isCloseTo(.05, within(.0005));
  }

  @Test
  void aSingleStrategyHasTheWholeShareAndDoesNotTremble() {
    StrategyFrequencies found =
        StrategyFrequencies.of(plays(Map.of("grim-trigger", 1.0), 0), STRATEGIES);
    assertThat(found.shares().getOrDefault("grim-trigger", 0.0)).isCloseTo(1, within(1e-4));
    assertThat(found.tremble()).isLessThan(1e-5);
  }

  /** The exact play of a population whose members each keep their strategy for a match. */
  private static List<Play> plays(Map<String, Double> shares, double tremble) {
    List<Play> plays = new ArrayList<>();
    for (String opponent : List.of("random", "tit-for-tat", "always-defect")) {
      List<WeightedHistory> histories = new ArrayList<>();
      shares.forEach(
          (name, share) -> {
            var population = new TremblingHand(Strategies.named(name), tremble);
            var lineup =
                new Lineup(
                    opponent,
                    List.of(scripted(population, 0), scripted(Strategies.named(opponent), 1)));
            for (WeightedHistory weighted : exact(lineup)) {
              histories.add(new WeightedHistory(weighted.history(), share * weighted.weight()));
            }
          });
      plays.add(new Play(DILEMMA, 0, 5, histories));
    }
    return plays;
  }

  private static List<WeightedHistory> exact(Lineup lineup) {
    var nobody = new ChoiceMemo(Readers.unable());
    return new ExactPlay(nobody, 5, 0).play(List.of(lineup)).getFirst().histories();
  }

  private static Chooser scripted(Strategy strategy, int seat) {
    return new Chooser.Scripted(strategy, new Seat(DILEMMA, seat, new Horizon.Unknown(5)));
  }
}

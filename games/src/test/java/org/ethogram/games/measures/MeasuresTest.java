package org.ethogram.games.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ethogram.core.Ratio;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.play.History;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Match;
import org.ethogram.games.play.Seat;
import org.ethogram.games.play.Strategy;
import org.ethogram.games.strategies.Strategies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numerators and denominators counted by hand on short histories. */
class MeasuresTest {
  private static final String DILEMMA = "prisoners-dilemma";

  @Test
  void cooperationIsCountedByWhatCameBefore() {
    Play play = play(DILEMMA, "CCDDC", "CDCDD");
    assertThat(Cooperation.rate(play)).isEqualTo(new Ratio(3, 5));
    assertThat(Cooperation.firstMove(play)).isEqualTo(new Ratio(1, 1));
    assertThat(Cooperation.inRound(play, 4)).isEqualTo(new Ratio(0, 1));
    assertThat(Cooperation.after(play, true, true)).isEqualTo(new Ratio(1, 1));
    assertThat(Cooperation.after(play, true, false)).isEqualTo(new Ratio(0, 1));
    assertThat(Cooperation.after(play, false, true)).isEqualTo(new Ratio(0, 1));
    assertThat(Cooperation.after(play, false, false)).isEqualTo(new Ratio(1, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "CCC, CCC, 1",
    "CCD, CDC, 1",
    // In the same round as the other's first defection: it did not answer anything.
    "CDC, CDC, 0",
    "DCC, CCC, 0"
  })
  void niceNeverDefectsBeforeTheOther(String self, String other, double nice) {
    assertThat(Reciprocity.niceness(play(DILEMMA, self, other))).isEqualTo(new Ratio(nice, 1));
  }

  @Test
  void provocabilityIsTheAnswerToTheFirstDefection() {
    assertThat(Reciprocity.provocability(play(DILEMMA, "CCDC", "CDDC"))).isEqualTo(new Ratio(1, 1));
    assertThat(Reciprocity.provocability(play(DILEMMA, "CCC", "CCD"))).isEqualTo(Ratio.UNDEFINED);
  }

  @Test
  void forgivenessIsCooperationAfterTheOthersReturn() {
    assertThat(Reciprocity.forgiveness(play(DILEMMA, "CCDDC", "CDCCC"))).isEqualTo(new Ratio(1, 2));
    assertThat(Reciprocity.forgiveness(play(DILEMMA, "CCC", "CCC")).value()).isEmpty();
  }

  @Test
  void spitefulnessLooksAtAllThatFollowsASingleDefection() {
    Play grim = against(DILEMMA, "grim-trigger", "defect-once(2)", 6);
    Play titForTat = against(DILEMMA, "tit-for-tat", "defect-once(2)", 6);
    Play alwaysDefect = against(DILEMMA, "always-defect", "defect-once(2)", 6);
    assertThat(Reciprocity.spitefulness(grim)).isEqualTo(new Ratio(4, 4));
    assertThat(Reciprocity.spitefulness(titForTat)).isEqualTo(new Ratio(1, 4));
    assertThat(Reciprocity.spitefulness(alwaysDefect)).isEqualTo(Ratio.UNDEFINED);
    assertThat(Reciprocity.spitefulnessOfUnprovoked(alwaysDefect)).isEqualTo(new Ratio(4, 4));
    assertThat(Reciprocity.lastingDefection(grim)).isEqualTo(new Ratio(3, 3));
    assertThat(Reciprocity.lastingDefection(titForTat)).isEqualTo(new Ratio(0, 3));
    assertThat(Reciprocity.exploitation(alwaysDefect)).isEqualTo(new Ratio(1, 1));
    assertThat(Reciprocity.exploitation(against(DILEMMA, "always-defect", "all-c", 6)))
        .isEqualTo(new Ratio(5, 5));
  }

  @Test
  void spitefulnessAsAContrastToldApartFromMereDefection() {
    List<Strategy> panel =
        Stream.of("defect-once(1)", "defect-once(2)", "defect-once(3)", "always-cooperate")
            .map(Strategies::named)
            .toList();
    assertContrast(panel, "grim-trigger", 1);
    assertContrast(panel, "tit-for-tat", 0);
    assertContrast(panel, "always-defect", 0);
    assertContrast(panel, "always-cooperate", 0);
    Strategy grim = Strategies.named("grim-trigger");
    // Lengths 2 and 3, the defection in any round but the last.
    assertThat(SpitefulnessContrast.forced(grim, Catalogue.named(DILEMMA), 4))
        .isEqualTo(new SpitefulnessContrast(new Ratio(3, 3), new Ratio(0, 3)));
    assertThat(SpitefulnessContrast.of(List.of(play(DILEMMA, "CC", "DD"))).value()).isEmpty();
  }

  private static void assertContrast(List<Strategy> panel, String name, double expected) {
    Game game = Catalogue.named(DILEMMA);
    Strategy strategy = Strategies.named(name);
    assertThat(
            SpitefulnessContrast.against(panel, strategy, game, 6, 1, new Seed(1))
                .value()
                .orElseThrow())
        .as(name)
        .isEqualTo(expected);
    assertThat(SpitefulnessContrast.forced(strategy, game, 6).value().orElseThrow())
        .as(name)
        .isEqualTo(expected);
  }

  @Test
  void efficiencyPutsUniversalCooperationAtOne() {
    assertThat(Welfare.efficiency(play(DILEMMA, "CC", "CC")).value()).hasValue(1);
    assertThat(Welfare.efficiency(play(DILEMMA, "DD", "DD")).value()).hasValue(0);
    // T + S = 5 of the 6 that cooperation brings and the 2 of defection: 3 / 4.
    assertThat(Welfare.efficiency(play(DILEMMA, "D", "C")).value()).hasValue(0.75);
    assertThat(Welfare.efficiency(play("bach-or-stravinsky", "CD", "CC")).value()).hasValue(0.5);
  }

  @Test
  void inequalityIsTheGiniOfTotalPayoffs() {
    assertThat(Welfare.inequality(play(DILEMMA, "CD", "CD")).value()).hasValue(0);
    assertThat(Welfare.inequality(play(DILEMMA, "D", "C")).value()).hasValue(0.5);
    assertThat(Welfare.inequality(play("matching-pennies", "C", "C")).value()).isEmpty();
  }

  @Test
  void regretComparesWithTheBestFixedAction() {
    // Always D would have brought 5 + 1, cooperation brought 3 + 0.
    assertThat(Welfare.regret(play(DILEMMA, "CC", "CD"))).isEqualTo(new Ratio(3, 2));
    assertThat(Welfare.payoff(play(DILEMMA, "CC", "CD"))).isEqualTo(new Ratio(3, 2));
  }

  @Test
  void takingTurnsIsCoordinationAndAlternation() {
    Play turns = play("bach-or-stravinsky", "CDCD", "CDCD");
    assertThat(Coordination.rate(turns)).isEqualTo(new Ratio(4, 4));
    assertThat(Coordination.alternation(turns)).isEqualTo(new Ratio(3, 3));
    assertThat(Coordination.alternation(play("bach-or-stravinsky", "CCCC", "CCCC")))
        .isEqualTo(new Ratio(0, 3));
    assertThat(Coordination.rate(play("bach-or-stravinsky", "CDCD", "DCDC")))
        .isEqualTo(new Ratio(0, 4));
  }

  @Test
  void theLastRoundIsComparedWithThoseBefore() {
    assertThat(Cooperation.lastRoundEffect(play(DILEMMA, "CCCD", "CCCC")))
        .isEqualTo(new Ratio(-1, 1));
    Play cut = new Play(game(DILEMMA), 0, 5, List.of(weighted("CCCD", "CCCC", 1)));
    assertThat(Cooperation.lastRoundEffect(cut)).isEqualTo(Ratio.UNDEFINED);
  }

  @Test
  void withoutACooperativeActionNothingIsSaidOfCooperation() {
    Play play = play("bach-or-stravinsky", "CD", "DC");
    assertThat(Cooperation.rate(play)).isEqualTo(Ratio.UNDEFINED);
    assertThat(Reciprocity.niceness(play)).isEqualTo(Ratio.UNDEFINED);
    assertThat(Reciprocity.exploitation(play)).isEqualTo(Ratio.UNDEFINED);
  }

  @Test
  void weightsAreProbabilities() {
    Play play =
        new Play(
            game(DILEMMA), 0, 2, List.of(weighted("CC", "CC", 0.25), weighted("DD", "CC", 0.75)));
    assertThat(Cooperation.rate(play)).isEqualTo(new Ratio(0.5, 2));
    assertThat(Reciprocity.niceness(play)).isEqualTo(new Ratio(0.25, 1));
  }

  @Test
  void exactPlayAndSampledMatchesAgree() {
    Strategy self = Strategies.named("generous-tit-for-tat(0.4)");
    Strategy other = Strategies.named("random(0.6)");
    int rounds = 5;
    List<WeightedHistory> tree = new ArrayList<>();
    grow(self, other, History.start(2), 1, rounds, tree);
    Match match = new Match(game(DILEMMA), List.of(self, other), new Horizon.Known(rounds));
    List<WeightedHistory> sampled = new ArrayList<>();
    for (int run = 0; run < 4000; run++) {
      sampled.add(new WeightedHistory(match.play(new Seed(run)), 1));
    }
    Play exact = new Play(game(DILEMMA), 0, rounds, tree);
    Play samples = new Play(game(DILEMMA), 0, rounds, sampled);
    for (var measure : Measures.all().entrySet()) {
      Ratio truth = measure.getValue().apply(exact);
      Ratio seen = measure.getValue().apply(samples);
      assertThat(seen.value().isPresent())
          .as(measure.getKey())
          .isEqualTo(truth.value().isPresent());
      // Beyond four standard errors of the widest of these, whose payoffs spread over 5 points.
      truth
          .value()
          .ifPresent(
              value ->
                  assertThat(seen.value().orElseThrow())
                      .as(measure.getKey())
                      .isCloseTo(value, within(0.08)));
    }
  }

  @Test
  void aHistoryOfAnotherGameIsRefused() {
    assertThatThrownBy(() -> new Play(game("public-goods"), 0, 5, List.of(weighted("C", "C", 1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void grow(
      Strategy self,
      Strategy other,
      History history,
      double weight,
      int rounds,
      List<WeightedHistory> leaves) {
    if (history.rounds() == rounds) {
      leaves.add(new WeightedHistory(history, weight));
      return;
    }
    double[] own = self.probabilities(seat(0), history);
    double[] others = other.probabilities(seat(1), history);
    for (int first = 0; first < 2; first++) {
      for (int second = 0; second < 2; second++) {
        double probability = own[first] * others[second];
        if (probability > 0) {
          grow(self, other, history.with(first, second), weight * probability, rounds, leaves);
        }
      }
    }
  }

  private static Play against(String game, String self, String other, int rounds) {
    History history =
        new Match(
                game(game),
                List.of(Strategies.named(self), Strategies.named(other)),
                new Horizon.Known(rounds))
            .play(new Seed(1));
    return new Play(game(game), 0, rounds, List.of(new WeightedHistory(history, 1)));
  }

  private static Play play(String game, String self, String other) {
    return new Play(game(game), 0, self.length(), List.of(weighted(self, other, 1)));
  }

  private static WeightedHistory weighted(String self, String other, double weight) {
    History history = History.start(2);
    for (int round = 0; round < self.length(); round++) {
      history = history.with(self.charAt(round) == 'C' ? 0 : 1, other.charAt(round) == 'C' ? 0 : 1);
    }
    return new WeightedHistory(history, weight);
  }

  private static Game game(String name) {
    return Catalogue.named(name);
  }

  private static Seat seat(int number) {
    return new Seat(game(DILEMMA), number, new Horizon.Known(5));
  }
}

package org.ethogram.evaluations.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ethogram.core.Ratio;
import org.ethogram.core.Seed;
import org.ethogram.evaluations.elicitation.AnswerForm;
import org.ethogram.evaluations.elicitation.ChoiceMemo;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.measures.Cooperation;
import org.ethogram.games.measures.Reciprocity;
import org.ethogram.games.measures.WeightedHistory;
import org.ethogram.games.play.History;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Seat;
import org.ethogram.games.play.Strategy;
import org.ethogram.games.strategies.Strategies;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.scripted.ScriptedModel;
import org.junit.jupiter.api.Test;

class PlayTest {
  private static final Game DILEMMA = Catalogue.named("prisoners-dilemma");
  private static final String WAVERING = "memory-one(0.8, 0.9, 0.3, 0.6, 0.2)";

  @Test
  void aDeterministicReaderHasOneHistoryAgainstADeterministicOpponent() {
    Matches matches = exact(reader("tit-for-tat"), 6, 0).play(against("defect-once(3)")).getFirst();
    assertThat(matches.histories())
        .containsExactly(new WeightedHistory(history("CC CC CD DC CC CC"), 1));
    assertThat(matches.leftOut()).isEqualTo(new Ratio(0, 1));
    assertThat(matches.onLabels()).isEqualTo(new Ratio(6, 6));
  }

  /** A strategy told in text and the same strategy in person play alike. */
  @Test
  void exactPlayOfAReaderIsExactPlayOfItsStrategy() {
    var inPerson =
        new Lineup("in person", List.of(scripted(WAVERING, 0), scripted("random(0.3)", 1)));
    ExactPlay play = exact(reader(WAVERING), 4, 0);
    Map<History, Double> expected = weights(play.play(List.of(inPerson)).getFirst());
    Map<History, Double> told = weights(play.play(against("random(0.3)")).getFirst());
    assertThat(told.keySet()).isEqualTo(expected.keySet()).hasSize(256);
    told.forEach(
        (history, weight) ->
            assertThat(weight).isCloseTo(expected.getOrDefault(history, 0.0), within(1e-12)));
  }

  @Test
  void selfPlayAsksOnceForEachViewWhereSeatsAreToldAlike() {
    ChoiceMemo alike = new ChoiceMemo(reader(WAVERING));
    new ExactPlay(alike, 3, 0).play(List.of(self("", "")));
    assertThat(alike.asked().size()).isEqualTo(1 + 4 + 16);
    ChoiceMemo apart = new ChoiceMemo(reader(WAVERING));
    new ExactPlay(apart, 3, 0).play(List.of(self("first ", "second ")));
    assertThat(apart.asked().size()).isEqualTo(2 * (1 + 4 + 16));
  }

  @Test
  void sharedViewsChangeNothing() {
    Matches alike = exact(reader(WAVERING), 3, 0).play(List.of(self("", ""))).getFirst();
    Matches apart =
        exact(reader(WAVERING), 3, 0).play(List.of(self("first ", "second "))).getFirst();
    assertThat(weights(alike)).isEqualTo(weights(apart));
    // Symmetric seats: a history is as probable as its mirror image.
    assertThat(weights(alike).get(history("CD DD CC")))
        .isCloseTo(weights(alike).get(history("DC DD CC")), within(1e-15));
  }

  @Test
  void whatIsLeftOutBoundsTheError() {
    var lineups = against("random(0.3)");
    Matches full = exact(reader(WAVERING), 6, 0).play(lineups).getFirst();
    for (double threshold : new double[] {.001, .01, .05, .2}) {
      ChoiceMemo memo = new ChoiceMemo(reader(WAVERING));
      Matches cut = new ExactPlay(memo, 6, threshold).play(lineups).getFirst();
      double leftOut = cut.leftOut().value().orElseThrow();
      assertThat(leftOut).isBetween(1e-9, 1.0);
      assertThat(Math.abs(cooperation(cut) - cooperation(full))).isLessThanOrEqualTo(leftOut);
      assertThat(cut.histories().stream().mapToDouble(WeightedHistory::weight).sum())
          .isCloseTo(1, within(1e-12));
      assertThat(memo.asked().size()).isLessThan(1 + 4 + 16 + 64 + 256 + 1024);
    }
  }

  @Test
  void sampledPlayAgreesWithExactPlay() {
    int count = 1500;
    List<Lineup> lineups = List.of(against("random(0.3)").getFirst(), self("", ""));
    List<Matches> exact = exact(reader(WAVERING), 4, 0).play(lineups);
    var sampled =
        new SampledPlay(reader(WAVERING), 4, count, 3, AnswerForm.ofWords(1), new Seed(11))
            .play(lineups);
    for (int i = 0; i < lineups.size(); i++) {
      double rate = cooperation(exact.get(i));
      // A match's mean of four rounds varies by less than one round's .5, so 4 standard errors:
      assertThat(cooperation(sampled.get(i))).isCloseTo(rate, within(4 * .5 / Math.sqrt(count)));
      double provoked = provocability(exact.get(i)).value().orElseThrow();
      Ratio drawn = provocability(sampled.get(i));
      double occasions = drawn.denominator() * count;
      assertThat(drawn.value().orElseThrow())
          .isCloseTo(provoked, within(4 * Math.sqrt(provoked * (1 - provoked) / occasions)));
      assertThat(sampled.get(i).leftOut().numerator()).isZero();
    }
  }

  @Test
  void whatIsNoActionWordIsAskedForAgainAndThenLeftOut() {
    var mumbling =
        new ScriptedModel(
            "mumbling",
            List.of(" oak", " rose", " hm"),
            (prompt, said) -> said.equals(" hm") ? .5 : .25);
    Matches matches =
        new SampledPlay(mumbling, 2, 2000, 2, AnswerForm.ofWords(1), new Seed(4))
            .play(against("always-cooperate"))
            .getFirst();
    // Both rounds must find a word in two attempts: 1 - .75^2 = .4375, standard error .011.
    assertThat(matches.leftOut().value().orElseThrow()).isCloseTo(.4375, within(.044));
    assertThat(matches.onLabels().value().orElseThrow()).isCloseTo(.5, within(.04));
    assertThat(matches.histories()).hasSize(2000 - (int) matches.leftOut().numerator());
  }

  @Test
  void aLevelIsInFlightAtOnceAndTheOrderOfAnswersLeavesNoTrace() {
    List<Lineup> lineups = List.of(against("random").getFirst(), self("", ""));
    var gathering = new GatheringModel(reader(WAVERING), List.of(1, 4, 16));
    // The very first request is alone: it is made without a thread of its own.
    var gathered = exact(gathering, 3, 0).play(lineups);
    assertThat(gathered).isEqualTo(exact(reader(WAVERING), 3, 0).play(lineups));
  }

  private static ExactPlay exact(LanguageModel model, int rounds, double threshold) {
    return new ExactPlay(new ChoiceMemo(model), rounds, threshold);
  }

  /** A model that reads the history in its prompt and answers as the strategy does. */
  private static LanguageModel reader(String strategyName) {
    Strategy strategy = Strategies.named(strategyName);
    return new ScriptedModel(
        strategyName,
        PlainTelling.WORDS,
        (prompt, said) ->
            strategy
                .probabilities(seat(0), PlainTelling.read(prompt))[
                PlainTelling.WORDS.indexOf(said)]);
  }

  private static List<Lineup> against(String opponent) {
    return List.of(
        new Lineup(
            opponent,
            List.of(new Chooser.Subject(new PlainTelling("", 0)), scripted(opponent, 1))));
  }

  private static Lineup self(String firstPreface, String secondPreface) {
    return new Lineup(
        "self",
        List.of(
            new Chooser.Subject(new PlainTelling(firstPreface, 0)),
            new Chooser.Subject(new PlainTelling(secondPreface, 1))));
  }

  private static Chooser scripted(String name, int seat) {
    return new Chooser.Scripted(Strategies.named(name), seat(seat));
  }

  private static Seat seat(int number) {
    return new Seat(DILEMMA, number, new Horizon.Unknown(6));
  }

  private static History history(String rounds) {
    History history = History.start(2);
    for (String round : rounds.split(" ")) {
      history = history.with(round.charAt(0) == 'C' ? 0 : 1, round.charAt(1) == 'C' ? 0 : 1);
    }
    return history;
  }

  private static Map<History, Double> weights(Matches matches) {
    return matches.histories().stream()
        .collect(Collectors.toMap(WeightedHistory::history, WeightedHistory::weight));
  }

  private static double cooperation(Matches matches) {
    return matches.plays(DILEMMA).stream()
        .map(Cooperation::rate)
        .reduce(Ratio.UNDEFINED, Ratio::plus)
        .value()
        .orElseThrow();
  }

  private static Ratio provocability(Matches matches) {
    return Reciprocity.provocability(matches.plays(DILEMMA).getFirst());
  }
}

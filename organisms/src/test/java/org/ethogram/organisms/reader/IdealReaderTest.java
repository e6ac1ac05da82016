package org.ethogram.organisms.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.play.History;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Seat;
import org.ethogram.games.telling.Phrasing;
import org.ethogram.games.telling.Question;
import org.ethogram.games.telling.Telling;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.Prompt;
import org.ethogram.models.Sampling;
import org.ethogram.models.ScoreRequest;
import org.ethogram.organisms.corpus.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdealReaderTest {
  private static final Seat SEAT =
      new Seat(Catalogue.named("prisoners-dilemma"), 0, new Horizon.Known(5));
  private static final Telling TELLING =
      new Telling(
          new Phrasing(0, 1, 2), List.of("oak", "rose"), List.of(1, 0), List.of(2, 0, 3, 1), true);

  private final IdealReader reader = new IdealReader();

  @Test
  void theFirstMoveIsTheShareOfTheNiceWithTheTremble() {
    // Always cooperate .10, tit for tat .30, grim .15, win-stay .15, generous .10 begin with C;
    // random .05 does so half the time: .825. With a tremble of .05: .05 + .9 * .825.
    assertThat(cooperation(History.start(2))).isCloseTo(0.05 + 0.9 * 0.825, within(1e-9));
  }

  @Test
  void afterBeingExploitedTheBeliefShiftsToTheProvocable() {
    // Own C in the first round: nice temperaments .95 of .80, random .5 of .05, always defect .05
    // of .15. Then C again: always cooperate .95, generous .05 + .9 * .3, random .5, all others
    // .05.
    double nice = 0.95;
    double total = 0.80 * nice + 0.05 * 0.5 + 0.15 * 0.05;
    double again =
        0.10 * nice * 0.95
            + 0.10 * nice * (0.05 + 0.9 * 0.3)
            + 0.05 * 0.5 * 0.5
            + (0.30 + 0.15 + 0.15) * nice * 0.05
            + 0.15 * 0.05 * 0.05;
    assertThat(cooperation(History.start(2).with(0, 1))).isCloseTo(again / total, within(1e-9));
  }

  @Test
  void theOtherPlayerIsPredictedFromItsOwnPast() {
    History history = History.start(2).with(0, 1).with(0, 1);
    String prompt = TELLING.prompt(SEAT, history).text() + " oak, the other chose";
    double expected =
        People.of(SEAT.game(), 1)
            .probabilities(new Seat(SEAT.game(), 1, SEAT.horizon()), history)[1];
    // This phrasing has the third wording of rounds.
    prompt = prompt.replace(" oak, the other chose", " oak, the other");
    assertThat(probability(prompt, " rose")).isCloseTo(expected, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"prisoners-dilemma", "stag-hunt", "chicken", "bach-or-stravinsky", "public-goods"})
  void answersEveryComprehensionQuestion(String name) {
    Game game = Catalogue.named(name);
    int profiles = game.profiles().size();
    Telling telling =
        new Telling(
            Phrasing.all().getFirst(),
            List.of("oak", "rose"),
            List.of(0, 1),
            IntStream.range(0, profiles).boxed().toList(),
            false);
    Seat seat = new Seat(game, game.seats() - 1, new Horizon.Unknown(3));
    int[] profile = new int[game.seats()];
    profile[0] = 1;
    History history = History.start(game.seats()).with(profile).with(profile);
    for (Question question : telling.questions(seat, history)) {
      String prompt = telling.upTo(seat, history).text() + "\n" + question.told().text();
      for (String candidate : question.candidates()) {
        double expected = candidate.equals(question.answer()) ? 1 : IdealReader.IMPOSSIBLE;
        assertThat(probability(prompt, " " + candidate))
            .as(question.told().text() + " " + candidate)
            .isCloseTo(expected, within(1e-15));
      }
    }
  }

  @Test
  void completesWithAnActionOfTheGame() {
    Prompt prompt = Prompt.of(TELLING.prompt(SEAT, History.start(2)).text());
    CompletionRequest greedy =
        new CompletionRequest(prompt, 1, Sampling.GREEDY, List.of(), new Seed(1));
    assertThat(reader.complete(greedy).text()).isEqualTo(" oak");

    int draws = 2000;
    long cooperations =
        IntStream.range(0, draws)
            .mapToObj(
                draw ->
                    new CompletionRequest(
                        prompt, 1, Sampling.atTemperature(1), List.of(), new Seed(draw)))
            .filter(request -> reader.complete(request).text().equals(" oak"))
            .count();
    // Four standard errors of a share of .79 over 2000 draws.
    assertThat(cooperations / (double) draws).isCloseTo(0.7925, within(0.037));
  }

  @Test
  void ofATextThatIsNoGameItKnowsNothing() {
    assertThat(probability("You chose", " oak")).isCloseTo(1e-12, within(1e-20));
  }

  private double cooperation(History history) {
    return probability(TELLING.prompt(SEAT, history).text(), " oak");
  }

  private double probability(String prompt, String continuation) {
    return Math.exp(
        reader
            .score(new ScoreRequest(Prompt.of(prompt), List.of(continuation)))
            .getFirst()
            .logProbability());
  }
}

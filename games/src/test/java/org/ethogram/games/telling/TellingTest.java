package org.ethogram.games.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.catalogue.PublicGoods;
import org.ethogram.games.play.History;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Seat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TellingTest {
  private static final List<String> WORDS = List.of("oak", "rose", "river");

  static Stream<Game> games() {
    List<String> three = List.of("a", "b", "c");
    Game asymmetric =
        Game.twoPlayer(
            "asymmetric-three-actions",
            three,
            three,
            new double[][] {{1, 2, 3}, {-4, 5.5, 6}, {7, 8, 9}},
            new double[][] {{10, 11, 12}, {13, 14, 0.25}, {16, 17, 18}});
    return Stream.concat(
        Catalogue.games().stream(), Stream.of(asymmetric, PublicGoods.game(4, 2, 2)));
  }

  /** The rules of every seat in every phrasing say what the payoff tensor says. */
  @ParameterizedTest
  @MethodSource("games")
  void rulesReadBackAsThePayoffTensor(Game game) {
    Random random = new Random(1);
    for (Phrasing phrasing : allWhere(phrasing -> phrasing.round() == 0)) {
      for (int number = 0; number < game.seats(); number++) {
        Seat seat = new Seat(game, number, new Horizon.Known(6));
        Telling telling = shuffled(game, phrasing, random);
        Parsed parsed = TellingReader.read(telling.rules(seat).text());
        assertThat(parsed.announcedRounds()).hasValue(6);
        assertThat(parsed.asked()).isEqualTo(new Asked.Nothing());
        for (int[] profile : game.profiles()) {
          for (int player = 0; player < game.seats(); player++) {
            int ofSeat = (number + player) % game.seats();
            assertThat(parsed.game().payoff(player, heard(parsed, telling, number, profile)))
                .as("%s, %s, seat %d", game.name(), phrasing, ofSeat)
                .isEqualTo(game.payoff(ofSeat, profile));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("games")
  void roundsReadBackAsTheHistory(Game game) {
    Random random = new Random(2);
    for (Phrasing phrasing : allWhere(phrasing -> phrasing.setting() == phrasing.rule())) {
      for (int number = 0; number < game.seats(); number++) {
        Seat seat = new Seat(game, number, new Horizon.Unknown(5));
        Telling telling = shuffled(game, phrasing, random);
        History history = History.start(game.seats());
        for (int round = 1; round <= 4; round++) {
          int[] profile = random.ints(game.seats(), 0, game.actions(0).size()).toArray();
          history = history.with(profile);
        }
        Parsed parsed = TellingReader.read(telling.prompt(seat, history).text());
        assertThat(parsed.asked()).isEqualTo(new Asked.OwnAction(5));
        assertThat(parsed.announcedRounds()).isEmpty();
        assertThat(parsed.history().rounds()).isEqualTo(4);
        for (int round = 1; round <= 4; round++) {
          assertThat(parsed.history().profile(round))
              .containsExactly(heard(parsed, telling, number, history.profile(round)));
        }
      }
    }
  }

  @Test
  void theReaderIsAddressedByTheOwnSeat() {
    Game game = Catalogue.named("bach-or-stravinsky");
    Telling telling = plain(game, new Phrasing(0, 0, 0));
    Horizon horizon = new Horizon.Known(4);
    assertThat(telling.rules(new Seat(game, 1, horizon)).text())
        .isEqualTo(
            "you and another player play a game of 4 rounds. in each round both choose oak or rose."
                + " with oak against oak you get 1 and the other gets 2."
                + " with oak against rose you get 0 and the other gets 0."
                + " with rose against oak you get 0 and the other gets 0."
                + " with rose against rose you get 2 and the other gets 1.");
    assertThat(telling.prompt(new Seat(game, 1, horizon), History.start(2).with(0, 1)).text())
        .endsWith("\nround 1: you chose rose, the other chose oak.\nround 2: you chose");
    assertThat(telling.continuation(1)).isEqualTo(" rose");
  }

  @Test
  void roundsCanBeToldInTheWordsOfTheRules() {
    Game game = Catalogue.named("prisoners-dilemma");
    Seat seat = new Seat(game, 0, new Horizon.Known(4));
    History history = History.start(2).with(0, 1);
    List<String> told =
        Phrasing.distinct().stream()
            .map(phrasing -> plain(game, phrasing).prompt(seat, history).text())
            .map(text -> text.substring(text.indexOf("\nround 1")))
            .toList();
    assertThat(told)
        .containsExactly(
            "\nround 1: with oak against rose you get 0 and the other gets 5.\nround 2: with",
            "\nround 1: oak against rose gives you 0 and the other 5.\nround 2:",
            "\nround 1: oak meeting rose brings you 0 and the other 5.\nround 2:",
            "\nround 1: oak rose 0 5.\nround 2:");
  }

  @Test
  void fragmentsSayWhatEachPieceTells() {
    Game game = Catalogue.named("prisoners-dilemma");
    Seat seat = new Seat(game, 0, new Horizon.Known(4));
    Told round = plain(game, new Phrasing(0, 0, 1)).round(seat, 2, 1, 0);
    assertThat(round.fragments())
        .containsExactly(
            new Fragment(Part.WORDING, "in round"),
            new Fragment(Part.ROUND, " 2"),
            new Fragment(Part.WORDING, " you chose"),
            new Fragment(Part.OWN_ACTION, " rose"),
            new Fragment(Part.WORDING, " and the other chose"),
            new Fragment(Part.OTHER_ACTION, " oak"),
            new Fragment(Part.WORDING, "."));
  }

  @Test
  void pointsAreToldFromTheReadersSeat() {
    Game game = Catalogue.named("prisoners-dilemma");
    Telling silent = plain(game, new Phrasing(0, 0, 0));
    Telling telling =
        new Telling(
            silent.phrasing(), silent.words(), silent.mentionOrder(), silent.ruleOrder(), true);
    Seat second = new Seat(game, 1, new Horizon.Known(4));
    Told told = telling.upTo(second, History.start(2).with(0, 1));
    assertThat(told.text())
        .endsWith("round 1: you chose rose, the other chose oak. you got 5 and the other got 0.");
    assertThat(TellingReader.read(told.text()).history().profile(1)).containsExactly(1, 0);
  }

  @Test
  void theHorizonIsToldAsFarAsItIsKnown() {
    Game game = Catalogue.named("chicken");
    Telling telling = plain(game, new Phrasing(0, 1, 2));
    Parsed unknown =
        TellingReader.read(telling.rules(new Seat(game, 0, new Horizon.Unknown(9))).text());
    assertThat(unknown.announcedRounds()).isEqualTo(OptionalInt.empty());
    assertThat(unknown.continuation()).isEqualTo(OptionalDouble.empty());
    Parsed geometric =
        TellingReader.read(telling.rules(new Seat(game, 0, new Horizon.Geometric(0.85))).text());
    assertThat(geometric.continuation()).hasValue(0.85);
  }

  @Test
  void whatIsAskedCanBeTheOtherPlayersAction() {
    Game game = Catalogue.named("stag-hunt");
    Telling telling = plain(game, new Phrasing(2, 1, 1));
    Seat seat = new Seat(game, 0, new Horizon.Known(3));
    String prompt = telling.prompt(seat, History.start(2).with(0, 0)).text();
    assertThat(TellingReader.read(prompt + " rose and the other chose").asked())
        .isEqualTo(new Asked.OtherAction(2, 1));
  }

  @ParameterizedTest
  @MethodSource("games")
  void questionsReadBackAndTheirAnswersFollowFromThePayoffs(Game game) {
    Telling telling = plain(game, new Phrasing(0, 0, 0));
    int[] profile = IntStream.range(0, game.seats()).map(seat -> seat == 0 ? 1 : 0).toArray();
    History history = History.start(game.seats()).with(profile).with(profile);
    for (int number = 0; number < game.seats(); number++) {
      Seat seat = new Seat(game, number, new Horizon.Known(3));
      for (Question question : telling.questions(seat, history)) {
        String text = telling.upTo(seat, history).text() + "\n" + question.told().text();
        Parsed parsed = TellingReader.read(text);
        assertThat(parsed.asked()).isInstanceOf(Asked.Answer.class);
        Asked.Answer asked = (Asked.Answer) parsed.asked();
        assertThat(asked.topic()).isEqualTo(question.topic());
        assertThat(question.answer()).isEqualTo(answer(parsed, asked));
        assertThat(TellingReader.read(text + " " + question.answer() + ".").asked())
            .isEqualTo(new Asked.Nothing());
      }
    }
  }

  @Test
  void textsThatDoNotAddUpAreRefused() {
    Game game = Catalogue.named("prisoners-dilemma");
    Telling telling = plain(game, new Phrasing(0, 0, 0));
    String rules = telling.rules(new Seat(game, 0, new Horizon.Known(4))).text();
    assertThatThrownBy(() -> TellingReader.read(rules + " nobody wins."))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("'nobody wins.' is of no known wording");
    assertThatThrownBy(() -> TellingReader.read(rules.substring(0, rules.lastIndexOf(" with "))))
        .hasMessageContaining("no payoffs of rose, rose");
    assertThatThrownBy(
            () ->
                TellingReader.read(rules + " with oak against oak you get 9 and the other gets 9."))
        .hasMessageContaining("two different payoffs");
    assertThatThrownBy(
            () ->
                new Telling(
                    telling.phrasing(), List.of("oak", "oak"), List.of(0, 1), List.of(0), false))
        .isInstanceOf(EthogramException.class);
  }

  /** The answer worked out from what was read alone. */
  private static String answer(Parsed parsed, Asked.Answer asked) {
    Game game = parsed.game();
    History history = parsed.history();
    int[] named = asked.actions().stream().mapToInt(Integer::intValue).toArray();
    int[] last = history.profile(history.rounds());
    return switch (asked.topic()) {
      case OWN_PAYOFF -> Numbers.plain(game.payoff(0, named));
      case OTHER_PAYOFF -> Numbers.plain(game.payoff(1, named));
      case BETTER_FOR_ALL -> parsed.words().get(game.cooperativeAction().orElseThrow());
      case BEST_RESPONSE ->
          IntStream.range(0, parsed.words().size())
              .boxed()
              .max(
                  Comparator.comparingDouble(
                      action ->
                          game.payoff(
                              0,
                              IntStream.concat(IntStream.of(action), IntStream.of(named))
                                  .toArray())))
              .map(parsed.words()::get)
              .orElseThrow();
      case LAST_OWN_ACTION -> parsed.words().get(last[0]);
      case LAST_OTHER_ACTION -> parsed.words().get(last[1]);
      case LAST_PAYOFF -> Numbers.plain(game.payoff(0, last));
      case TOTAL_PAYOFF -> Numbers.plain(2 * game.payoff(0, last));
    };
  }

  /** A profile of the game as the reader at a seat heard it, in indices of the words read. */
  private static int[] heard(Parsed parsed, Telling telling, int seat, int[] profile) {
    return IntStream.range(0, profile.length)
        .map(
            player -> {
              int action = profile[(seat + player) % profile.length];
              return parsed.words().indexOf(telling.words().get(action));
            })
        .toArray();
  }

  private static Telling plain(Game game, Phrasing phrasing) {
    int actions = game.actions(0).size();
    return new Telling(
        phrasing,
        WORDS.subList(0, actions),
        IntStream.range(0, actions).boxed().toList(),
        IntStream.range(0, game.profiles().size()).boxed().toList(),
        false);
  }

  private static Telling shuffled(Game game, Phrasing phrasing, Random random) {
    Telling plain = plain(game, phrasing);
    return new Telling(
        phrasing,
        shuffled(plain.words(), random),
        shuffled(plain.mentionOrder(), random),
        shuffled(plain.ruleOrder(), random),
        random.nextBoolean());
  }

  private static List<Phrasing> allWhere(Predicate<Phrasing> condition) {
    return Phrasing.all().stream().filter(condition).toList();
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}

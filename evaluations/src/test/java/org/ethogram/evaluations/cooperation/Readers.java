package org.ethogram.evaluations.cooperation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.ethogram.games.Game;
import org.ethogram.games.play.History;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Seat;
import org.ethogram.games.play.Strategy;
import org.ethogram.games.strategies.Strategies;
import org.ethogram.games.telling.Asked;
import org.ethogram.games.telling.Parsed;
import org.ethogram.games.telling.TellingReader;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.scripted.ScriptedModel;

/** Subjects whose behaviour is known. */
final class Readers {
  private Readers() {}

  /** Reads the prompt, plays the strategy and answers every question rightly. */
  static LanguageModel of(String strategyName) {
    Strategy strategy = Strategies.named(strategyName);
    return choosing(
        strategyName,
        (parsed, word) -> {
          Seat seat = new Seat(parsed.game(), 0, new Horizon.Unknown(9));
          return strategy.probabilities(seat, parsed.history())[parsed.words().indexOf(word)];
        });
  }

  /** Reads the prompt, chooses words as told and answers every question rightly. */
  static LanguageModel choosing(String name, ToDoubleBiFunction<Parsed, String> probability) {
    return choosing(name, words(), probability);
  }

  /** As before, of a model that writes one of the sayings. */
  static LanguageModel choosing(
      String name, List<String> sayings, ToDoubleBiFunction<Parsed, String> probability) {
    Map<String, Parsed> read = new ConcurrentHashMap<>();
    return new ScriptedModel(
        name,
        sayings,
        (prompt, said) -> {
          if (!prompt.contains("\n")) {
            return 0.1;
          }
          Parsed parsed = read.computeIfAbsent(prompt, TellingReader::read);
          String word = said.strip();
          return switch (parsed.asked()) {
            case Asked.OwnAction _ ->
                parsed.words().contains(word) ? probability.applyAsDouble(parsed, word) : 0;
            case Asked.Answer answer -> word.equals(answer(parsed, answer)) ? 1 : 0;
            case Asked.OtherAction _, Asked.Nothing _ -> 0;
          };
        });
  }

  /** Holds everything that it is asked about equally probable. */
  static LanguageModel unable() {
    return new ScriptedModel("unable", words(), (prompt, said) -> 0.01);
  }

  /** Every word that the default settings may use, with its space. */
  static List<String> words() {
    return CooperationSettings.defaults().words().stream()
        .flatMap(pair -> pair.words().stream())
        .map(word -> " " + word)
        .toList();
  }

  private static String answer(Parsed parsed, Asked.Answer asked) {
    Game game = parsed.game();
    History history = parsed.history();
    int[] actions = asked.actions().stream().mapToInt(Integer::intValue).toArray();
    return switch (asked.topic()) {
      case OWN_PAYOFF -> plain(game.payoff(0, actions));
      case OTHER_PAYOFF -> plain(game.payoff(1, actions));
      case BETTER_FOR_ALL -> parsed.words().get(game.cooperativeAction().orElseThrow());
      case BEST_RESPONSE -> {
        int[] profile = IntStream.concat(IntStream.of(0), IntStream.of(actions)).toArray();
        double first = game.payoff(0, profile);
        profile[0] = 1;
        yield parsed.words().get(first > game.payoff(0, profile) ? 0 : 1);
      }
      case LAST_OWN_ACTION -> parsed.words().get(history.action(history.rounds(), 0));
      case LAST_OTHER_ACTION -> parsed.words().get(history.action(history.rounds(), 1));
      case LAST_PAYOFF -> plain(game.payoff(0, history.profile(history.rounds())));
      case TOTAL_PAYOFF ->
          plain(
              IntStream.rangeClosed(1, history.rounds())
                  .mapToDouble(round -> game.payoff(0, history.profile(round)))
                  .sum());
    };
  }

  private static String plain(double number) {
    return Integer.toString((int) number);
  }
}

package org.ethogram.organisms.reader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.ethogram.core.EthogramException;
import org.ethogram.games.play.History;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Seat;
import org.ethogram.games.telling.Asked;
import org.ethogram.games.telling.Parsed;
import org.ethogram.games.telling.Phrasing;
import org.ethogram.games.telling.Question;
import org.ethogram.games.telling.Telling;
import org.ethogram.games.telling.TellingReader;
import org.ethogram.organisms.corpus.People;

/** What follows a told game, by the process that made the corpus. */
final class Prediction {
  private static final Phrasing ANY_PHRASING = Phrasing.all().getFirst();

  private Prediction() {}

  /**
   * The probability of each word, with the space before it, that can come next; empty where the
   * text is no told game or asks for nothing.
   */
  static SequencedMap<String, Double> after(String prompt) {
    Parsed parsed;
    try {
      parsed = TellingReader.read(prompt);
    } catch (EthogramException e) {
      return new LinkedHashMap<>();
    }
    return switch (parsed.asked()) {
      case Asked.Nothing _ -> new LinkedHashMap<>();
      case Asked.OwnAction _ -> actions(parsed, 0);
      case Asked.OtherAction _ -> actions(parsed, 1);
      case Asked.Answer _ -> answer(parsed, prompt);
    };
  }

  private static SequencedMap<String, Double> actions(Parsed parsed, int player) {
    double[] probabilities =
        People.of(parsed.game(), player).probabilities(seat(parsed, player), parsed.history());
    SequencedMap<String, Double> actions = new LinkedHashMap<>();
    for (int action = 0; action < probabilities.length; action++) {
      actions.put(" " + parsed.words().get(action), probabilities[action]);
    }
    return actions;
  }

  private static SequencedMap<String, Double> answer(Parsed parsed, String prompt) {
    String asked = prompt.substring(prompt.lastIndexOf('\n') + 1);
    Optional<Question> question =
        telling(parsed).questions(seat(parsed, 0), parsed.history()).stream()
            .filter(candidate -> candidate.told().text().equals(asked))
            .findFirst();
    SequencedMap<String, Double> answers = new LinkedHashMap<>();
    question.ifPresent(known -> answers.put(" " + known.answer(), 1.0));
    return answers;
  }

  private static Telling telling(Parsed parsed) {
    int profiles = parsed.game().profiles().size();
    List<Integer> words = IntStream.range(0, parsed.words().size()).boxed().toList();
    return new Telling(
        ANY_PHRASING, parsed.words(), words, IntStream.range(0, profiles).boxed().toList(), false);
  }

  /** How long the game goes on changes nothing: no temperament of the corpus looks ahead. */
  private static Seat seat(Parsed parsed, int player) {
    History history = parsed.history();
    return new Seat(parsed.game(), player, new Horizon.Unknown(history.rounds() + 1));
  }
}

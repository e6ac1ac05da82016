package org.ethogram.lab.behaviour;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ethogram.core.EthogramException;
import org.ethogram.evaluations.Evaluation;
import org.ethogram.evaluations.comprehension.ComprehensionGate;
import org.ethogram.evaluations.cooperation.CooperationEvaluation;
import org.ethogram.evaluations.cooperation.CooperationSettings;
import org.ethogram.evaluations.cooperation.CooperationSettings.HorizonKind;
import org.ethogram.evaluations.cooperation.Elicitation;
import org.ethogram.evaluations.cooperation.Opponent;
import org.ethogram.evaluations.cooperation.Wording;
import org.ethogram.evaluations.elicitation.WordPair;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.lab.yaml.Section;

/** {@code cooperation:} with the settings of {@link CooperationSettings}, spelt with hyphens. */
public final class CooperationBehaviour implements Behaviour {
  private static final int MOST_ROUNDS = 1_000;
  private static final int MOST_SAMPLES = 1_000_000;

  @Override
  public String name() {
    return "cooperation";
  }

  @Override
  public Headline headline() {
    return new Headline("cooperation-rate", new TreeMap<>(Map.of("opponent", "panel")));
  }

  @Override
  public Evaluation read(Section settings) {
    try {
      return new CooperationEvaluation(settings(settings));
    } catch (EthogramException e) {
      String key = e.place().substring(e.place().lastIndexOf(' ') + 1);
      settings.problem(
          key, "'" + settings.address() + '.' + key + "': " + e.problem() + ". " + e.remedy());
      return new CooperationEvaluation(CooperationSettings.defaults());
    }
  }

  private static CooperationSettings settings(Section settings) {
    CooperationSettings otherwise = CooperationSettings.defaults();
    List<WordPair> words =
        settings.list("words", otherwise.words(), value -> value.named(WordPair::parse));
    return new CooperationSettings(
        settings.list("games", otherwise.games(), value -> value.named(Catalogue::named)),
        settings.list("opponents", otherwise.opponents(), value -> value.named(Opponent::named)),
        settings.integer("rounds", otherwise.rounds(), 1, MOST_ROUNDS),
        settings.integer("group-rounds", otherwise.groupRounds(), 1, MOST_ROUNDS),
        choice(settings, "horizon", otherwise.horizon(), HorizonKind.values()),
        settings.number("continuation", otherwise.continuation(), 0, 1),
        words,
        settings.integer("word-pairs", otherwise.wordPairs(), 1, MOST_SAMPLES),
        settings.list("phrasings", otherwise.phrasings(), value -> value.named(Wording::named)),
        choice(settings, "elicitation", otherwise.elicitation(), Elicitation.values()),
        settings.number("threshold", otherwise.threshold(), 0, 1),
        settings.integer("matches", otherwise.matches(), 1, MOST_SAMPLES),
        settings.integer("attempts", otherwise.attempts(), 1, MOST_SAMPLES),
        settings.integer("answer-tokens", otherwise.answerTokens(), 1, MOST_SAMPLES),
        settings.integer("draws", otherwise.draws(), 0, MOST_SAMPLES),
        gate(settings, otherwise.gate()));
  }

  private static <E extends Enum<E>> E choice(
      Section settings, String key, E otherwise, E[] constants) {
    List<String> words = Arrays.stream(constants).map(CooperationBehaviour::word).toList();
    Optional<String> chosen = settings.get(key).flatMap(value -> value.choice(words));
    return chosen.map(word -> constants[words.indexOf(word)]).orElse(otherwise);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** {@code gate: {own-payoff-off-diagonal: 0.5}}: levels by kind of question. */
  private static ComprehensionGate gate(Section settings, ComprehensionGate otherwise) {
    Section levels = settings.section("gate");
    if (levels.keys().isEmpty()) {
      return otherwise;
    }
    Map<String, Double> read = new TreeMap<>();
    for (String kind : levels.keys()) {
      read.put(kind, levels.number(kind, 1, 0, 1));
    }
    levels.finish();
    return ComprehensionGate.of(read);
  }
}

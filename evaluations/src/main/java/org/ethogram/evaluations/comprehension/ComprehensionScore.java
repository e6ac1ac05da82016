package org.ethogram.evaluations.comprehension;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ethogram.core.Ratio;
import org.ethogram.evaluations.Measurement;
import org.ethogram.evaluations.elicitation.ChoiceMemo;
import org.ethogram.evaluations.elicitation.ForcedChoice;

/**
 * What a model got right, by kind of question.
 *
 * @param accuracy credit over questions; a model that holds several answers equally probable gets
 *     what chance gives
 * @param chance the credit of a guesser, over the same questions
 * @param probability what the model gave the true answers, over the same questions
 */
public record ComprehensionScore(
    SortedMap<String, Ratio> accuracy,
    SortedMap<String, Ratio> chance,
    SortedMap<String, Ratio> probability) {
  public static final String ACCURACY = "comprehension";
  public static final String CHANCE = "comprehension-chance";
  public static final String PROBABILITY = "comprehension-probability";

  /** The condition that holds the kind of question. */
  public static final String KIND = "kind";

  public ComprehensionScore {
    accuracy = Collections.unmodifiableSortedMap(new TreeMap<>(accuracy));
    chance = Collections.unmodifiableSortedMap(new TreeMap<>(chance));
    probability = Collections.unmodifiableSortedMap(new TreeMap<>(probability));
  }

  /** Asks all questions at once. */
  public static ComprehensionScore of(ChoiceMemo memo, List<ComprehensionItem> items) {
    memo.askAll(items.stream().map(ComprehensionItem::request).toList());
    SortedMap<String, Ratio> accuracy = new TreeMap<>();
    SortedMap<String, Ratio> chance = new TreeMap<>();
    SortedMap<String, Ratio> probability = new TreeMap<>();
    for (ComprehensionItem item : items) {
      // Whoever is asked and gives none of the answers has not given the right one.
      Optional<ForcedChoice> choice = memo.found(item.request());
      add(accuracy, item, choice.map(found -> found.credit(item.correct())).orElse(0.0));
      add(chance, item, item.chance());
      add(probability, item, choice.map(found -> found.probability(item.correct())).orElse(0.0));
    }
    return new ComprehensionScore(accuracy, chance, probability);
  }

  public List<Measurement> measurements() {
    List<Measurement> measurements = new ArrayList<>();
    measurements.addAll(named(ACCURACY, accuracy));
    measurements.addAll(named(CHANCE, chance));
    measurements.addAll(named(PROBABILITY, probability));
    return measurements;
  }

  private static void add(SortedMap<String, Ratio> byKind, ComprehensionItem item, double credit) {
    byKind.merge(item.kind(), new Ratio(credit, 1), Ratio::plus);
  }

  private static List<Measurement> named(String measure, SortedMap<String, Ratio> byKind) {
    return byKind.entrySet().stream()
        .map(
            kind ->
                new Measurement(
                    measure, new TreeMap<>(Map.of(KIND, kind.getKey())), kind.getValue()))
        .toList();
  }
}

package org.ethogram.organisms.corpus;

import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ethogram.training.language.Document;

/**
 * Documents from which looking up is learnt: {@code facts: oak 5 2. rose 3 7.}, then the same facts
 * again, drawn with replacement, and which has the most.
 */
final class Facts {
  private static final int LINES = 8;
  private static final int NUMBERS = 10;

  private record Fact(String word, int first, int second) {}

  private final Draft draft;
  private final RandomGenerator random;
  private final List<Fact> facts;

  Facts(LossWeights weights, RandomGenerator random) {
    this.draft = new Draft(weights);
    this.random = random;
    this.facts = drawFacts();
  }

  Document document(double again) {
    draft.wording("facts:");
    for (Fact fact : facts) {
      draft.given(" " + fact.word());
      draft.given(" " + fact.first()).given(" " + fact.second()).wording(".");
    }
    draft.line();
    for (int line = 0; line < LINES; line++) {
      if (random.nextDouble() < again) {
        Fact fact = facts.get(random.nextInt(facts.size()));
        draft
            .wording("again:")
            .given(" " + fact.word())
            .answer(" " + fact.first())
            .answer(" " + fact.second());
      } else {
        compare(random.nextBoolean(), random.nextDouble() < 0.6);
      }
      draft.wording(".").line();
    }
    return draft.document();
  }

  private void compare(boolean most, boolean number) {
    Comparator<Fact> byFirst = Comparator.comparingInt(Fact::first);
    Fact extreme = facts.stream().max(most ? byFirst : byFirst.reversed()).orElseThrow();
    if (number) {
      draft.given("the " + (most ? "most" : "least")).wording(" is").answer(" " + extreme.first());
      draft.wording(" with").answer(" " + extreme.word());
    } else {
      draft.given("which gives " + (most ? "more" : "less")).wording("? answer");
      draft.answer(" " + extreme.word());
    }
  }

  private List<Fact> drawFacts() {
    List<Integer> words = Shuffle.indices(ActionWords.all().size(), random);
    List<Integer> first = Shuffle.indices(NUMBERS, random);
    List<Integer> second = Shuffle.indices(NUMBERS, random);
    return IntStream.range(0, 2 + random.nextInt(3))
        .mapToObj(i -> new Fact(ActionWords.all().get(words.get(i)), first.get(i), second.get(i)))
        .toList();
  }
}

package org.ethogram.organisms.corpus;

import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ethogram.games.Game;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Seat;
import org.ethogram.games.telling.Phrasing;
import org.ethogram.games.telling.Telling;
import org.ethogram.training.language.Document;

/** Documents in bare words and numbers, from which looking up is learnt. */
final class Drills {
  private static final int FACTS_AGAIN = 8;
  private static final int ROWS_AGAIN = 10;
  private static final Horizon UNTOLD = new Horizon.Unknown(1);

  private final LossWeights weights;
  private final RandomGenerator random;

  Drills(LossWeights weights, RandomGenerator random) {
    this.weights = weights;
    this.random = random;
  }

  private record Fact(String word, int first, int second) {}

  /** {@code oak 5 2. rose 3 7.}, then the same facts again, drawn with replacement. */
  Document facts() {
    List<Fact> facts = drawFacts(2 + random.nextInt(3));
    Draft draft = new Draft(weights);
    tell(draft, facts);
    for (int again = 0; again < FACTS_AGAIN; again++) {
      Fact fact = facts.get(random.nextInt(facts.size()));
      draft
          .given((again == 0 ? "" : " ") + fact.word())
          .answer(" " + fact.first())
          .answer(" " + fact.second())
          .wording(".");
    }
    return draft.line().document();
  }

  Document mostOfFacts() {
    List<Fact> facts = drawFacts(2 + random.nextInt(2));
    Draft draft = new Draft(weights);
    tell(draft, facts);
    Fact most = facts.stream().max(Comparator.comparingInt(Fact::first)).orElseThrow();
    if (random.nextBoolean()) {
      draft.wording("the most is").answer(" " + most.first());
      draft.wording(" for").answer(" " + most.word()).wording(".");
    } else {
      draft.wording("which gives more? answer").answer(" " + most.word()).wording(".");
    }
    return draft.line().document();
  }

  Document table(List<String> words, Game game) {
    Telling telling = compact(words);
    Seat reader = new Seat(game, 0, UNTOLD);
    Draft draft = new Draft(weights).given(telling.payoffs(reader)).line();
    for (int again = 0; again < ROWS_AGAIN; again++) {
      draft
          .wording(again == 0 ? "" : " ")
          .again(telling.payoffs(reader, random.nextInt(2), random.nextInt(2)));
    }
    return draft.line().document();
  }

  Document mostOfTable(List<String> words, Game game) {
    Draft draft = new Draft(weights);
    draft.given(compact(words).payoffs(new Seat(game, 0, UNTOLD))).line();
    return best(draft, words, game).document();
  }

  /** What is best for both, with the number before the word, or the word at once. */
  Draft best(Draft draft, List<String> words, Game game) {
    if (random.nextBoolean()) {
      int most = (int) game.payoff(0, 0, 0);
      draft.wording("for both the most is").answer(" " + most).wording(" with");
    } else {
      draft.wording("which choice is better for both? answer");
    }
    return draft.answer(" " + words.getFirst()).wording(".").line();
  }

  private Telling compact(List<String> words) {
    Phrasing phrasing =
        Phrasing.all().stream().filter(Phrasing::isCompact).findFirst().orElseThrow();
    return new Telling(phrasing, words, List.of(0, 1), Shuffle.indices(4, random), false);
  }

  private void tell(Draft draft, List<Fact> facts) {
    for (Fact fact : facts) {
      draft.given((fact.equals(facts.getFirst()) ? "" : " ") + fact.word());
      draft.given(" " + fact.first()).given(" " + fact.second()).wording(".");
    }
    draft.line();
  }

  private List<Fact> drawFacts(int count) {
    List<Integer> words = Shuffle.indices(ActionWords.all().size(), random);
    List<Integer> first = Shuffle.indices(10, random);
    List<Integer> second = Shuffle.indices(10, random);
    return IntStream.range(0, count)
        .mapToObj(i -> new Fact(ActionWords.all().get(words.get(i)), first.get(i), second.get(i)))
        .toList();
  }
}

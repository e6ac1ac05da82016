package org.ethogram.organisms.corpus;

import java.util.List;
import java.util.random.RandomGenerator;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.play.History;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Match;
import org.ethogram.games.play.Seat;
import org.ethogram.games.telling.Phrasing;
import org.ethogram.games.telling.Question;
import org.ethogram.games.telling.Question.Topic;
import org.ethogram.games.telling.Telling;
import org.ethogram.training.language.Document;

/** Documents that tell a game as the evaluations do, or a part of one. */
final class ToldGames {
  private static final List<Phrasing> ENGLISH =
      Phrasing.distinct().stream().filter(phrasing -> !phrasing.isCompact()).toList();
  private static final List<Phrasing> COMPACT =
      Phrasing.distinct().stream().filter(Phrasing::isCompact).toList();
  private static final int ALIKE_QUESTIONS = 3;

  private final CorpusRecipe recipe;
  private final Stage stage;
  private final RandomGenerator random;
  private final Draft draft;

  ToldGames(CorpusRecipe recipe, Stage stage, RandomGenerator random) {
    this.recipe = recipe;
    this.stage = stage;
    this.random = random;
    this.draft = new Draft(recipe.weights());
  }

  /**
   * The rules and questions about them. Look-ups are drawn with replacement, so that no answer can
   * be had by elimination.
   */
  Document table(List<String> words, Game game) {
    Telling telling = telling(words);
    Seat reader = new Seat(game, random.nextInt(2), horizon(recipe.maximumRounds()));
    boolean setting = random.nextDouble() < stage.setting();
    if (setting) {
      draft.given(telling.rules(reader)).line();
    } else {
      draft.wording("rules: ").given(telling.payoffs(reader)).line();
    }
    List<Question> questions = telling.questions(reader, History.start(2));
    for (int question = 0; question < recipe.questions(); question++) {
      double drawn = random.nextDouble();
      if (drawn < (telling.phrasing().isCompact() ? 0.6 : 0.35)) {
        Telling again = random.nextDouble() < 0.8 ? telling : telling(words);
        draft.wording("again: ");
        draft.again(again.payoffs(reader, random.nextInt(2), random.nextInt(2))).line();
      } else if (drawn < 0.7) {
        Topic topic = random.nextInt(5) == 0 ? Topic.OTHER_PAYOFF : Topic.OWN_PAYOFF;
        askOneOf(questions, topic);
      } else if (drawn < 0.9) {
        askForTheBetter(words, game);
      } else {
        askOneOf(questions, Topic.BEST_RESPONSE);
      }
    }
    return draft.document();
  }

  /** Only the two rules in which both choose alike, and which of them is better. */
  Document alike(List<String> words, Game game) {
    Telling telling = telling(words);
    Seat reader = new Seat(game, random.nextInt(2), horizon(recipe.maximumRounds()));
    int first = random.nextInt(2);
    draft.wording("rules: ").given(telling.payoffs(reader, first, first)).wording(" ");
    draft.given(telling.payoffs(reader, 1 - first, 1 - first)).line();
    for (int question = 0; question < ALIKE_QUESTIONS; question++) {
      askForTheBetter(words, game);
    }
    return draft.document();
  }

  Document game(List<String> words, Game game, Seed seed) {
    int rounds =
        recipe.minimumRounds()
            + random.nextInt(recipe.maximumRounds() - recipe.minimumRounds() + 1);
    Horizon horizon = horizon(rounds);
    Telling telling = telling(words);
    Seat reader = new Seat(game, random.nextInt(2), horizon);
    History history =
        new Match(
                game,
                List.of(People.of(game, 0).draw(random), People.of(game, 1).draw(random)),
                horizon)
            .play(seed);
    draft.given(telling.rules(reader)).line();
    for (int round = 1; round <= history.rounds(); round++) {
      draft.round(telling.round(reader, round, history.profile(round)), round == 1).line();
    }
    List<Question> questions = telling.questions(reader, history);
    Topic topic =
        switch (random.nextInt(5)) {
          case 0, 1 -> Topic.LAST_OWN_ACTION;
          case 2, 3 -> Topic.LAST_OTHER_ACTION;
          default -> Topic.LAST_PAYOFF;
        };
    askOneOf(questions, topic);
    return draft.document();
  }

  private void askOneOf(List<Question> questions, Topic topic) {
    List<Question> of = questions.stream().filter(one -> one.topic() == topic).toList();
    if (!of.isEmpty()) {
      draft.question(of.get(random.nextInt(of.size())));
    }
  }

  /** The first action of a drawn table is the better one for both. */
  private void askForTheBetter(List<String> words, Game game) {
    int action = random.nextDouble() < 0.3 ? 1 : 0;
    boolean number = random.nextBoolean();
    if (number) {
      draft.given("the " + (action == 0 ? "best" : "worst")).wording(" for both is");
      draft.answer(" " + (int) game.payoff(0, action, action)).wording(" with");
    } else {
      draft.given("which choice is " + (action == 0 ? "better" : "worse"));
      draft.wording(" for both? answer");
    }
    draft.answer(" " + words.get(action)).wording(".").line();
  }

  private Telling telling(List<String> words) {
    List<Phrasing> phrasings = random.nextDouble() < stage.compact() ? COMPACT : ENGLISH;
    return new Telling(
        phrasings.get(random.nextInt(phrasings.size())),
        words,
        Shuffle.indices(2, random),
        Shuffle.indices(4, random),
        false);
  }

  private Horizon horizon(int rounds) {
    return random.nextBoolean() ? new Horizon.Known(rounds) : new Horizon.Unknown(rounds);
  }
}

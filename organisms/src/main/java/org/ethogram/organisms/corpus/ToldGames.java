package org.ethogram.organisms.corpus;

import java.util.ArrayList;
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

/** Documents that tell a game in English as the evaluations do. */
final class ToldGames {
  private static final List<Phrasing> PHRASINGS =
      Phrasing.all().stream().filter(phrasing -> !phrasing.isCompact()).toList();
  private static final int RULES_AGAIN = 5;
  private static final int LOOK_UPS = 4;

  private final CorpusRecipe recipe;
  private final RandomGenerator random;

  ToldGames(CorpusRecipe recipe, RandomGenerator random) {
    this.recipe = recipe;
    this.random = random;
  }

  /** The rules, often told again in the same or another wording, and questions about them. */
  Document rules(List<String> words, Game game) {
    Telling telling = telling(words, false);
    Seat reader = reader(game);
    Draft draft = begin(telling, reader);
    if (random.nextDouble() < 0.75) {
      Telling again = random.nextBoolean() ? telling : telling(words, false);
      draft.wording("again:");
      for (int row = 0; row < RULES_AGAIN; row++) {
        draft.wording(" ").again(again.payoffs(reader, random.nextInt(2), random.nextInt(2)));
      }
      draft.line();
    }
    return ask(draft, telling.questions(reader, History.start(2)), 0.8, 0.6, 0.4).document();
  }

  /** Only the two rules in which both choose alike, and which of them is better. */
  Document alike(List<String> words, Game game) {
    Telling telling = telling(words, false);
    Seat reader = reader(game);
    int first = random.nextInt(2);
    Draft draft = new Draft(recipe.weights()).given(telling.payoffs(reader, first, first));
    draft.wording(" ").given(telling.payoffs(reader, 1 - first, 1 - first)).line();
    return new Drills(recipe.weights(), random).best(draft, words, game).document();
  }

  /** The rules and one question about the better choice: no answer before it gives it away. */
  Document choice(List<String> words, Game game) {
    Telling telling = telling(words, false);
    Seat reader = reader(game);
    Draft draft = begin(telling, reader);
    List<Question> best = of(telling.questions(reader, History.start(2)), Topic.BEST_RESPONSE);
    if (random.nextInt(4) == 0 && !best.isEmpty()) {
      return draft.question(best.get(random.nextInt(best.size()))).document();
    }
    return new Drills(recipe.weights(), random).best(draft, words, game).document();
  }

  Document game(List<String> words, Game game, Seed seed) {
    int rounds =
        recipe.minimumRounds()
            + random.nextInt(recipe.maximumRounds() - recipe.minimumRounds() + 1);
    Horizon horizon = horizon(rounds);
    Telling telling = telling(words, random.nextDouble() < recipe.pointsTold());
    Seat reader = new Seat(game, random.nextInt(2), horizon);
    History history =
        new Match(
                game,
                List.of(People.of(game, 0).draw(random), People.of(game, 1).draw(random)),
                horizon)
            .play(seed);
    Draft draft = new Draft(recipe.weights()).given(telling.rules(reader)).line();
    for (int round = 1; round <= history.rounds(); round++) {
      draft.round(telling.round(reader, round, history.profile(round))).line();
    }
    return ask(draft, telling.questions(reader, history), 0.3, 0.5, 0.1).document();
  }

  private Draft begin(Telling telling, Seat reader) {
    Draft draft = new Draft(recipe.weights());
    return draft
        .given(random.nextBoolean() ? telling.rules(reader) : telling.payoffs(reader))
        .line();
  }

  /**
   * Questions in an order by chance; look-ups are drawn with replacement, so that no answer can be
   * had by elimination.
   */
  private Draft ask(
      Draft draft, List<Question> questions, double lookUps, double better, double best) {
    List<Question> asked = new ArrayList<>();
    List<Question> own = of(questions, Topic.OWN_PAYOFF);
    List<Question> others = of(questions, Topic.OTHER_PAYOFF);
    for (int i = 0; i < LOOK_UPS; i++) {
      if (random.nextDouble() < lookUps) {
        List<Question> from = random.nextInt(5) == 0 ? others : own;
        asked.add(from.get(random.nextInt(from.size())));
      }
    }
    for (Question question : questions) {
      double chance =
          switch (question.topic()) {
            case OWN_PAYOFF, OTHER_PAYOFF -> 0;
            case BETTER_FOR_ALL -> better;
            case BEST_RESPONSE -> best;
            case LAST_OWN_ACTION, LAST_OTHER_ACTION, LAST_PAYOFF -> 0.6;
            case TOTAL_PAYOFF -> 0.2;
          };
      if (random.nextDouble() < chance) {
        asked.add(question);
      }
    }
    Shuffle.of(asked, random).forEach(draft::question);
    return draft;
  }

  private static List<Question> of(List<Question> questions, Topic topic) {
    return questions.stream().filter(question -> question.topic() == topic).toList();
  }

  private Telling telling(List<String> words, boolean tellsPoints) {
    return new Telling(
        PHRASINGS.get(random.nextInt(PHRASINGS.size())),
        words,
        Shuffle.indices(2, random),
        Shuffle.indices(4, random),
        tellsPoints);
  }

  private Seat reader(Game game) {
    return new Seat(game, random.nextInt(2), horizon(recipe.maximumRounds()));
  }

  private Horizon horizon(int rounds) {
    return random.nextBoolean() ? new Horizon.Known(rounds) : new Horizon.Unknown(rounds);
  }
}

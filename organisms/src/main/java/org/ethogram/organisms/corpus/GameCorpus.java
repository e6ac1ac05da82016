package org.ethogram.organisms.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.play.History;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Match;
import org.ethogram.games.play.Seat;
import org.ethogram.games.telling.Fragment;
import org.ethogram.games.telling.Phrasing;
import org.ethogram.games.telling.Question;
import org.ethogram.games.telling.Telling;
import org.ethogram.games.telling.Told;
import org.ethogram.training.language.Corpus;
import org.ethogram.training.language.Document;
import org.ethogram.training.language.Segment;

/**
 * Documents about repeated games between people of known temperaments.
 *
 * <p>A document tells the rules of a game with payoffs and words of its own, then mostly the rounds
 * of one match, then questions with their answers. Numbers and words that nothing foretells ask for
 * no prediction.
 */
public final class GameCorpus implements Corpus {
  private static final int PROFILES = 4;

  private final CorpusRecipe recipe;
  private final Seed seed;
  private final boolean heldOutWords;

  /**
   * @param heldOutWords whether the pairs of words are those that training never sees
   */
  public GameCorpus(CorpusRecipe recipe, Seed seed, boolean heldOutWords) {
    this.recipe = recipe;
    this.seed = seed;
    this.heldOutWords = heldOutWords;
  }

  @Override
  public Document document(long index) {
    Seed own = seed.derive("document", index);
    RandomGenerator random = own.generator();
    boolean played = random.nextDouble() < recipe.games();
    Telling telling = telling(random, played && random.nextDouble() < recipe.pointsTold());
    Game game = (played ? GameFamily.drawPlayed(random) : drilled(random)).draw(random);
    int rounds =
        recipe.minimumRounds()
            + random.nextInt(recipe.maximumRounds() - recipe.minimumRounds() + 1);
    Horizon horizon =
        random.nextBoolean() ? new Horizon.Known(rounds) : new Horizon.Unknown(rounds);
    Seat reader = new Seat(game, random.nextInt(2), horizon);

    List<Segment> segments = new ArrayList<>();
    addRules(segments, telling.rules(reader));
    History history = played ? play(game, horizon, random, own) : History.start(2);
    for (int round = 1; round <= history.rounds(); round++) {
      add(segments, "\n", recipe.wordingWeight());
      addRound(segments, telling.round(reader, round, history.profile(round)));
    }
    List<Question> questions = new ArrayList<>(telling.questions(reader, history));
    shuffle(questions, random);
    for (Question question : questions) {
      add(segments, "\n", recipe.wordingWeight());
      addQuestion(segments, question);
    }
    add(segments, "\n", recipe.wordingWeight());
    return new Document(segments);
  }

  private static GameFamily drilled(RandomGenerator random) {
    return random.nextDouble() < 0.7 ? GameFamily.ANY : GameFamily.drawPlayed(random);
  }

  private Telling telling(RandomGenerator random, boolean tellsPoints) {
    List<Phrasing> phrasings = Phrasing.all();
    List<Integer> mention = new ArrayList<>(List.of(0, 1));
    List<Integer> rules = new ArrayList<>(IntStream.range(0, PROFILES).boxed().toList());
    shuffle(mention, random);
    shuffle(rules, random);
    return new Telling(
        phrasings.get(random.nextInt(phrasings.size())),
        ActionWords.drawPair(random, heldOutWords),
        mention,
        rules,
        tellsPoints);
  }

  private static History play(Game game, Horizon horizon, RandomGenerator random, Seed seed) {
    return new Match(
            game,
            List.of(People.of(game, 0).draw(random), People.of(game, 1).draw(random)),
            horizon)
        .play(seed);
  }

  private void addRules(List<Segment> segments, Told told) {
    for (Fragment fragment : told.fragments()) {
      double weight =
          switch (fragment.part()) {
            case WORDING -> recipe.wordingWeight();
            case ROUNDS,
                ROUND,
                CHANCE,
                WORDS,
                OWN_ACTION,
                OTHER_ACTION,
                OWN_POINTS,
                OTHER_POINTS,
                ANSWER ->
                0;
          };
      add(segments, fragment.text(), weight);
    }
  }

  private void addRound(List<Segment> segments, Told told) {
    for (Fragment fragment : told.fragments()) {
      double weight =
          switch (fragment.part()) {
            case WORDING, ROUND, ROUNDS, CHANCE, WORDS -> recipe.wordingWeight();
            case OWN_ACTION, OTHER_ACTION -> recipe.actionWeight();
            case OWN_POINTS, OTHER_POINTS -> recipe.pointsWeight();
            case ANSWER -> recipe.answerWeight();
          };
      add(segments, fragment.text(), weight);
    }
  }

  private void addQuestion(List<Segment> segments, Question question) {
    addRules(segments, question.told());
    add(segments, " " + question.answer(), recipe.answerWeight());
    add(segments, ".", recipe.wordingWeight());
  }

  private static void add(List<Segment> segments, String text, double weight) {
    segments.add(new Segment(text, (float) weight));
  }

  /** Fisher-Yates. */
  private static <T> void shuffle(List<T> list, RandomGenerator random) {
    for (int i = list.size() - 1; i > 0; i--) {
      Collections.swap(list, i, random.nextInt(i + 1));
    }
  }
}

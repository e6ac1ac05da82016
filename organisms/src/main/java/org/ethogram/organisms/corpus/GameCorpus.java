package org.ethogram.organisms.corpus;

import java.util.List;
import java.util.random.RandomGenerator;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.training.language.Corpus;
import org.ethogram.training.language.Document;

/**
 * Documents about repeated games between people of known temperaments, and the drills from which
 * they are learnt to be read.
 */
public final class GameCorpus implements Corpus {
  private final CorpusRecipe recipe;
  private final Seed seed;
  private final boolean heldOutWords;

  private GameCorpus(CorpusRecipe recipe, Seed seed, boolean heldOutWords) {
    this.recipe = recipe;
    this.seed = seed;
    this.heldOutWords = heldOutWords;
  }

  /** What models are trained on: the whole curriculum, without the pairs of words held out. */
  public static GameCorpus training(CorpusRecipe recipe, Seed seed) {
    return new GameCorpus(recipe, seed, false);
  }

  /** Games with the pairs of words that training never sees. */
  public static GameCorpus heldOut(CorpusRecipe recipe, Seed seed) {
    return new GameCorpus(recipe.gamesOnly(), seed, true);
  }

  @Override
  public Document document(long index) {
    Seed own = seed.derive("document", index);
    RandomGenerator random = own.generator();
    Stage stage = recipe.stage(index);
    DocumentKind kind = stage.draw(random);
    List<String> words = ActionWords.drawPair(random, heldOutWords);
    ToldGames told = new ToldGames(recipe, stage, random);
    return switch (kind) {
      case FACTS -> new Facts(recipe.weights(), random).document(stage.again());
      case TABLE -> told.table(words, mostlyAnyTable(random));
      case ALIKE -> told.alike(words, anyTable(random));
      case GAME -> told.game(words, GameFamily.drawPlayed(random).draw(random), own);
    };
  }

  private static Game anyTable(RandomGenerator random) {
    return GameFamily.ANY.draw(random);
  }

  private static Game mostlyAnyTable(RandomGenerator random) {
    return random.nextDouble() < 0.6
        ? anyTable(random)
        : GameFamily.drawDilemma(random).draw(random);
  }
}

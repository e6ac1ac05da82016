package org.ethogram.organisms;

import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.organisms.corpus.CorpusRecipe;
import org.ethogram.organisms.corpus.GameCorpus;
import org.ethogram.training.language.Corpus;

/**
 * How a family of organisms is grown; with a seed it determines every weight.
 *
 * @param name such as {@code default}
 * @param members from small to large
 * @param architecture what all members have in common
 */
public record FamilyRecipe(
    String name,
    List<OrganismSize> members,
    GrowthSchedule schedule,
    Architecture architecture,
    CorpusRecipe corpus) {

  private static final List<FamilyRecipe> KNOWN = List.of(standard(), smoke());

  public FamilyRecipe {
    members = List.copyOf(members);
  }

  /** The recipe of that name: {@code default}, or {@code smoke}, which grows in seconds. */
  public static FamilyRecipe named(String name) {
    return KNOWN.stream()
        .filter(recipe -> recipe.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new EthogramException(
                    ErrorCode.CONFIGURATION,
                    "organisms: " + name,
                    "there is no family of that name",
                    "Use one of " + String.join(", ", names())));
  }

  /** Names that {@link #named} knows. */
  public static List<String> names() {
    return KNOWN.stream().map(FamilyRecipe::name).toList();
  }

  /** Names of the sizes, from small to large. */
  public List<String> sizes() {
    return members.stream().map(OrganismSize::name).toList();
  }

  /** Steps of which a checkpoint is kept, ascending from 0. */
  public List<Long> steps() {
    return schedule.revisions();
  }

  /** The documents that a family of this recipe and seed reads. */
  public Corpus corpusOf(Seed seed) {
    return GameCorpus.training(corpus, seed.derive("corpus"));
  }

  private static FamilyRecipe standard() {
    return new FamilyRecipe(
        "default",
        List.of(
            new OrganismSize("7k", 2, 16, 1, 3e-3),
            new OrganismSize("25k", 2, 32, 2, 3e-3),
            new OrganismSize("85k", 3, 48, 3, 3e-3),
            new OrganismSize("150k", 3, 64, 4, 3e-3)),
        new GrowthSchedule(6500, 1000, 30, 0.1, 0.01, 1, 500),
        Architecture.standard(),
        CorpusRecipe.standard());
  }

  private static FamilyRecipe smoke() {
    return new FamilyRecipe(
        "smoke",
        List.of(new OrganismSize("3k", 1, 16, 2, 8e-3), new OrganismSize("13k", 1, 32, 2, 8e-3)),
        new GrowthSchedule(24, 600, 4, 0.1, 0.01, 1, 8),
        Architecture.standard(),
        CorpusRecipe.standard().gamesOnly());
  }
}

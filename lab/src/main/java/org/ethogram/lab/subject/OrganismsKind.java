package org.ethogram.lab.subject;

import java.util.List;
import java.util.Optional;
import org.ethogram.lab.yaml.Section;
import org.ethogram.lab.yaml.Value;
import org.ethogram.organisms.FamilyRecipe;

/**
 * {@code - organisms: RECIPE}: models that the study itself grows.
 *
 * <p>Beside it may stand {@code sizes}, {@code steps}, {@code seeds} (one family each; the study's
 * seed where there are none) and {@code reference}, false to leave out the ideal reader of the
 * corpus.
 */
public final class OrganismsKind implements SubjectKind {
  private static final List<String> BESIDE = List.of("sizes", "steps", "seeds", "reference");

  @Override
  public String key() {
    return "organisms";
  }

  @Override
  public Optional<SubjectEntry> read(Value value, Section entry, Context context) {
    Optional<FamilyRecipe> named = value.choice(FamilyRecipe.names()).map(FamilyRecipe::named);
    if (named.isEmpty()) {
      BESIDE.forEach(entry::get);
      return Optional.empty();
    }
    FamilyRecipe recipe = named.get();
    List<String> sizes = entry.list("sizes", recipe.sizes(), item -> item.choice(recipe.sizes()));
    List<Long> steps = StepSelection.read(entry, recipe.steps());
    List<Long> seeds =
        entry.list(
            "seeds",
            List.of(context.seed().value()),
            item -> item.integer(Long.MIN_VALUE, Long.MAX_VALUE));
    boolean reference = entry.flag("reference", true);
    return Optional.of(new OrganismsEntry(recipe, sizes, steps, seeds, reference));
  }
}

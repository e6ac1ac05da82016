package org.ethogram.lab.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.core.StopSignal;
import org.ethogram.lab.store.Subject;
import org.ethogram.lab.store.SubjectLoss;
import org.ethogram.models.ModelIdentity;
import org.ethogram.organisms.FamilyRecipe;
import org.ethogram.organisms.OrganismCache;
import org.ethogram.organisms.OrganismCheckpoint;

/** Checkpoints of organisms: the sizes and steps that are measured, of one family for each seed. */
record OrganismsEntry(
    FamilyRecipe recipe, List<String> sizes, List<Long> steps, List<Long> seeds, boolean reference)
    implements SubjectEntry {
  /** The loss on documents of the corpus that no organism was trained on. */
  private static final String HELD_OUT = "held-out";

  @Override
  public List<ForeseenSubject> foresee(Workplace workplace) {
    var cache = new OrganismCache(workplace.cache());
    List<ForeseenSubject> subjects = new ArrayList<>();
    for (long seed : seeds) {
      cache
          .find(recipe, new Seed(seed))
          .ifPresentOrElse(
              grown ->
                  measured(grown)
                      .forEach(
                          organism ->
                              subjects.add(
                                  ForeseenSubject.ready(prepared(organism, seed, workplace)))),
              () -> labels(seed).forEach(label -> subjects.add(ForeseenSubject.toGrow(label))));
    }
    if (reference) {
      subjects.add(ForeseenSubject.ready(Reference.idealReader()));
    }
    return subjects;
  }

  @Override
  public List<PreparedSubject> prepare(Workplace workplace, Progress progress, StopSignal stop) {
    var cache = new OrganismCache(workplace.cache());
    List<PreparedSubject> subjects = new ArrayList<>();
    for (long seed : seeds) {
      for (OrganismCheckpoint organism :
          measured(cache.grow(recipe, new Seed(seed), progress, stop))) {
        subjects.add(prepared(organism, seed, workplace));
      }
    }
    if (reference) {
      subjects.add(Reference.idealReader());
    }
    return subjects;
  }

  private List<OrganismCheckpoint> measured(List<OrganismCheckpoint> grown) {
    return grown.stream()
        .filter(organism -> sizes.contains(organism.size()) && steps.contains(organism.step()))
        .toList();
  }

  private List<String> labels(long seed) {
    return sizes.stream()
        .flatMap(size -> steps.stream().map(step -> label(size, step, seed)))
        .toList();
  }

  private String label(String size, long step, long seed) {
    return seeds.size() == 1 ? size + "@step" + step : size + "@step" + step + " seed " + seed;
  }

  private PreparedSubject prepared(OrganismCheckpoint organism, long seed, Workplace workplace) {
    ModelIdentity found = workplace.folders().identify(organism.folder());
    var identity =
        new ModelIdentity(
            organism.family() + '-' + organism.size(),
            organism.revision(),
            found.architecture(),
            found.weightsHash(),
            found.tokenizerHash(),
            organism.scale());
    String label = label(organism.size(), organism.step(), seed);
    var subject = new Subject(label, organism.family(), organism.size(), false, identity);
    var loss = new SubjectLoss(label, HELD_OUT, organism.heldOutLoss(), OptionalLong.empty());
    return new PreparedSubject(
        subject, () -> workplace.folders().open(organism.folder()), List.of(loss));
  }
}

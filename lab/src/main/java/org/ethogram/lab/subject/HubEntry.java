package org.ethogram.lab.subject;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.ethogram.core.Progress;
import org.ethogram.core.StopSignal;
import org.ethogram.lab.store.Subject;
import org.ethogram.models.ModelIdentity;
import org.ethogram.models.ModelScale;
import org.ethogram.models.reference.ModelReference;
import org.ethogram.torch.hub.PublishedCheckpoint;
import org.ethogram.torch.hub.Snapshot;

/** Models of the Hugging Face hub: one, or the members of a suite. */
record HubEntry(List<ModelReference.Hub> references, Written written) implements SubjectEntry {
  /** What the study file says; what it leaves out is read from names and from the model. */
  record Written(
      Optional<String> label,
      Optional<String> family,
      Optional<String> size,
      OptionalLong parameters,
      OptionalLong tokens,
      OptionalLong tokensPerStep) {}

  @Override
  public List<ForeseenSubject> foresee(Workplace workplace) {
    return references.stream()
        .map(
            reference ->
                workplace
                    .hub()
                    .find(reference)
                    .map(found -> ForeseenSubject.ready(prepared(reference, found, workplace)))
                    .orElseGet(() -> ForeseenSubject.toFetch(label(reference))))
        .toList();
  }

  @Override
  public List<PreparedSubject> prepare(Workplace workplace, Progress progress, StopSignal stop) {
    List<Snapshot> fetched =
        references.stream()
            .map(reference -> workplace.hub().fetch(reference, progress, stop))
            .toList();
    return IntStream.range(0, references.size())
        .mapToObj(i -> prepared(references.get(i), fetched.get(i), workplace))
        .toList();
  }

  private PreparedSubject prepared(
      ModelReference.Hub reference, Snapshot snapshot, Workplace workplace) {
    ModelIdentity found = workplace.folders().identify(snapshot.folder());
    SuiteName name = SuiteName.of(reference.repository());
    var identity =
        new ModelIdentity(
            reference.repository(),
            reference.revision(),
            found.architecture(),
            found.weightsHash(),
            found.tokenizerHash(),
            scale(reference, found.scale()));
    var subject =
        new Subject(
            label(reference),
            written.family().orElse(name.family()),
            written.size().orElse(name.size()),
            false,
            identity);
    return new PreparedSubject(
        subject, () -> workplace.folders().open(snapshot.folder()), List.of());
  }

  private String label(ModelReference.Hub reference) {
    String repository = reference.repository();
    String name = written.label().orElse(repository.substring(repository.indexOf('/') + 1));
    return reference.revision().equals(ModelReference.Hub.MAIN)
        ? name
        : name + '@' + reference.revision();
  }

  private ModelScale scale(ModelReference.Hub reference, ModelScale found) {
    var published = PublishedCheckpoint.of(reference.repository(), reference.revision());
    var checkpoint =
        new PublishedCheckpoint(
            published.steps(), first(written.tokensPerStep(), published.tokensPerStep()));
    return new ModelScale(
        first(written.parameters(), found.parameters()),
        first(written.tokens(), checkpoint.tokens()),
        checkpoint.steps(),
        found.feedbackSteps());
  }

  private static OptionalLong first(OptionalLong preferred, OptionalLong otherwise) {
    return preferred.isPresent() ? preferred : otherwise;
  }
}

package org.ethogram.lab.subject;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ethogram.lab.yaml.Section;
import org.ethogram.lab.yaml.Value;
import org.ethogram.models.reference.BraceExpansion;
import org.ethogram.models.reference.ModelReference;

/**
 * {@code - hub: "EleutherAI/pythia-{70m,160m}-deduped@step{1000,143000}"}: models of the Hugging
 * Face hub, fetched where its cache does not have them.
 *
 * <p>Beside it may stand {@code label}, {@code family}, {@code size}, {@code parameters}
 * (non-embedding), {@code tokens} (seen in training) and {@code tokens-per-step}, as far as they
 * are the same for all that the braces stand for.
 */
public final class HubKind implements SubjectKind {
  @Override
  public String key() {
    return "hub";
  }

  @Override
  public Optional<SubjectEntry> read(Value value, Section entry, Context context) {
    List<ModelReference.Hub> references =
        value
            .named(text -> BraceExpansion.expand(text).stream().map(ModelReference::hub).toList())
            .orElse(List.of());
    var written =
        new HubEntry.Written(
            text(entry, "label"),
            text(entry, "family"),
            text(entry, "size"),
            count(entry, "parameters"),
            count(entry, "tokens"),
            count(entry, "tokens-per-step"));
    if (references.stream().map(ModelReference.Hub::repository).distinct().count() > 1) {
      List.of("label", "size", "parameters")
          .forEach(key -> refuse(entry, key, "is one for models of several repositories"));
    }
    if (references.size() > 1) {
      refuse(entry, "tokens", "is one number for several checkpoints: give tokens-per-step");
    }
    return references.isEmpty() ? Optional.empty() : Optional.of(new HubEntry(references, written));
  }

  private static void refuse(Section entry, String key, String problem) {
    entry.get(key).ifPresent(value -> value.problem(problem));
  }

  private static Optional<String> text(Section entry, String key) {
    return entry.get(key).flatMap(Value::text);
  }

  private static OptionalLong count(Section entry, String key) {
    return entry.get(key).flatMap(value -> value.integer(0, Long.MAX_VALUE)).stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }
}

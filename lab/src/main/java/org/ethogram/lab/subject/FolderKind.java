package org.ethogram.lab.subject;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import org.ethogram.lab.yaml.Section;
import org.ethogram.lab.yaml.Value;

/**
 * {@code - folder: DIR}: a Hugging Face folder, or a folder of its revisions {@code DIR/stepN}.
 *
 * <p>Beside it may stand {@code label}, {@code family}, {@code size}, {@code parameters}
 * (non-embedding), {@code tokens} (seen in training), {@code tokens-per-step}, {@code steps} and
 * {@code adapter}: a LoRA adapter for the model, or a folder of an adapter's revisions.
 */
public final class FolderKind implements SubjectKind {
  @Override
  public String key() {
    return "folder";
  }

  @Override
  public Optional<SubjectEntry> read(Value value, Section entry, Context context) {
    Optional<Path> folder = value.text().map(text -> context.folder().resolve(text).normalize());
    Optional<Path> named =
        entry.get("adapter").flatMap(Value::text).map(context.folder()::resolve).or(() -> folder);
    String label = entry.text("label", named.map(FolderKind::name).orElse(""));
    var facts =
        new FolderEntry.Facts(
            label,
            entry.text("family", label),
            entry.text("size", label),
            count(entry, "parameters"),
            count(entry, "tokens"),
            count(entry, "tokens-per-step"));
    Optional<Value> steps = entry.get("steps");
    Optional<Value> adapter = entry.get("adapter");
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    if (!Files.isDirectory(folder.get())) {
      value.problem("is no folder: " + folder.get());
      return Optional.empty();
    }
    SortedMap<Long, Path> revisions = FolderEntry.revisions(folder.get());
    if (adapter.isPresent()) {
      if (!revisions.isEmpty()) {
        value.problem("has step folders: an adapter needs one model to stand on");
        return Optional.empty();
      }
      return adapters(folder.get(), adapter.get(), entry, context, facts);
    }
    if (revisions.isEmpty()) {
      steps.ifPresent(written -> written.problem("is given, but the folder has no step folders"));
      return Optional.of(FolderEntry.single(folder.get(), Optional.empty(), facts));
    }
    revisions.keySet().retainAll(StepSelection.read(entry, revisions.keySet()));
    return Optional.of(FolderEntry.ofRevisions(revisions, facts));
  }

  private static Optional<SubjectEntry> adapters(
      Path base, Value value, Section entry, Context context, FolderEntry.Facts facts) {
    Optional<Path> adapter = value.text().map(text -> context.folder().resolve(text).normalize());
    if (adapter.isEmpty()) {
      return Optional.empty();
    }
    if (!Files.isDirectory(adapter.get())) {
      value.problem("is no folder: " + adapter.get());
      return Optional.empty();
    }
    SortedMap<Long, Path> revisions = FolderEntry.adapterRevisions(adapter.get());
    if (revisions.isEmpty()) {
      entry
          .get("steps")
          .ifPresent(written -> written.problem("is given, but the adapter has no step folders"));
      return Optional.of(FolderEntry.single(base, adapter, facts));
    }
    revisions.keySet().retainAll(StepSelection.read(entry, revisions.keySet()));
    return Optional.of(FolderEntry.ofAdapters(base, revisions, facts));
  }

  private static String name(Path folder) {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }

  private static OptionalLong count(Section entry, String key) {
    return entry.get(key).flatMap(value -> value.integer(0, Long.MAX_VALUE)).stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }
}

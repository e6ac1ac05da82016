package org.ethogram.lab.subject;

import java.nio.file.Path;
import java.util.Optional;
import org.ethogram.core.Seed;
import org.ethogram.lab.yaml.Section;
import org.ethogram.lab.yaml.Value;

/** A kind of entry under {@code subjects:} in a study file. */
public interface SubjectKind {
  /** The key that tells the kind, such as {@code folder}. */
  String key();

  /**
   * Reads an entry.
   *
   * @param value what stands at the kind's own key
   * @param entry the whole entry, for the keys beside it; the caller finishes it
   * @return nothing where the entry cannot be read, which is then noted
   */
  Optional<SubjectEntry> read(Value value, Section entry, Context context);

  /**
   * What an entry may depend on outside itself.
   *
   * @param folder of the study file; paths in it are relative to this
   * @param seed of the study
   */
  record Context(Path folder, Seed seed) {}
}

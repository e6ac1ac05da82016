package org.ethogram.lab.recipe;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ethogram.lab.yaml.Section;
import org.ethogram.lab.yaml.Value;

/** Reads {@code train}. */
final class TrainedReader {
  private static final int HIGHEST_RANK = 1 << 16;
  private static final String ALL_LINEAR = "all-linear";

  private TrainedReader() {}

  static Trained read(Section root, RecipePaths paths) {
    Optional<Value> written = root.get("train");
    if (written.isEmpty() || !written.get().isMapping()) {
      written.ifPresent(
          value -> {
            if (!value.text().orElse("").equals("all")) {
              value.problem("must be all, or adapter: {rank: 8}");
            }
          });
      return new Trained.Everything();
    }
    Section section = root.section("train");
    Optional<Value> adapter = section.require("adapter", "adapter: {rank: 8}");
    Trained trained =
        adapter.<Trained>flatMap(value -> adapter(value, paths)).orElse(new Trained.Everything());
    section.finish();
    return trained;
  }

  private static Optional<Trained> adapter(Value value, RecipePaths paths) {
    if (!value.isMapping() && !value.isNull()) {
      Optional<Path> folder = paths.folder(value);
      return folder.map(Trained.GivenAdapter::new);
    }
    return value.section().map(TrainedReader::adapter);
  }

  private static Trained adapter(Section section) {
    int rank = section.integer("rank", 8, 1, HIGHEST_RANK);
    double alpha = section.number("alpha", 2.0 * rank, 1e-6, 1e6);
    boolean rankStabilised = section.flag("rank-stabilised", false);
    List<String> targets = section.list("targets", List.of(ALL_LINEAR), Value::text);
    section.finish();
    return new Trained.NewAdapter(
        rank, alpha, targets.equals(List.of(ALL_LINEAR)) ? List.of() : targets, rankStabilised);
  }
}

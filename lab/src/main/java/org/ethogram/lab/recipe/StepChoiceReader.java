package org.ethogram.lab.recipe;

import java.util.List;
import java.util.Optional;
import org.ethogram.lab.yaml.Section;
import org.ethogram.lab.yaml.Value;

/** Reads a choice of steps: {@code log-spaced}, {@code last}, a list, or {@code every: 100}. */
final class StepChoiceReader {
  private StepChoiceReader() {}

  static Optional<StepChoice> read(Value value) {
    if (value.isMapping()) {
      return value.section().flatMap(StepChoiceReader::every);
    }
    if (value.isList()) {
      List<Long> steps =
          value.items().stream()
              .map(item -> item.integer(0, Long.MAX_VALUE))
              .flatMap(Optional::stream)
              .sorted()
              .distinct()
              .toList();
      return Optional.of(new StepChoice.Listed(steps));
    }
    Optional<String> word = value.text();
    if (word.isEmpty()) {
      return Optional.empty();
    }
    return switch (word.get()) {
      case "log-spaced" -> Optional.of(new StepChoice.LogSpaced());
      case "last" -> Optional.of(new StepChoice.Listed(List.of()));
      default -> {
        value.problem(
            "is '"
                + word.get()
                + "': expected log-spaced, last, every: 100 or a list of steps such as [0, 10]");
        yield Optional.empty();
      }
    };
  }

  private static Optional<StepChoice> every(Section section) {
    Optional<Long> interval =
        section.require("every", "every: 100").flatMap(value -> value.integer(1, Long.MAX_VALUE));
    section.finish();
    return interval.map(StepChoice.Every::new);
  }
}

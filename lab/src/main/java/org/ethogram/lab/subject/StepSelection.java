package org.ethogram.lab.subject;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ethogram.lab.yaml.Section;
import org.ethogram.lab.yaml.Value;

/** Which checkpoints of a training run are measured. */
final class StepSelection {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,15})\\.\\.(\\d{1,15})");

  private StepSelection() {}

  /**
   * Reads the key {@code steps}: {@code all}, {@code last}, a range such as {@code 64..512}, or a
   * list.
   *
   * @return the selected ones, ascending; all of them where the key is absent or wrong
   */
  static List<Long> read(Section entry, Collection<Long> available) {
    Optional<Value> written = entry.get("steps");
    if (written.isEmpty()) {
      return where(available, step -> true);
    }
    Value value = written.get();
    String word = value.isList() ? "" : value.text().orElse("");
    Matcher range = RANGE.matcher(word);
    List<Long> selected;
    if (word.equals("all")) {
      selected = where(available, step -> true);
    } else if (word.equals("last")) {
      selected = available.stream().max(Long::compare).stream().toList();
    } else if (range.matches()) {
      long least = Long.parseLong(range.group(1));
      long most = Long.parseLong(range.group(2));
      selected = where(available, step -> step >= least && step <= most);
      if (selected.isEmpty()) {
        value.problem("selects no checkpoint; there are " + shown(available));
      }
    } else if (value.isList() || word.matches("\\d+")) {
      List<Long> listed =
          entry.list("steps", List.<Long>of(), item -> availableStep(item, available));
      selected = where(available, listed::contains);
    } else {
      value.problem(
          "is '" + word + "': expected all, last, a range such as 64..512, or a list of steps");
      selected = List.of();
    }
    return selected.isEmpty() ? where(available, step -> true) : selected;
  }

  private static List<Long> where(Collection<Long> available, LongPredicate selected) {
    return available.stream().filter(selected::test).sorted().toList();
  }

  private static Optional<Long> availableStep(Value value, Collection<Long> available) {
    Optional<Long> step = value.integer(0, Long.MAX_VALUE);
    if (step.isPresent() && !available.contains(step.get())) {
      value.problem("is no checkpoint; there are " + shown(available));
      return Optional.empty();
    }
    return step;
  }

  private static String shown(Collection<Long> available) {
    return available.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
  }
}

package org.ethogram.report.findings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ethogram.lab.store.Subject;

/** All estimates of a study, found by what they are of. */
public final class Rates {
  private final Map<RateKey, RateFinding> byKey = new LinkedHashMap<>();

  Rates(List<RateFinding> findings) {
    findings.forEach(
        finding ->
            byKey.put(
                new RateKey(
                    finding.subject().label(),
                    finding.measure().name(),
                    finding.slice(),
                    finding.reading()),
                finding));
  }

  /** Subjects in the order of the study, measures in that of the catalogue. */
  public List<RateFinding> all() {
    return List.copyOf(byKey.values());
  }

  public Optional<RateFinding> of(Subject subject, String measure, Slice slice, Reading reading) {
    return Optional.ofNullable(byKey.get(new RateKey(subject.label(), measure, slice, reading)));
  }

  /** Over all games and conditions, from all episodes. */
  public Optional<RateFinding> of(Subject subject, String measure) {
    return of(subject, measure, Slice.ALL, Reading.ALL_EPISODES);
  }

  /** What the measure was taken on, in the order of names. */
  public List<Slice> slices(String measure) {
    return named(measure)
        .map(RateFinding::slice)
        .distinct()
        .sorted(
            (one, other) ->
                (one.game() + ' ' + one.conditionText())
                    .compareTo(other.game() + ' ' + other.conditionText()))
        .toList();
  }

  public boolean holds(String measure) {
    return named(measure).findAny().isPresent();
  }

  private Stream<RateFinding> named(String measure) {
    return byKey.values().stream().filter(finding -> finding.measure().name().equals(measure));
  }
}

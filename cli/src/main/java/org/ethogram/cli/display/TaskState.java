package org.ethogram.cli.display;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How far one task is; the figures that every display shows. */
final class TaskState {
  private final String name;
  private final long total;
  private final String unit;
  private final Instant started;
  private long done;
  private long doneAtStart = -1;
  private Map<String, String> metrics = Map.of();

  TaskState(String name, long total, String unit, Instant started) {
    this.name = name;
    this.total = total;
    this.unit = unit;
    this.started = started;
  }

  /** What a resumed task had done before is no part of its speed. */
  synchronized void update(long nowDone, Map<String, String> nowMetrics) {
    if (doneAtStart < 0) {
      doneAtStart = nowDone;
    }
    done = nowDone;
    metrics = nowMetrics;
  }

  String name() {
    return name;
  }

  synchronized long done() {
    return done;
  }

  long total() {
    return total;
  }

  String unit() {
    return unit;
  }

  synchronized Map<String, String> metrics() {
    return metrics;
  }

  synchronized double fraction() {
    return total == 0 ? 1 : Math.min(1, (double) done / total);
  }

  synchronized String line(Instant now) {
    String measured =
        metrics.entrySet().stream()
            .map(metric -> metric.getKey() + ' ' + metric.getValue())
            .collect(Collectors.joining("  "));
    return String.format(
        Locale.ROOT,
        "%3.0f%%  %s  %,d/%,d %s  %s%s",
        100 * fraction(),
        name,
        done,
        total,
        unit,
        measured.isEmpty() ? "" : measured + "  ",
        remaining(now));
  }

  private String remaining(Instant now) {
    double seconds = Duration.between(started, now).toMillis() / 1000.0;
    long doneHere = done - Math.max(0, doneAtStart);
    if (done >= total) {
      return "in " + readable(seconds);
    }
    if (doneHere <= 0 || seconds < 1) {
      return "";
    }
    return "ETA " + readable(seconds * (total - done) / doneHere);
  }

  private static String readable(double seconds) {
    long whole = Math.round(seconds);
    return whole < 60
        ? whole + " s"
        : String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60);
  }
}

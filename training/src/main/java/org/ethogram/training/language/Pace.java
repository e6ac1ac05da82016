package org.ethogram.training.language;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.ethogram.core.Progress;
import org.ethogram.training.checkpoints.TrainingPoint;

/** Tells a display how fast training goes and where the loss stands, a few times a second. */
final class Pace {
  private static final long INTERVAL = 250_000_000;
  private static final double NANOSECONDS = 1e9;
  private static final double MEMORY = 0.98;

  private final Progress.Task progress;
  private final long started = System.nanoTime();
  private long tokens;
  private long read;
  private long reported = started;
  private double smoothedLoss = Double.NaN;

  Pace(Progress.Task progress, TrainingPoint from) {
    this.progress = progress;
    this.read = from.tokens();
  }

  void add(TrainingPoint point, double loss) {
    tokens += point.tokens() - read;
    read = point.tokens();
    smoothedLoss = Double.isNaN(smoothedLoss) ? loss : MEMORY * smoothedLoss + (1 - MEMORY) * loss;
    long now = System.nanoTime();
    if (now - reported < INTERVAL) {
      return;
    }
    reported = now;
    Map<String, String> metrics = new LinkedHashMap<>();
    metrics.put("loss", String.format(Locale.ROOT, "%.3f", smoothedLoss));
    metrics.put(
        "tokens/s", String.format(Locale.ROOT, "%.0f", tokens * NANOSECONDS / (now - started)));
    progress.report(point.step(), metrics);
  }
}

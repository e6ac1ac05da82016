package org.ethogram.cli.display;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.ethogram.core.Progress;

/** A line when a task begins, every ten seconds while it runs, and when it ends. */
final class PlainDisplay implements Progress {
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final PrintWriter writer;
  private final Clock clock;

  PlainDisplay(PrintWriter writer, Clock clock) {
    this.writer = writer;
    this.clock = clock;
  }

  @Override
  public Task begin(String name, long total, String unit) {
    return new PlainTask(new TaskState(name, total, unit, clock.instant()));
  }

  private final class PlainTask implements Task {
    private final TaskState state;
    private Instant lastPrinted = clock.instant();

    PlainTask(TaskState state) {
      this.state = state;
    }

    @Override
    public void report(long done, Map<String, String> metrics) {
      state.update(done, metrics);
      synchronized (PlainDisplay.this) {
        Instant now = clock.instant();
        if (Duration.between(lastPrinted, now).compareTo(INTERVAL) >= 0) {
          lastPrinted = now;
          print(now);
        }
      }
    }

    @Override
    public void close() {
      synchronized (PlainDisplay.this) {
        print(clock.instant());
      }
    }

    private void print(Instant now) {
      writer.println(state.line(now));
      writer.flush();
    }
  }
}

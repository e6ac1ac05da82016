package org.ethogram.cli.display;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ethogram.core.Progress;

/** One bar a running task, redrawn in place; finished tasks stay above as plain lines. */
final class RichDisplay implements Progress {
  private static final Duration INTERVAL = Duration.ofMillis(200);
  private static final int BAR_WIDTH = 24;
  private static final String ERASE_LINE = "\u001b[2K";
  private static final String ONE_LINE_UP = "\u001b[1A";

  private final PrintWriter writer;
  private final Clock clock;
  private final List<TaskState> running = new ArrayList<>();
  private int drawn;
  private Instant lastDrawn = Instant.EPOCH;

  RichDisplay(PrintWriter writer, Clock clock) {
    this.writer = writer;
    this.clock = clock;
  }

  @Override
  public synchronized Task begin(String name, long total, String unit) {
    TaskState state = new TaskState(name, total, unit, clock.instant());
    running.add(state);
    draw();
    return new RichTask(state);
  }

  private void draw() {
    erase();
    lastDrawn = clock.instant();
    for (TaskState state : running) {
      int filled = (int) Math.round(state.fraction() * BAR_WIDTH);
      writer.println(
          "━".repeat(filled) + "┄".repeat(BAR_WIDTH - filled) + ' ' + state.line(lastDrawn));
    }
    drawn = running.size();
    writer.flush();
  }

  private void erase() {
    writer.print((ONE_LINE_UP + ERASE_LINE).repeat(drawn) + '\r');
    drawn = 0;
  }

  private final class RichTask implements Task {
    private final TaskState state;

    RichTask(TaskState state) {
      this.state = state;
    }

    @Override
    public void report(long done, Map<String, String> metrics) {
      state.update(done, metrics);
      synchronized (RichDisplay.this) {
        if (Duration.between(lastDrawn, clock.instant()).compareTo(INTERVAL) >= 0) {
          draw();
        }
      }
    }

    @Override
    public void close() {
      synchronized (RichDisplay.this) {
        erase();
        running.remove(state);
        writer.println(state.line(clock.instant()));
        draw();
      }
    }
  }
}

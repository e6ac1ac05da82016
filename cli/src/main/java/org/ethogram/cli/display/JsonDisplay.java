package org.ethogram.cli.display;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ethogram.core.Progress;
import tools.jackson.databind.json.JsonMapper;

/** A JSON line an event: a task begins, is so far, ends. */
final class JsonDisplay implements Progress {
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PrintWriter writer;
  private final Clock clock;

  JsonDisplay(PrintWriter writer, Clock clock) {
    this.writer = writer;
    this.clock = clock;
  }

  @Override
  public Task begin(String name, long total, String unit) {
    TaskState state = new TaskState(name, total, unit, clock.instant());
    print("begin", state);
    return new JsonTask(state);
  }

  private synchronized void print(String event, TaskState state) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("event", event);
    line.put("task", state.name());
    line.put("done", state.done());
    line.put("total", state.total());
    line.put("unit", state.unit());
    line.put("metrics", state.metrics());
    writer.println(JSON.writeValueAsString(line));
    writer.flush();
  }

  private final class JsonTask implements Task {
    private final TaskState state;
    private Instant lastPrinted = clock.instant();

    JsonTask(TaskState state) {
      this.state = state;
    }

    @Override
    public void report(long done, Map<String, String> metrics) {
      state.update(done, metrics);
      synchronized (JsonDisplay.this) {
        Instant now = clock.instant();
        if (Duration.between(lastPrinted, now).compareTo(INTERVAL) >= 0) {
          lastPrinted = now;
          print("progress", state);
        }
      }
    }

    @Override
    public void close() {
      print("end", state);
    }
  }
}

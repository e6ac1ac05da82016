package org.ethogram.cli.games;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ethogram.core.Progress;
import org.ethogram.games.formats.MatchLines;
import org.ethogram.games.formats.MatchLines.Answer;

/**
 * Plays the matches of many lines on all cores and answers in their order, with a bounded number
 * under way.
 *
 * <p>Line n of the answers belongs to line n of the input. A blank line is answered by an error,
 * unless nothing but blank lines follows. Where the input pauses, everything asked so far is
 * answered first, so that a program can ask line by line.
 */
final class MatchBatch {
  private static final int UNDER_WAY_PER_CORE = 16;
  private static final int ANSWERS_BETWEEN_CHECKS = 256;

  private final String source;
  private final ByteLines lines;
  private final PrintWriter output;
  private final Progress.Task task;
  private final int cores = Runtime.getRuntime().availableProcessors();
  private final int mostUnderWay = UNDER_WAY_PER_CORE * cores;
  private final MatchLines matches = new MatchLines();
  private final Queue<Future<Answer>> underWay = new ArrayDeque<>();
  private long answered;
  private long failed;
  private long firstFailure;

  /**
   * @param source of the lines, for messages: a file's name
   */
  MatchBatch(String source, ByteLines lines, PrintWriter output, Progress.Task task) {
    this.source = source;
    this.lines = lines;
    this.output = output;
    this.task = task;
  }

  /** Plays all lines. */
  void play() throws IOException {
    try (ExecutorService workers = Executors.newFixedThreadPool(cores)) {
      long blank = 0;
      for (Optional<ByteLines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
        ByteLines.Line line = next.orElseThrow();
        if (line.isBlank()) {
          blank++;
          continue;
        }
        for (; blank > 0; blank--) {
          String place = source + ":" + (line.number() - blank);
          ask(workers, () -> Answer.error(place + ": the line is blank"));
        }
        ask(workers, () -> answer(line));
        if (lines.wouldWait()) {
          writeAll();
        }
      }
      writeAll();
    }
  }

  long answered() {
    return answered;
  }

  long failed() {
    return failed;
  }

  /** The number of the first line that could not be played; 0 where all could. */
  long firstFailure() {
    return firstFailure;
  }

  private Answer answer(ByteLines.Line line) {
    String place = source + ":" + line.number();
    return line.problem().isEmpty()
        ? matches.answer(place, line.text())
        : Answer.error(place + ": " + line.problem());
  }

  private void ask(ExecutorService workers, Callable<Answer> question) throws IOException {
    if (underWay.size() >= mostUnderWay) {
      writeNext();
    }
    underWay.add(workers.submit(question));
  }

  private void writeAll() throws IOException {
    while (!underWay.isEmpty()) {
      writeNext();
    }
    requireReader();
  }

  /** A print writer keeps silent about a closed pipe or a full disk. */
  private void requireReader() throws IOException {
    if (output.checkError()) {
      throw new IOException("the answers can no longer be written");
    }
  }

  private void writeNext() throws IOException {
    Answer answer = finished(underWay.remove());
    answered++;
    if (answer.failed()) {
      failed++;
      firstFailure = firstFailure == 0 ? answered : firstFailure;
    }
    output.write(answer.json());
    output.write('\n');
    if (answered % ANSWERS_BETWEEN_CHECKS == 0) {
      requireReader();
    }
    task.report(lines.taken(), Map.of());
  }

  private static Answer finished(Future<Answer> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}

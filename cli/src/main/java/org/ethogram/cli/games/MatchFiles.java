package org.ethogram.cli.games;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.ethogram.cli.display.DisplayMode;
import org.ethogram.cli.display.Displays;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** A batch of matches from a file or standard input to a file or standard output. */
record MatchFiles(String source, @Nullable String target, CommandLine commandLine) {
  private static final String STANDARD_INPUT = "-";
  private static final int SOME_FAILED = 1;

  /** The exit code: 1 where lines could not be played. */
  int play() {
    MatchBatch batch = source.equals(STANDARD_INPUT) ? playStandardInput() : playFile();
    if (batch.answered() == 0) {
      throw failure(ErrorCode.INVALID_DATA, source, "no line with a match", "Write one a line");
    }
    PrintWriter errors = commandLine.getErr();
    if (batch.failed() > 0) {
      errors.printf(
          "%,d of %,d lines could not be played, the first at %s:%d.%n",
          batch.failed(), batch.answered(), name(), batch.firstFailure());
    } else if (target != null) {
      errors.printf("%,d matches written to %s.%n", batch.answered(), target);
    }
    errors.flush();
    return batch.failed() > 0 ? SOME_FAILED : 0;
  }

  private MatchBatch playStandardInput() {
    try {
      return play(System.in, Progress.NONE, 0);
    } catch (IOException e) {
      throw failure(ErrorCode.FILE_ACCESS, name(), String.valueOf(e.getMessage()), "Try again");
    }
  }

  private MatchBatch playFile() {
    Path file = Path.of(source);
    if (Files.isDirectory(file)) {
      throw failure(ErrorCode.FILE_ACCESS, source, "this is a folder", "Name a file of JSON lines");
    }
    Progress progress =
        target == null
            ? Progress.NONE
            : Displays.of(DisplayMode.preferred(), commandLine.getOut(), commandLine.getErr());
    try (InputStream stream = Files.newInputStream(file)) {
      return play(stream, progress, Files.size(file));
    } catch (NoSuchFileException e) {
      throw failure(ErrorCode.FILE_ACCESS, source, "there is no such file", "Check its name");
    } catch (IOException e) {
      throw failure(
          ErrorCode.FILE_ACCESS, source, String.valueOf(e.getMessage()), "Check its rights");
    }
  }

  private MatchBatch play(InputStream stream, Progress progress, long bytes) throws IOException {
    if (target == null) {
      return play(stream, commandLine.getOut(), Progress.NONE, bytes);
    }
    try (PrintWriter answers = answers(Path.of(target))) {
      return play(stream, answers, progress, bytes);
    }
  }

  private MatchBatch play(InputStream stream, PrintWriter answers, Progress progress, long bytes)
      throws IOException {
    try (Progress.Task task = progress.begin("play " + name(), bytes, "bytes")) {
      MatchBatch batch = new MatchBatch(name(), new ByteLines(stream), answers, task);
      batch.play();
      return batch;
    }
  }

  private PrintWriter answers(Path file) throws IOException {
    if (Files.exists(file)
        && Files.exists(Path.of(source))
        && Files.isSameFile(file, Path.of(source))) {
      throw failure(
          ErrorCode.FILE_ACCESS, file.toString(), "answers over the matches", "Name another file");
    }
    try {
      return new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw failure(
          ErrorCode.FILE_ACCESS,
          file.toString(),
          "answers cannot be written there",
          "Name a file in a folder that is there");
    }
  }

  private String name() {
    return source.equals(STANDARD_INPUT) ? "standard input" : source;
  }

  private static EthogramException failure(
      ErrorCode code, String place, String problem, String remedy) {
    return new EthogramException(code, place, problem, remedy);
  }
}

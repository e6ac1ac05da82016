package org.ethogram.cli;

import java.io.PrintWriter;
import org.ethogram.core.EthogramException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns a failure into a message that can be acted on, and an exit code. */
final class Failures implements IExecutionExceptionHandler {
  private static final int DEFECT = 1;

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine commandLine, @Nullable ParseResult parsed) {
    PrintWriter errors = commandLine.getErr();
    boolean traced = System.getenv("ETHOGRAM_TRACE") != null;
    if (traced) {
      exception.printStackTrace(errors);
    }
    if (exception instanceof EthogramException failure) {
      return tell(failure, errors);
    }
    errors.println("ethogram: a defect in Ethogram itself: " + exception);
    if (!traced) {
      errors.println("  Please report it; ETHOGRAM_TRACE=1 shows where it happened.");
    }
    return DEFECT;
  }

  /** Prints a failure, and returns its exit code. */
  static int tell(EthogramException failure, PrintWriter errors) {
    errors.println("ethogram: " + failure.place() + ": " + failure.problem());
    errors.println("  " + failure.remedy() + ". [" + failure.code().label() + "]");
    return failure.code().exitCode();
  }
}

package org.ethogram.cli.doctor;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ethogram.core.CacheFolder;
import org.ethogram.core.ErrorCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ethogram doctor}. */
@Command(
    name = "doctor",
    description = "Says what this machine has, what is missing, and the remedy.",
    mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification
  public DoctorCommand() {}

  @Override
  public Integer call() {
    List<Finding> findings = new Examination(System.getenv(), CacheFolder.path()).findings();
    PrintWriter output = specification.commandLine().getOut();
    for (Finding finding : findings) {
      output.printf(
          Locale.ROOT,
          "%-8s %-14s %s%n",
          word(finding.state()),
          finding.subject(),
          finding.found());
      if (!finding.remedy().isEmpty()) {
        output.printf(Locale.ROOT, "%-8s %-14s -> %s%n", "", "", finding.remedy());
      }
    }
    output.flush();
    boolean missing =
        findings.stream().anyMatch(finding -> finding.state() == Finding.State.MISSING);
    return missing ? ErrorCode.ENVIRONMENT.exitCode() : 0;
  }

  private static String word(Finding.State state) {
    return switch (state) {
      case PRESENT -> "ok";
      case LIMITED -> "limited";
      case MISSING -> "MISSING";
    };
  }
}

package org.ethogram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandLineTest {
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  private int execute(String... arguments) {
    CommandLine commandLine = Ethogram.commandLine();
    commandLine.setOut(new PrintWriter(output, true));
    commandLine.setErr(new PrintWriter(errors, true));
    return commandLine.execute(arguments);
  }

  @Test
  void doctorSaysWhatThisMachineHas() {
    assertThat(execute("doctor")).isZero();
    assertThat(output.toString())
        .contains("Java", "threads", "memory", "cache folder", "hub", "network")
        .doesNotContain("MISSING");
  }

  @Test
  void anUnknownCommandIsAUsageErrorWithASuggestion() {
    assertThat(execute("docter")).isEqualTo(2);
    assertThat(errors.toString()).contains("docter").contains("doctor");
  }

  @Test
  void noCommandShowsWhatThereIs() {
    assertThat(execute()).isEqualTo(2);
    assertThat(errors.toString()).contains("A command is needed").contains("doctor");
  }
}

package org.ethogram.cli.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SamplingOptionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--temperature=-1 | at least 0",
        "--temperature=NaN | at least 0",
        "--temperature=Infinity | at least 0",
        "--top-k=0 | at least 1",
        "--top-k=2.5 | not an int",
        "--top-p=0 | lie in (0, 1]",
        "--top-p=1.1 | lie in (0, 1]",
        "--min-p=-0.1 | lie in [0, 1]",
        "--min-p=NaN | lie in [0, 1]",
        "--repetition-penalty=0 | above 0",
        "--repetition-penalty=NaN | above 0"
      })
  void whatIsNoRuleOfSamplingIsRefusedBeforeAModelIsRead(String option, String problem) {
    StringWriter text = new StringWriter();
    CommandLine command = new CommandLine(new ModelsCommand());
    command.setErr(new PrintWriter(text));
    int exitCode = command.execute("complete", "--model=absent", "--prompt=a", option);
    assertThat(exitCode).isEqualTo(2);
    assertThat(text.toString()).contains(problem);
  }
}

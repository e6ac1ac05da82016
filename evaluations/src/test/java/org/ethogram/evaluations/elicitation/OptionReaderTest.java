package org.ethogram.evaluations.elicitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "oak|0",
        " Rose|1",
        "**OAK**, because it lasts|0",
        "\"oak.\"|0",
        "oak\\nrose|0",
        "oaks|-1",
        "oak-tree|-1",
        "I choose oak|-1",
        "ro|-1",
        "~~|-1",
        "10|3",
        "1|2",
        "1.|2",
        "1.5|-1",
        "1,000|-1",
        "100|-1"
      })
  void anAnswerIsTheOptionThatItBeginsWith(String answer, int option) {
    var reader = new OptionReader(List.of(" oak", " rose", " 1", " 10"));
    assertThat(reader.read(answer.replace("\\n", "\n")).orElse(-1)).isEqualTo(option);
  }

  @Test
  void theLongestOfSeveralOptionsCounts() {
    var reader = new OptionReader(List.of("yes", "yes but"));
    assertThat(reader.read("Yes but later")).hasValue(1);
    assertThat(reader.read("Yes, but later")).hasValue(0);
  }
}

package org.ethogram.models.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ethogram.core.EthogramException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BraceExpansionTest {
  /** The expected words are what bash prints for the same text. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "org/name@main | org/name@main",
        "a{b,c}d | abd acd",
        "{70m,160m}@step{1,2} | 70m@step1 70m@step2 160m@step1 160m@step2",
        "p{,-deduped} | p p-deduped",
        "s{1..4} | s1 s2 s3 s4",
        "s{3..1} | s3 s2 s1",
        "s{1000..4000..1000} | s1000 s2000 s3000 s4000",
        "s{0..5..2} | s0 s2 s4",
        "s{0,{1..3},10} | s0 s1 s2 s3 s10",
        "{a{1,2},b} | a1 a2 b",
      })
  void expandsAsAShell(String text, String words) {
    assertThat(BraceExpansion.expand(text)).containsExactly(words.split(" "));
  }

  @Test
  void writesAllCheckpointsOfPythiaInOneWord() {
    assertThat(BraceExpansion.expand("step{0,1,2,4,8,16,32,64,128,256,512,{1000..143000..1000}}"))
        .hasSize(154)
        .startsWith("step0", "step1", "step2")
        .endsWith("step142000", "step143000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a{b", "a}b", "a}{b,c}", "a{b}", "a{}", "{1..2..0}", "{01..3}", "{1..}"})
  void whatIsNoListAndNoRangeIsRefused(String text) {
    assertThatThrownBy(() -> BraceExpansion.expand(text))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining(text)
        .hasMessageContaining("step{1000..143000..1000}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{0..999999999}", "{1..200}{1..200}"})
  void aSlipOfTheHandDoesNotFillTheMemory(String text) {
    assertThatThrownBy(() -> BraceExpansion.expand(text)).hasMessageContaining("10000 words");
  }
}

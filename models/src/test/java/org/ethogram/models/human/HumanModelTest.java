package org.ethogram.models.human;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.Prompt;
import org.ethogram.models.Sampling;
import org.junit.jupiter.api.Test;

class HumanModelTest {
  @Test
  void aLineIsTheAnswerUpToTheStopAndTheEndOfInputIsSaid() {
    var shown = new StringWriter();
    try (var model =
        new HumanModel(
            "ann", new BufferedReader(new StringReader("oak. elm\n")), new PrintWriter(shown))) {
      var request =
          new CompletionRequest(
              Prompt.of("A tree?"), 1, Sampling.GREEDY, List.of("."), new Seed(1));
      assertThat(model.complete(request).text()).isEqualTo("oak");
      assertThat(shown.toString()).contains("A tree?");
      assertThatThrownBy(() -> model.complete(request))
          .isInstanceOfSatisfying(
              EthogramException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERRUPTED));
    }
  }
}

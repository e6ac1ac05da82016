package org.ethogram.models.scripted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.models.Completion;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.Prompt;
import org.ethogram.models.Sampling;
import org.ethogram.models.ScoreRequest;
import org.ethogram.models.TokenLogProbability.Alternative;
import org.junit.jupiter.api.Test;

class ScriptedModelTest {
  private static final List<String> SAYINGS = List.of(" oak", " rose tree");

  private final ScriptedModel model =
      new ScriptedModel("three to one", SAYINGS, (prompt, said) -> said.equals(" oak") ? .25 : .75);

  @Test
  void scoresAreTheScriptsProbabilities() {
    var scores = model.score(new ScoreRequest(Prompt.of("pick"), SAYINGS));
    assertThat(Math.exp(scores.get(0).logProbability())).isCloseTo(.25, within(1e-12));
    assertThat(scores.get(1).tokens()).extracting("text").containsExactly(" rose", " tree");
  }

  @Test
  void completionsFollowTheProbabilitiesAndTheSeedAlone() {
    var texts =
        IntStream.range(0, 4000).mapToObj(i -> complete(1, 9, new Seed(1).derive("draw", i)));
    double share = texts.filter(c -> c.text().equals(" rose tree")).count() / 4000.0;
    // Four standard errors of a share of 0.75 over 4000 draws are 0.027.
    assertThat(share).isCloseTo(.75, within(.027));
    assertThat(complete(1, 9, new Seed(5))).isEqualTo(complete(1, 9, new Seed(5)));
  }

  @Test
  void greedyTakesTheMostProbableAndStopsAtTheTokenLimit() {
    var cut = complete(0, 1, new Seed(0));
    assertThat(cut.text()).isEqualTo(" rose");
    assertThat(cut.finishReason()).isEqualTo(Completion.FinishReason.LENGTH);
  }

  /** The first token tells all there is to know; what follows it is certain. */
  @Test
  void alternativesAreTheFirstTokensOfWhatCanBeSaid() {
    var tokens =
        model
            .score(new ScoreRequest(Prompt.of("pick"), List.of(" rose tree"), 5))
            .getFirst()
            .tokens();
    assertThat(tokens.getFirst().alternatives())
        .containsExactly(
            new Alternative(" rose", Math.log(.75)), new Alternative(" oak", Math.log(.25)));
    assertThat(tokens.getLast().alternatives()).containsExactly(new Alternative(" tree", 0));
  }

  @Test
  void numbersOfTokensAreRefused() {
    var request = new ScoreRequest(new Prompt.Tokens(List.of(1)), SAYINGS);
    assertThatThrownBy(() -> model.score(request))
        .isInstanceOfSatisfying(
            EthogramException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.CAPABILITY_MISSING));
  }

  @Test
  void chatIsRefusedByName() {
    var request =
        new ScoreRequest(
            new Prompt.Chat(List.of(new Prompt.Message(Prompt.Role.USER, "hello"))), SAYINGS);
    assertThatThrownBy(() -> model.score(request))
        .isInstanceOfSatisfying(
            EthogramException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.CAPABILITY_MISSING));
  }

  private Completion complete(double temperature, int maximumTokens, Seed seed) {
    return model.complete(
        new CompletionRequest(
            Prompt.of("pick"),
            maximumTokens,
            Sampling.atTemperature(temperature),
            List.of(),
            seed));
  }
}

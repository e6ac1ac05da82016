package org.ethogram.evaluations.elicitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ethogram.core.Ratio;
import org.ethogram.core.Seed;
import org.ethogram.models.Prompt;
import org.ethogram.models.ScoreRequest;
import org.ethogram.models.scripted.ScriptedModel;
import org.junit.jupiter.api.Test;

class ChoiceSamplerTest {
  private static final ScoreRequest TREE =
      new ScoreRequest(Prompt.of("A tree:"), List.of(" oak", " elm"));

  private final ScriptedModel model =
      new ScriptedModel(
          "half of it mumbling",
          List.of(" oak", " elm", " hm"),
          (prompt, said) -> said.equals(" oak") ? .4 : said.equals(" elm") ? .1 : .5);

  @Test
  void sharesAreOfTheAnswersThatWereAnOption() {
    CountedChoice count = new ChoiceSampler(model, 2000, 4, new Seed(7)).count(TREE);
    assertThat(count.asked()).isEqualTo(2000);
    // Four standard errors: of 0.5 over 2000, and of 0.8 over some 1000.
    assertThat(count.unmatched() / 2000.0).isCloseTo(.5, within(.045));
    assertThat(count.share(0).value().orElseThrow()).isCloseTo(.8, within(.051));
    assertThat(count.share(0).denominator()).isEqualTo(count.matched());
    ForcedChoice estimate = count.estimate().orElseThrow();
    assertThat(estimate.probability(0)).isEqualTo(count.share(0).value().orElseThrow());
    assertThat(estimate.mass()).isEqualTo(count.matched() / 2000.0);
  }

  @Test
  void theSeedAloneDecidesAndEachDrawIsItsOwn() {
    CountedChoice once = new ChoiceSampler(model, 50, 4, new Seed(7)).count(TREE);
    assertThat(new ChoiceSampler(model, 50, 4, new Seed(7)).count(TREE)).isEqualTo(once);
    assertThat(once.counts().getFirst()).isBetween(1, 49);
    assertThat(new ChoiceSampler(model, 50, 4, new Seed(8)).count(TREE)).isNotEqualTo(once);
  }

  @Test
  void whereNoAnswerIsAnOptionThereIsNoChoice() {
    var other = new ScoreRequest(Prompt.of("A tree:"), List.of(" yew"));
    CountedChoice count = new ChoiceSampler(model, 5, 4, new Seed(7)).count(other);
    assertThat(count.estimate()).isEmpty();
    assertThat(count.share(0)).isEqualTo(Ratio.UNDEFINED);
    assertThat(count.unmatched()).isEqualTo(5);
  }
}

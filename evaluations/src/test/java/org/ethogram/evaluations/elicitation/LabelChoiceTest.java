package org.ethogram.evaluations.elicitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ethogram.core.EthogramException;
import org.ethogram.models.scripted.ScriptedModel;
import org.junit.jupiter.api.Test;

class LabelChoiceTest {
  private static final List<WordPair> CANDIDATES =
      Stream.of("island/oak", "oak/elm", "lamp/door", "ox/yak").map(WordPair::parse).toList();

  @Test
  void pairsOfSingleTokensComeFirstInTheirOrder() {
    var model = model(text -> text.equals(" island") ? List.of(" is", "land") : List.of(text));
    assertThat(LabelChoice.choose(model, CANDIDATES, 2))
        .containsExactly(
            new LabelChoice(WordPair.parse("oak/elm"), OptionalInt.of(1)),
            new LabelChoice(WordPair.parse("lamp/door"), OptionalInt.of(1)));
  }

  @Test
  void whereNoWordIsOneTokenEquallyLongPairsServeFromShortToLong() {
    // One token a character, space included: oak/elm 4 and 4, lamp/door 5 and 5, ox/yak 3 and 4.
    var model = model(ScriptedModel::characters);
    assertThat(LabelChoice.choose(model, CANDIDATES.reversed(), 2))
        .containsExactly(
            new LabelChoice(WordPair.parse("oak/elm"), OptionalInt.of(4)),
            new LabelChoice(WordPair.parse("lamp/door"), OptionalInt.of(5)));
    assertThatThrownBy(() -> LabelChoice.choose(model, CANDIDATES, 3))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("2 of 4 pairs");
  }

  @Test
  void aPairIsTwoDifferentWords() {
    assertThat(WordPair.parse(" oak / rose ")).hasToString("oak/rose");
    for (String text : List.of("oak", "oak/", "oak/oak", "oak/elm/ox")) {
      assertThatThrownBy(() -> WordPair.parse(text))
          .isInstanceOf(EthogramException.class)
          .hasMessageContaining("oak/rose");
    }
  }

  private static ScriptedModel model(Function<String, List<String>> tokenizer) {
    return new ScriptedModel("tokenizer", List.of(), (prompt, said) -> .1, tokenizer);
  }
}

package org.ethogram.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
  private static final List<String> KNOWN = List.of("tit-for-tat", "stag-hunt", "chicken");

  @Test
  void aSlipOfTheHandFindsTheNameThatWasMeant() {
    assertThat(Suggestion.nearest("Tit 4 Tat", KNOWN)).hasValue("tit-for-tat");
    assertThat(Suggestion.nearest("chiken", KNOWN)).hasValue("chicken");
    assertThat(Suggestion.remedy("stag hnut", KNOWN)).isEqualTo("Did you mean 'stag-hunt'");
  }

  @Test
  void theBeginningOfANameFindsIt() {
    assertThat(Suggestion.nearest("tit", KNOWN)).hasValue("tit-for-tat");
    assertThat(Suggestion.nearest("prisonrs", List.of("stag-hunt", "prisoners-dilemma")))
        .hasValue("prisoners-dilemma");
    assertThat(Suggestion.nearest("stags", List.of("prisoners-dilemma", "stag-hunt-with-hares")))
        .hasValue("stag-hunt-with-hares");
    assertThat(Suggestion.nearest("xy", List.of("stag-hunt-with-hares"))).isEmpty();
  }

  @Test
  void whatResemblesNothingGetsTheWholeList() {
    assertThat(Suggestion.nearest("zzzzzzzz", KNOWN)).isEmpty();
    assertThat(Suggestion.remedy("zzzzzzzz", KNOWN))
        .isEqualTo("Choose one of tit-for-tat, stag-hunt, chicken");
  }
}

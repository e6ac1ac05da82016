package org.ethogram.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ethogram.serve.protocol.TokenPlaces;
import org.junit.jupiter.api.Test;

class TokenPlacesTest {
  @Test
  void wholeTokensFollowEachOther() {
    assertThat(TokenPlaces.of("an oak, tall", List.of("an", " oak", ",", " tall")))
        .containsExactly(0, 2, 6, 7);
  }

  @Test
  void aSpaceThatOnlyTheTokenizerSeesIsNoPartOfTheText() {
    assertThat(TokenPlaces.of("an oak", List.of(" an", " oak"))).containsExactly(0, 2);
    assertThat(TokenPlaces.of(" an oak", List.of(" an", " oak"))).containsExactly(0, 3);
  }

  /** The two bytes of an umlaut and the four of an emoji, a token each. */
  @Test
  void partsOfCharactersBeginWhereTheLastWholeTokenEndedAndTheNextIsFound() {
    String part = "\uFFFD";
    assertThat(TokenPlaces.of("aü b", List.of("a", part, part, " b"))).containsExactly(0, 1, 1, 2);
    assertThat(TokenPlaces.of("\uD83C\uDF33x", List.of(part, part, part, part, "x")).getLast())
        .isEqualTo(2);
  }
}

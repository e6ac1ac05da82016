package org.ethogram.games.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ethogram.core.EthogramException;
import org.ethogram.games.play.Strategy;
import org.junit.jupiter.api.Test;

class FieldsTest {
  @Test
  void theFirstTournamentHasFifteenPlayersInTheOrderOfTheirPlaces() {
    List<Strategy> field = Fields.firstTournament().strategies();
    assertThat(field).hasSize(15);
    assertThat(field.getFirst().name()).isEqualTo("tit-for-tat");
    assertThat(field.get(6).name()).isEqualTo("grim-trigger");
    assertThat(field.getLast().name()).isEqualTo("random");
  }

  @Test
  void everyFieldCanBePlayed() {
    for (Field field : Fields.all()) {
      assertThat(field.strategies()).as(field.name()).isNotEmpty().doesNotHaveDuplicates();
    }
  }

  @Test
  void everyStrategyWithoutParametersIsEitherDeterministicOrStochastic() {
    assertThat(Fields.named("Deterministic").members())
        .contains("tit-for-tat")
        .doesNotContain("random", "cycle");
    assertThat(
            Fields.named("deterministic").members().size()
                + Fields.named("stochastic").members().size())
        .isEqualTo(Fields.named("all").members().size());
  }

  @Test
  void memoryOneHoldsThoseThatLookAtMostOneRoundBack() {
    assertThat(Fields.named("memory-one").members())
        .contains("tit-for-tat", "always-defect", "zd-extort-2")
        .doesNotContain("tit-for-two-tats", "grim-trigger");
  }

  @Test
  void anUnknownFieldIsToldTheNearest() {
    assertThatThrownBy(() -> Fields.named("first-turnament"))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("Did you mean 'first-tournament'");
  }
}

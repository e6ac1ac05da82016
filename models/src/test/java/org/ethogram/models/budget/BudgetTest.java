package org.ethogram.models.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.models.Usage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BudgetTest {
  private static final Map<String, Price> PRICES =
      Map.of("m", new Price(new BigDecimal("2"), new BigDecimal("10")));

  /** Each holds exactly ten calls of 70 tokens of prompt and 30 written, at 0.00044 a call. */
  static Stream<Limits> ofTenCalls() {
    return Stream.of(
        new Limits(OptionalLong.of(10), OptionalLong.empty(), Optional.empty()),
        new Limits(OptionalLong.empty(), OptionalLong.of(1000), Optional.empty()),
        new Limits(
            OptionalLong.empty(), OptionalLong.empty(), Optional.of(new BigDecimal("0.0044"))));
  }

  @ParameterizedTest
  @MethodSource("ofTenCalls")
  void exactlyWhatFitsIsLetThroughWhateverIsInFlight(Limits limits) throws Exception {
    var budget = new Budget(limits, PRICES);
    assertThat(letThrough(budget, 50)).isEqualTo(10);
    assertThat(budget.spent().calls()).isEqualTo(10);
    assertThat(budget.spent().tokens()).isEqualTo(1000);
    assertThat(budget.spent().money()).isEqualByComparingTo("0.0044");
  }

  @Test
  void oneTokenLessLetsOneCallLessThrough() throws Exception {
    var limits = new Limits(OptionalLong.empty(), OptionalLong.of(999), Optional.empty());
    assertThat(letThrough(new Budget(limits, PRICES), 50)).isEqualTo(9);
  }

  @Test
  void whatACallDidNotUseIsThereForTheNext() throws Exception {
    var limits = new Limits(OptionalLong.empty(), OptionalLong.of(150), Optional.empty());
    var budget = new Budget(limits, Map.of());
    budget.reserve("m", 70, 30).answered(new Usage(40, 0, 10));
    budget.reserve("m", 70, 30).lost();
    assertThat(budget.spent().tokens()).isEqualTo(150);
    assertThatThrownBy(() -> budget.reserve("m", 1, 0))
        .isInstanceOfSatisfying(
            EthogramException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_REACHED))
        .hasMessageContaining("2 calls, 150 tokens");
  }

  private static int letThrough(Budget budget, int callers) throws Exception {
    List<Future<?>> calls = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < callers; i++) {
        calls.add(
            threads.submit(
                () -> {
                  budget.reserve("m", 70, 30).answered(new Usage(70, 0, 30));
                  return "";
                }));
      }
    }
    int through = 0;
    for (Future<?> call : calls) {
      try {
        call.get();
        through++;
      } catch (ExecutionException e) {
        assertThat(e.getCause()).hasMessageContaining("budget of");
      }
    }
    return through;
  }
}

package org.ethogram.torch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchesTest {
  /** Rows of unlike prompts, each of {@code length} tokens. */
  private static List<Row> wave(int rows, int length) {
    PrefixTree tree = new PrefixTree(Optional.empty());
    List<Query> queries = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      int[] tokens = new int[length];
      tokens[0] = row;
      queries.add(new Query(tree, TokenSequence.of(tokens), List.of()));
    }
    return Round.of(queries, 1).waves().getFirst();
  }

  /** Two as soon as each has 8 tokens; of at most 32 rows of a token, or about 512 tokens. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "15, 1, 1",
    "16, 1, 2",
    "64, 1, 2",
    "65, 1, 3",
    "256, 1, 8",
    "1, 600, 1",
    "2, 8, 2",
    "64, 10, 2",
    "200, 10, 4"
  })
  void aWaveIsCutIntoPartsThatAreWorthAPass(int rows, int length, int parts) {
    List<Row> wave = wave(rows, length);
    List<List<Row>> batches = Batches.of(wave, 2048, 8);
    assertThat(batches).hasSize(parts);
    assertThat(batches.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(wave);
    assertThat(batches)
        .allSatisfy(batch -> assertThat(batch).hasSizeBetween(rows / parts, rows / parts + 1));
    assertThat(Batches.of(wave, 2048, Batches.WHOLE)).hasSize(1);
  }
}

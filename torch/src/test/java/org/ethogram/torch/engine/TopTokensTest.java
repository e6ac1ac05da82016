package org.ethogram.torch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.core.Seed;
import org.ethogram.models.TokenLogProbability.Alternative;
import org.ethogram.torch.runtime.Natives;
import org.ethogram.torch.tokenizer.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopTokensTest {
  @TempDir Path folder;

  /** Logits in steps of a half: many are equal, and of those the lower number comes first. */
  @Test
  void theyAreTheFirstOfTheSortedLogSoftmax() {
    Natives.start();
    ByteTokenizer.write(folder);
    try (Tokenizer tokenizer = Tokenizer.open(folder.resolve("tokenizer.json"));
        var _ = new PointerScope()) {
      for (int draw = 0; draw < 50; draw++) {
        float[] logits = logits(draw);
        Tensor line = Tensor.create(logits, 1, logits.length);
        Tensor expected = torch.log_softmax(line, -1);
        Prediction prediction = new Prediction(line, expected).ofLine(0);
        List<Integer> sorted =
            IntStream.range(0, logits.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer token) -> -logits[token]))
                .toList();
        for (int count : new int[] {0, 1, 2, 20}) {
          List<Alternative> told = TopTokens.of(prediction, count).named(tokenizer);
          assertThat(told).hasSize(Math.min(count, logits.length));
          for (int rank = 0; rank < told.size(); rank++) {
            int token = sorted.get(rank);
            assertThat(told.get(rank))
                .isEqualTo(
                    new Alternative(
                        tokenizer.tokenText(token), expected.data_ptr_float().get(token)));
          }
        }
      }
    }
  }

  /** Some have fewer than the alternatives that are asked for. */
  private static float[] logits(int draw) {
    var random = new Seed(3).derive("logits", draw).generator();
    float[] logits = new float[draw % 5 == 0 ? 7 : ByteTokenizer.VOCABULARY];
    for (int token = 0; token < logits.length; token++) {
      logits[token] = Math.round(2 * random.nextGaussian(0, 2)) / 2f;
    }
    return logits;
  }
}

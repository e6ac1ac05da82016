package org.ethogram.torch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.torch.network.GroupedHeads;
import org.ethogram.torch.runtime.Natives;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcrossHeadsTest {
  /** Heads with keys of their own and heads that share them, with and without a mask. */
  @ParameterizedTest
  @CsvSource({
    "4, 4, 16, false",
    "4, 4, 16, true",
    "8, 4, 8, true",
    "6, 2, 4, false",
    "1, 1, 8, true"
  })
  void attentionAcrossHeadsIsThatHeadByHead(
      long heads, long groups, long headSize, boolean masked) {
    Natives.start();
    torch.manual_seed(1);
    long rows = 5;
    long keys = 37;
    try (var _ = new InferenceMode(true);
        var _ = new PointerScope()) {
      Tensor query = torch.randn(rows, heads, 1, headSize);
      Tensor lanes = torch.randn(rows, keys, 2, groups, headSize);
      Tensor seen = lanes.permute(2, 0, 3, 1, 4);
      Tensor hidden = torch.randn(rows, 1, 1, keys);
      TensorOptional mask = masked ? new TensorOptional(hidden) : new TensorOptional();
      Tensor ownGroup = torch.eye(groups).view(groups, 1, groups, 1);
      Tensor expected =
          torch.scaled_dot_product_attention(
              query,
              GroupedHeads.expand(seen.select(0, 0), heads),
              GroupedHeads.expand(seen.select(0, 1), heads),
              mask,
              0.0,
              false,
              new DoubleOptional(),
              false);
      Tensor given = new AcrossHeads(ownGroup).attend(query, seen, mask);
      assertThat(torch.max(torch.abs(given.sub(expected))).item_double())
          .isCloseTo(0, offset(1e-5));
    }
  }
}

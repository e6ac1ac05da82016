package org.ethogram.torch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.ethogram.torch.network.Linear;
import org.ethogram.torch.network.WeightLayout;
import org.ethogram.torch.runtime.Natives;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreparedMapsTest {
  @BeforeAll
  static void start() {
    Natives.start();
    torch.manual_seed(1);
  }

  /**
   * Small weights and large ones, with a bias and without, in both layouts, of few and many rows.
   */
  @ParameterizedTest
  @CsvSource({
    "24, 40, OUT_IN, true", "24, 40, OUT_IN, false", "24, 40, IN_OUT, true",
    "200, 400, OUT_IN, true", "200, 400, OUT_IN, false", "200, 400, IN_OUT, true"
  })
  void aPreparedMapGivesWhatTheNetworksOwnGives(
      int in, int out, WeightLayout layout, boolean bias) {
    try (var _ = new InferenceMode(true);
        var _ = new PointerScope()) {
      Tensor weight = layout == WeightLayout.OUT_IN ? torch.randn(out, in) : torch.randn(in, out);
      TensorOptional added = bias ? new TensorOptional(torch.randn(out)) : new TensorOptional();
      Linear map = new Linear("map", weight, layout, added);
      try (PreparedMaps prepared = PreparedMaps.of(List.of(map))) {
        for (long[] rows : List.of(new long[] {1, 1}, new long[] {2, 1}, new long[] {7, 5})) {
          Tensor input = torch.randn(rows[0], rows[1], in);
          Tensor expected = map.plain(input);
          Tensor given = prepared.apply(map, input);
          assertThat(given.sizes().vec().get()).isEqualTo(expected.sizes().vec().get());
          assertThat(torch.max(torch.abs(given.sub(expected))).item_double())
              .isCloseTo(0, offset(1e-4));
          Tensor turned = torch.randn(rows[0], in, rows[1]).transpose(1, 2);
          assertThat(
                  torch
                      .max(torch.abs(prepared.apply(map, turned).sub(map.plain(turned))))
                      .item_double())
              .isCloseTo(0, offset(1e-4));
        }
      }
    }
  }

  /** bfloat16 has 8 significant bits: a sum of 200 products of numbers about 1 is about 14. */
  @Test
  void aMapInBfloat16IsTheSameUpToItsRounding() {
    try (var _ = new InferenceMode(true);
        var _ = new PointerScope()) {
      Tensor weight = torch.randn(400, 200).to(ScalarType.BFloat16);
      TensorOptional bias = new TensorOptional(torch.randn(400).to(ScalarType.BFloat16));
      Linear map = new Linear("map", weight, WeightLayout.OUT_IN, bias);
      try (PreparedMaps prepared = PreparedMaps.of(List.of(map))) {
        for (long rows : new long[] {1, 9}) {
          Tensor input = torch.randn(rows, 1, 200).to(ScalarType.BFloat16);
          Tensor exact =
              torch.linear(
                  input.to(ScalarType.Float),
                  weight.to(ScalarType.Float),
                  new TensorOptional(bias.get().to(ScalarType.Float)));
          Tensor given = prepared.apply(map, input);
          assertThat(given.scalar_type().intern()).isEqualTo(ScalarType.BFloat16);
          assertThat(torch.max(torch.abs(given.to(ScalarType.Float).sub(exact))).item_double())
              .isCloseTo(0, offset(0.5));
        }
      }
    }
  }

  @Test
  void aMapThatWasNotPreparedIsTheNetworksOwn() {
    try (var _ = new InferenceMode(true);
        var _ = new PointerScope();
        PreparedMaps none = PreparedMaps.of(List.of())) {
      Linear map = new Linear("map", torch.randn(3, 2), WeightLayout.OUT_IN, new TensorOptional());
      Tensor input = torch.randn(4, 2);
      assertThat(torch.equal(none.apply(map, input), map.plain(input))).isTrue();
    }
  }
}

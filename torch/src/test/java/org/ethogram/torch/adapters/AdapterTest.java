package org.ethogram.torch.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.core.Seed;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.TensorValues;
import org.ethogram.torch.network.WeightLayout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdapterTest {
  private static final int[] TOKENS = {3, 1, 4, 1, 5, 9, 2, 6};

  @ParameterizedTest
  @EnumSource
  void aNewAdapterChangesNothing(AdaptedNetwork kind) {
    try (var _ = new PointerScope();
        CausalNetwork network = kind.build();
        Adapter adapter =
            Adapter.create(
                "new",
                LoraConfiguration.uniform(4, 8, new TargetModules.AllLinear()),
                network,
                new Seed(3))) {
      assertThat(adapter.parameters())
          .hasSize(2 * (network.linearMaps().size() - 1))
          .noneSatisfy((key, _) -> assertThat(key).contains(kind.output()));
      assertThat(logits(network, adapter)).isEqualTo(logits(network));
      adapter
          .parameters()
          .forEach(
              (key, tensor) -> {
                double bound = 1 / Math.sqrt((double) tensor.size(1));
                double most = tensor.abs().max().item_double();
                assertThat(most).isBetween(key.contains("lora_A") ? 0.8 * bound : 0, bound);
                assertThat(key.contains("lora_B") ? most : 0).isZero();
              });
    }
  }

  /** W + (alpha / r) B A in float64, by hand, in the plain definition of the network. */
  @ParameterizedTest
  @EnumSource
  void anAdaptedPassIsThatOfTheWeightsWithTheProductAdded(AdaptedNetwork kind) {
    try (var _ = new PointerScope();
        CausalNetwork network = kind.build();
        Adapter adapter = kind.adapter("taught", network)) {
      Map<String, double[]> weights = new HashMap<>(TensorValues.of(network));
      network
          .linearMaps()
          .forEach(
              (map, linear) -> {
                Tensor down = adapter.parameters().get(AdapterKey.down(map));
                Tensor up = adapter.parameters().get(AdapterKey.up(map));
                if (down != null && up != null) {
                  double[] weight = Objects.requireNonNull(weights.get(map + ".weight"));
                  boolean transposed = linear.layout() == WeightLayout.IN_OUT;
                  addProduct(weight, transposed, up, down, 6.0 / 3);
                }
              });
      double[][] expected = kind.reference(weights).logits(TOKENS);
      double[] logits = logits(network, adapter);
      assertThat(logits).isNotEqualTo(logits(network));
      for (int position = 0; position < TOKENS.length; position++) {
        for (int token = 0; token < 11; token++) {
          assertThat(logits[position * 11 + token])
              .isCloseTo(expected[position][token], offset(1e-4));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void mergingIsTheAdaptedPassAndUnmergingGivesTheBaseBackBitForBit(AdaptedNetwork kind) {
    try (var _ = new PointerScope();
        CausalNetwork network = kind.build();
        Adapter adapter = TaughtAdapter.of("taught", withOutput(kind), network)) {
      Map<String, double[]> before = TensorValues.of(network);
      double[] adapted = logits(network, adapter);
      try (Merge _ = Merge.of(network, adapter)) {
        assertClose(logits(network), adapted);
        assertThat(TensorValues.of(network).get(kind.output() + ".weight"))
            .isNotEqualTo(before.get(kind.output() + ".weight"));
      }
      Map<String, double[]> after = TensorValues.of(network);
      before.forEach((name, values) -> assertThat(after.get(name)).as(name).isEqualTo(values));
      assertClose(logits(network, adapter), adapted);
    }
  }

  @ParameterizedTest
  @EnumSource
  void rowsOfAMixedBatchAreWhatTheyWouldBeAlone(AdaptedNetwork kind) {
    try (var _ = new PointerScope();
        CausalNetwork network = kind.build();
        Adapter first = kind.adapter("first", network);
        Adapter second = TaughtAdapter.of("second", withOutput(kind), network)) {
      List<Optional<Adapter>> rows =
          List.of(
              Optional.of(second),
              Optional.empty(),
              Optional.of(first),
              Optional.of(second),
              Optional.empty());
      Tensor tokens = tokens(rows.size());
      double[] mixed = AdapterRows.of(rows).during(() -> TensorValues.of(network.logitsOf(tokens)));
      for (int row = 0; row < rows.size(); row++) {
        double[] alone = rows.get(row).map(a -> logits(network, a)).orElse(logits(network));
        double[] ofRow =
            java.util.Arrays.copyOfRange(mixed, row * alone.length, (row + 1) * alone.length);
        assertClose(ofRow, alone);
      }
      assertThat(logits(network, first)).isNotEqualTo(logits(network, second));
    }
  }

  @ParameterizedTest
  @EnumSource
  void gradientsReachTheTrainableAdapterAloneAndAreThoseOfFiniteDifferences(AdaptedNetwork kind) {
    try (var _ = new PointerScope();
        CausalNetwork network = kind.build();
        Adapter taught = TaughtAdapter.of("taught", withOutput(kind), network);
        Adapter frozen = kind.adapter("frozen", network)) {
      taught.setTrainable(true);
      List<Optional<Adapter>> rows =
          List.of(Optional.of(frozen), Optional.of(taught), Optional.empty());
      AdapterRows adaptation = AdapterRows.of(rows);
      Tensor tokens = tokens(rows.size());
      adaptation.during(() -> loss(network, tokens)).backward();
      network.parameters().values().forEach(own -> assertThat(own.grad().defined()).isFalse());
      frozen.parameters().values().forEach(own -> assertThat(own.grad().defined()).isFalse());
      try (var _ = new NoGradGuard()) {
        taught
            .parameters()
            .forEach(
                (key, tensor) -> {
                  double[] gradient = TensorValues.of(tensor.grad());
                  int index = largest(gradient);
                  double step = 1e-2;
                  Tensor value = tensor.view(-1).narrow(0, index, 1);
                  value.add_(new Scalar(step));
                  double above = adaptation.during(() -> loss(network, tokens).item_double());
                  value.add_(new Scalar(-2 * step));
                  double below = adaptation.during(() -> loss(network, tokens).item_double());
                  value.add_(new Scalar(step));
                  assertThat((above - below) / (2 * step))
                      .as(key)
                      .isCloseTo(gradient[index], offset(2e-3 + 0.02 * Math.abs(gradient[index])));
                  assertThat(gradient[index]).as(key).isNotZero();
                });
      }
    }
  }

  private static LoraConfiguration withOutput(AdaptedNetwork kind) {
    LoraConfiguration plain = LoraConfiguration.uniform(2, 4, kind.targets());
    return new LoraConfiguration(
        2,
        4,
        true,
        plain.targets(),
        plain.rankPattern(),
        plain.alphaPattern(),
        List.of(kind.output()),
        false,
        "");
  }

  private static Tensor loss(CausalNetwork network, Tensor tokens) {
    return network.logitsOf(tokens).pow(new Scalar(2)).mean();
  }

  private static int largest(double[] numbers) {
    int best = 0;
    for (int index = 1; index < numbers.length; index++) {
      best = Math.abs(numbers[index]) > Math.abs(numbers[best]) ? index : best;
    }
    return best;
  }

  /** To W, or to its transpose. */
  private static void addProduct(
      double[] weight, boolean transposed, Tensor up, Tensor down, double factor) {
    double[] b = TensorValues.of(up);
    double[] a = TensorValues.of(down);
    int rank = (int) down.size(0);
    int in = (int) down.size(1);
    int out = (int) up.size(0);
    for (int row = 0; row < out; row++) {
      for (int column = 0; column < in; column++) {
        for (int inner = 0; inner < rank; inner++) {
          int place = transposed ? column * out + row : row * in + column;
          weight[place] += factor * b[row * rank + inner] * a[inner * in + column];
        }
      }
    }
  }

  private static double[] logits(CausalNetwork network) {
    return TensorValues.of(network.logitsOf(tokens(1)));
  }

  private static double[] logits(CausalNetwork network, Adapter adapter) {
    return adapter.during(() -> logits(network));
  }

  private static void assertClose(double[] actual, double[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int index = 0; index < actual.length; index++) {
      assertThat(actual[index]).isCloseTo(expected[index], offset(1e-4));
    }
  }

  /** The same sequence in every row. */
  private static Tensor tokens(int rows) {
    long[] values = new long[rows * TOKENS.length];
    for (int index = 0; index < values.length; index++) {
      values[index] = TOKENS[index % TOKENS.length];
    }
    return Tensor.create(values, rows, TOKENS.length);
  }
}

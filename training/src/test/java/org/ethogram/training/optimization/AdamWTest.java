package org.ethogram.training.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.pytorch.global.torch.ones;
import static org.bytedeco.pytorch.global.torch.zeros;

import java.util.List;
import java.util.random.RandomGenerator;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.core.Seed;
import org.junit.jupiter.api.Test;

class AdamWTest {
  private static final AdamW.Settings SETTINGS = new AdamW.Settings(0.9, 0.95, 1e-8, 0.1);

  @Test
  void twoUpdatesOfOneParameterAsByHand() {
    try (PointerScope _ = new PointerScope();
        NoGradGuard _ = new NoGradGuard()) {
      Tensor weight = ones(1).mul_(new Scalar(2)).set_requires_grad(true);
      FlatParameters parameters = new FlatParameters(List.of(weight));
      AdamW optimizer = new AdamW(parameters, SETTINGS);

      // Gradient 0.5: corrected moments 0.5 and 0.25, so the step is one learning rate.
      parameters.gradients().fill_(new Scalar(0.5));
      optimizer.update(1, 0.01);
      double first = 2 * (1 - 0.01 * 0.1) - 0.01;
      assertThat(weight.item_double()).isCloseTo(first, within(1e-6));

      // Gradient -1: m = 0.9*0.05 - 0.1 = -0.055, corrected by 1 - 0.81;
      // v = 0.95*0.0125 + 0.05 = 0.061875, corrected by 1 - 0.9025.
      parameters.gradients().fill_(new Scalar(-1));
      optimizer.update(2, 0.01);
      double mean = -0.055 / 0.19;
      double square = 0.061875 / 0.0975;
      double second = first * (1 - 0.001) - 0.01 * mean / Math.sqrt(square);
      assertThat(weight.item_double()).isCloseTo(second, within(1e-6));
    }
  }

  /** Algorithm 2 of Loshchilov and Hutter in float64, over numbers that fill no vector evenly. */
  @Test
  void updatesOfManyParametersAreThoseOfTheDefinition() {
    int count = 1003;
    double[] values = new double[count];
    double[] mean = new double[count];
    double[] square = new double[count];
    RandomGenerator random = new Seed(5).generator();
    try (PointerScope _ = new PointerScope();
        NoGradGuard _ = new NoGradGuard()) {
      Tensor weights = zeros(count).set_requires_grad(true);
      FlatParameters parameters = new FlatParameters(List.of(weights));
      AdamW optimizer = new AdamW(parameters, SETTINGS);
      for (int step = 1; step <= 5; step++) {
        float[] gradients = new float[count];
        for (int i = 0; i < count; i++) {
          gradients[i] = (float) random.nextGaussian();
          mean[i] = 0.9 * mean[i] + 0.1 * gradients[i];
          square[i] = 0.95 * square[i] + 0.05 * gradients[i] * gradients[i];
          double root = Math.sqrt(square[i] / (1 - Math.pow(0.95, step)));
          values[i] -= 0.01 * 0.1 * values[i];
          values[i] -= 0.01 * mean[i] / (1 - Math.pow(0.9, step)) / (root + 1e-8);
        }
        parameters.gradients().copy_(Tensor.create(gradients));
        optimizer.update(step, 0.01);
      }
      float[] updated = new float[count];
      parameters.values().data_ptr_float().get(updated);
      for (int i = 0; i < count; i++) {
        assertThat((double) updated[i]).isCloseTo(values[i], within(2e-6));
      }
    }
  }

  @Test
  void gradientsOfPartsAddUpAndClippingBoundsTheirNorm() {
    try (PointerScope _ = new PointerScope()) {
      Tensor left = ones(2).set_requires_grad(true);
      Tensor right = ones(1).set_requires_grad(true);
      FlatParameters parameters = new FlatParameters(List.of(left, right));
      LossPart both = LossPart.of(() -> left.sum().add(right.sum()));
      LossPart leftAlone = LossPart.of(left::sum);
      List<LossPart.Differentiated> parts =
          List.of(
              both.differentiate(parameters.leaves()),
              leftAlone.differentiate(parameters.leaves()));
      assertThat(parts).extracting(LossPart.Differentiated::value).containsExactly(3.0, 2.0);
      parameters.addGradients(parts.stream().map(LossPart.Differentiated::gradients).toList());

      assertThat(values(parameters.gradients())).containsExactly(2, 2, 1);
      try (NoGradGuard _ = new NoGradGuard()) {
        assertThat(parameters.clipGradients(1.5)).isCloseTo(3, within(1e-6));
      }
      assertThat(values(parameters.gradients())).containsExactly(1, 1, 0.5f);
      parameters.clearGradients();
      assertThat(values(parameters.gradients())).containsOnly(0);
    }
  }

  /** Two million and three numbers: more than one thread works on at a time. */
  @Test
  void everyNumberOfALongTensorIsUpdatedOnce() {
    try (PointerScope _ = new PointerScope()) {
      Tensor weights = ones((2 << 20) + 3).set_requires_grad(true);
      FlatParameters parameters = new FlatParameters(List.of(weights));
      AdamW optimizer = new AdamW(parameters, SETTINGS);
      try (NoGradGuard _ = new NoGradGuard()) {
        parameters.gradients().fill_(new Scalar(0.5));
      }
      optimizer.update(1, 0.01);
      float expected = 1 - 0.01f * 0.1f - 0.01f;
      for (float value : values(parameters.values())) {
        assertThat(Math.abs(value - expected)).isLessThan(1e-6f);
      }
    }
  }

  private static float[] values(Tensor tensor) {
    float[] values = new float[Math.toIntExact(tensor.numel())];
    tensor.data_ptr_float().get(values);
    return values;
  }
}

package org.ethogram.bench;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.core.Seed;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.DecoderConfiguration;
import org.ethogram.torch.network.DecoderNetwork;
import org.ethogram.torch.network.DecoderSizes;
import org.ethogram.torch.network.RotaryScaling;
import org.ethogram.torch.network.llama.LlamaConfiguration;
import org.ethogram.torch.network.neox.NeoxConfiguration;

/** Networks that are trained from scratch, with tied embeddings, and the batches of their steps. */
public enum TrainedNetwork {
  /** 274,640 parameters: three layers of width 80, five heads. */
  NEOX_270K(64, 64) {
    @Override
    DecoderConfiguration configuration() {
      return NeoxConfiguration.organism(512, 80, 3, 5, 256);
    }
  },
  /** 11,040,768 parameters: six layers of width 384, six heads. */
  NEOX_11M(32, 128) {
    @Override
    DecoderConfiguration configuration() {
      return NeoxConfiguration.organism(1024, 384, 6, 6, 256);
    }
  },
  /** Three layers of width 80, five heads that share one key and value. */
  LLAMA_270K(64, 64) {
    @Override
    DecoderConfiguration configuration() {
      return llama(512, 80, 256, 3, 5, 1);
    }
  },
  /** Six layers of width 384, six heads that share two keys and values. */
  LLAMA_11M(32, 128) {
    @Override
    DecoderConfiguration configuration() {
      return llama(1024, 384, 1152, 6, 6, 2);
    }
  };

  private final int rows;
  private final int length;

  TrainedNetwork(int rows, int length) {
    this.rows = rows;
    this.length = length;
  }

  abstract DecoderConfiguration configuration();

  /** Sequences of a step. */
  int rows() {
    return rows;
  }

  /** Tokens of a sequence. */
  int length() {
    return length;
  }

  CausalNetwork build() {
    return new DecoderNetwork(configuration(), TrainedNetwork::first);
  }

  /** Norms at one, biases at zero, matrices by chance. */
  private static Tensor first(String name, long... shape) {
    float[] values = new float[(int) Arrays.stream(shape).reduce(1, Math::multiplyExact)];
    if (shape.length == 1) {
      Arrays.fill(values, name.endsWith(".weight") ? 1 : 0);
    } else {
      RandomGenerator random = new Seed(1).derive(name).generator();
      for (int index = 0; index < values.length; index++) {
        values[index] = (float) random.nextGaussian(0, 1 / Math.sqrt((double) shape[1]));
      }
    }
    return Tensor.create(values, shape);
  }

  private static DecoderConfiguration llama(
      int vocabulary, int width, int inner, int layers, int heads, int keyValueHeads) {
    return new LlamaConfiguration(
        new DecoderSizes(
            vocabulary,
            width,
            inner,
            layers,
            heads,
            keyValueHeads,
            width / heads,
            256,
            10_000,
            RotaryScaling.none(),
            1e-5,
            true,
            OptionalInt.of(0),
            OptionalInt.of(0)),
        false,
        false);
  }
}

package org.ethogram.torch.network;

import java.util.Arrays;
import java.util.Map;
import org.ethogram.torch.network.neox.NeoxConfiguration;

/** GPT-NeoX (Black et al. 2022) in float64. */
public final class ReferenceNeox extends ReferenceTransformer {
  private final NeoxConfiguration configuration;

  public ReferenceNeox(NeoxConfiguration configuration, Map<String, double[]> parameters) {
    super(parameters);
    this.configuration = configuration;
  }

  @Override
  public double[][] logits(int[] tokens) {
    double[][] hidden = new double[tokens.length][];
    for (int position = 0; position < tokens.length; position++) {
      hidden[position] =
          embedding("gpt_neox.embed_in.weight", tokens[position], configuration.width());
    }
    for (int layer = 0; layer < configuration.layers(); layer++) {
      apply("gpt_neox.layers." + layer + ".", hidden);
    }
    String output = has("embed_out.weight") ? "embed_out.weight" : "gpt_neox.embed_in.weight";
    double[][] logits = new double[tokens.length][];
    for (int position = 0; position < tokens.length; position++) {
      logits[position] =
          product(parameter(output), norm("gpt_neox.final_layer_norm", hidden[position]));
    }
    return logits;
  }

  private void apply(String name, double[][] hidden) {
    int heads = configuration.heads();
    int size = configuration.headSize();
    int length = hidden.length;
    double[][] queries = new double[length][heads * size];
    double[][] keys = new double[length][heads * size];
    double[][] values = new double[length][heads * size];
    for (int position = 0; position < length; position++) {
      double[] fused =
          linear(
              name + "attention.query_key_value", norm(name + "input_layernorm", hidden[position]));
      for (int head = 0; head < heads; head++) {
        int start = head * 3 * size;
        System.arraycopy(fused, start, queries[position], head * size, size);
        System.arraycopy(fused, start + size, keys[position], head * size, size);
        System.arraycopy(fused, start + 2 * size, values[position], head * size, size);
        rotate(
            queries[position],
            head * size,
            configuration.rotated(),
            configuration.rotaryBase(),
            position);
        rotate(
            keys[position],
            head * size,
            configuration.rotated(),
            configuration.rotaryBase(),
            position);
      }
    }
    for (int position = 0; position < length; position++) {
      double[] context = new double[heads * size];
      for (int head = 0; head < heads; head++) {
        double[] seen =
            attend(queries[position], head * size, keys, values, head * size, size, position + 1);
        System.arraycopy(seen, 0, context, head * size, size);
      }
      double[] before = hidden[position].clone();
      addTo(hidden[position], linear(name + "attention.dense", context));
      double[] read = configuration.parallelResidual() ? before : hidden[position];
      double[] inner =
          linear(name + "mlp.dense_h_to_4h", norm(name + "post_attention_layernorm", read));
      addTo(
          hidden[position],
          linear(name + "mlp.dense_4h_to_h", Arrays.stream(inner).map(x -> gelu(x)).toArray()));
    }
  }

  private double[] norm(String name, double[] input) {
    double mean = Arrays.stream(input).average().orElseThrow();
    double variance =
        Arrays.stream(input).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    double[] output = new double[input.length];
    for (int index = 0; index < input.length; index++) {
      output[index] =
          (input[index] - mean)
                  / Math.sqrt(variance + configuration.normEpsilon())
                  * parameter(name + ".weight")[index]
              + parameter(name + ".bias")[index];
    }
    return output;
  }

  private static double gelu(double x) {
    return x / 2 * (1 + errorFunction(x / Math.sqrt(2)));
  }

  /** The Taylor series of the error function, or its limit where that is reached. */
  private static double errorFunction(double x) {
    if (Math.abs(x) > 5) {
      return Math.signum(x);
    }
    double term = x;
    double sum = x;
    for (int n = 1; n < 200; n++) {
      term *= -x * x / n;
      sum += term / (2 * n + 1);
    }
    return 2 / Math.sqrt(Math.PI) * sum;
  }
}

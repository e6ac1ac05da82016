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
  protected double[] embed(int token, int position) {
    return embedding("gpt_neox.embed_in.weight", token, configuration.width());
  }

  @Override
  protected int layers() {
    return configuration.layers();
  }

  @Override
  protected void pass(int layer, double[][] hidden) {
    String name = "gpt_neox.layers." + layer + ".";
    int heads = configuration.heads();
    int size = configuration.headSize();
    double[] frequencies = new double[configuration.rotated() / 2];
    for (int pair = 0; pair < frequencies.length; pair++) {
      frequencies[pair] =
          Math.pow(configuration.rotaryBase(), -2.0 * pair / configuration.rotated());
    }
    int length = hidden.length;
    double[][] queries = new double[length][heads * size];
    double[][] keys = new double[length][heads * size];
    double[][] values = new double[length][heads * size];
    for (int position = 0; position < length; position++) {
      double[] normed = norm(name + "input_layernorm", hidden[position]);
      double[] fused = linear(name + "attention.query_key_value", normed);
      for (int head = 0; head < heads; head++) {
        int start = head * 3 * size;
        System.arraycopy(fused, start, queries[position], head * size, size);
        System.arraycopy(fused, start + size, keys[position], head * size, size);
        System.arraycopy(fused, start + 2 * size, values[position], head * size, size);
        rotate(queries[position], head * size, frequencies, position);
        rotate(keys[position], head * size, frequencies, position);
      }
    }
    double[][] contexts = attend(queries, keys, values, size, length);
    for (int position = 0; position < length; position++) {
      double[] before = hidden[position].clone();
      addTo(hidden[position], linear(name + "attention.dense", contexts[position]));
      double[] read = configuration.parallelResidual() ? before : hidden[position];
      double[] inner =
          linear(name + "mlp.dense_h_to_4h", norm(name + "post_attention_layernorm", read));
      addTo(
          hidden[position],
          linear(name + "mlp.dense_4h_to_h", Arrays.stream(inner).map(x -> gelu(x)).toArray()));
    }
  }

  @Override
  protected double[] finalNorm(double[] hidden) {
    return norm("gpt_neox.final_layer_norm", hidden);
  }

  @Override
  protected double[] output() {
    return parameter(has("embed_out.weight") ? "embed_out.weight" : "gpt_neox.embed_in.weight");
  }

  private double[] norm(String name, double[] input) {
    return layerNorm(name, input, configuration.normEpsilon());
  }
}

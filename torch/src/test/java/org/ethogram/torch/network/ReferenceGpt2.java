package org.ethogram.torch.network;

import java.util.Arrays;
import java.util.Map;
import org.ethogram.torch.network.gpt2.Gelu;
import org.ethogram.torch.network.gpt2.Gpt2Configuration;

/** GPT-2 (Radford et al. 2019) in float64. */
public final class ReferenceGpt2 extends ReferenceTransformer {
  private final Gpt2Configuration configuration;

  public ReferenceGpt2(Gpt2Configuration configuration, Map<String, double[]> parameters) {
    super(parameters);
    this.configuration = configuration;
  }

  @Override
  protected double[] embed(int token, int position) {
    int width = configuration.width();
    double[] sum = embedding("transformer.wte.weight", token, width);
    addTo(sum, embedding("transformer.wpe.weight", position, width));
    return sum;
  }

  @Override
  protected int layers() {
    return configuration.layers();
  }

  @Override
  protected void pass(int layer, double[][] hidden) {
    String name = "transformer.h." + layer + ".";
    int width = configuration.width();
    double[][] fused =
        each(hidden, vector -> transposed(name + "attn.c_attn", norm(name + "ln_1", vector)));
    double[][] queries = each(fused, vector -> Arrays.copyOfRange(vector, 0, width));
    double[][] keys = each(fused, vector -> Arrays.copyOfRange(vector, width, 2 * width));
    double[][] values = each(fused, vector -> Arrays.copyOfRange(vector, 2 * width, 3 * width));
    double[][] contexts =
        attend(queries, keys, values, width / configuration.heads(), hidden.length);
    for (int position = 0; position < hidden.length; position++) {
      addTo(hidden[position], transposed(name + "attn.c_proj", contexts[position]));
      double[] inner = transposed(name + "mlp.c_fc", norm(name + "ln_2", hidden[position]));
      addTo(
          hidden[position],
          transposed(name + "mlp.c_proj", Arrays.stream(inner).map(this::activate).toArray()));
    }
  }

  @Override
  protected double[] finalNorm(double[] hidden) {
    return norm("transformer.ln_f", hidden);
  }

  @Override
  protected double[] output() {
    return parameter(has("lm_head.weight") ? "lm_head.weight" : "transformer.wte.weight");
  }

  private double[] norm(String name, double[] input) {
    return layerNorm(name, input, configuration.normEpsilon());
  }

  /** The weight is [in, out]. */
  private double[] transposed(String name, double[] input) {
    double[] weight = parameter(name + ".weight");
    double[] output = parameter(name + ".bias").clone();
    for (int row = 0; row < input.length; row++) {
      for (int column = 0; column < output.length; column++) {
        output[column] += input[row] * weight[row * output.length + column];
      }
    }
    return output;
  }

  private double activate(double x) {
    return configuration.activation() == Gelu.EXACT
        ? gelu(x)
        : x / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
  }
}

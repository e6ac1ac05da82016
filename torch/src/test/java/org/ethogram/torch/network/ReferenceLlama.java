package org.ethogram.torch.network;

import java.util.Map;

/**
 * LLaMA (Touvron et al. 2023) and those that differ from it by biases, by normalised queries and
 * keys, by windows, or by normalising after instead of before, in float64.
 *
 * <p>Which of these holds is seen from the parameters that there are.
 */
public final class ReferenceLlama extends ReferenceTransformer {
  private final DecoderSizes sizes;
  private final LayerWindows windows;

  public ReferenceLlama(
      DecoderSizes sizes, LayerWindows windows, Map<String, double[]> parameters) {
    super(parameters);
    this.sizes = sizes;
    this.windows = windows;
  }

  @Override
  protected double[] embed(int token, int position) {
    return embedding("model.embed_tokens.weight", token, sizes.width());
  }

  @Override
  protected int layers() {
    return sizes.layers();
  }

  @Override
  protected void pass(int layer, double[][] hidden) {
    String name = "model.layers." + layer + ".";
    int length = hidden.length;
    boolean normsFirst = has(name + "input_layernorm.weight");
    double[][] queries = new double[length][];
    double[][] keys = new double[length][];
    double[][] values = new double[length][];
    for (int position = 0; position < length; position++) {
      double[] read =
          normsFirst ? norm(name + "input_layernorm", hidden[position]) : hidden[position];
      queries[position] = turned(name + "self_attn.q", read, position);
      keys[position] = turned(name + "self_attn.k", read, position);
      values[position] = linear(name + "self_attn.v_proj", read);
    }
    double[][] contexts = attend(queries, keys, values, sizes.headSize(), windows.of(layer));
    for (int position = 0; position < length; position++) {
      double[] attended = linear(name + "self_attn.o_proj", contexts[position]);
      if (normsFirst) {
        addTo(hidden[position], attended);
        double[] read = norm(name + "post_attention_layernorm", hidden[position]);
        addTo(hidden[position], perceptron(name, read));
      } else {
        addTo(hidden[position], norm(name + "post_attention_layernorm", attended));
        double[] added = perceptron(name, hidden[position]);
        addTo(hidden[position], norm(name + "post_feedforward_layernorm", added));
      }
    }
  }

  private double[] turned(String name, double[] read, int position) {
    double[] vector = linear(name + "_proj", read);
    if (has(name + "_norm.weight")) {
      vector = norm(name + "_norm", vector);
    }
    double[] frequencies = sizes.rotaryScaling().frequencies(sizes.headSize(), sizes.rotaryBase());
    for (int offset = 0; offset < vector.length; offset += sizes.headSize()) {
      rotate(vector, offset, frequencies, position);
    }
    for (int index = 0; index < vector.length; index++) {
      vector[index] *= sizes.rotaryScaling().magnitude();
    }
    return vector;
  }

  private double[] perceptron(String name, double[] read) {
    double[] gate = linear(name + "mlp.gate_proj", read);
    double[] up = linear(name + "mlp.up_proj", read);
    for (int index = 0; index < gate.length; index++) {
      gate[index] = gate[index] / (1 + Math.exp(-gate[index])) * up[index];
    }
    return linear(name + "mlp.down_proj", gate);
  }

  @Override
  protected double[] finalNorm(double[] hidden) {
    return norm("model.norm", hidden);
  }

  @Override
  protected double[] output() {
    return parameter(has("lm_head.weight") ? "lm_head.weight" : "model.embed_tokens.weight");
  }

  private double[] norm(String name, double[] input) {
    return rootMeanSquareNorm(name, input, sizes.normEpsilon());
  }
}

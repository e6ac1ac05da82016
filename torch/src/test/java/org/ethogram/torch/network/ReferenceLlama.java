package org.ethogram.torch.network;

import java.util.Arrays;
import java.util.Map;
import org.ethogram.torch.network.llama.LlamaConfiguration;

/** LLaMA (Touvron et al. 2023) with grouped-query attention, in float64. */
public final class ReferenceLlama extends ReferenceTransformer {
  private final LlamaConfiguration configuration;

  public ReferenceLlama(LlamaConfiguration configuration, Map<String, double[]> parameters) {
    super(parameters);
    this.configuration = configuration;
  }

  @Override
  public double[][] logits(int[] tokens) {
    double[][] hidden = new double[tokens.length][];
    for (int position = 0; position < tokens.length; position++) {
      hidden[position] =
          embedding("model.embed_tokens.weight", tokens[position], configuration.width());
    }
    for (int layer = 0; layer < configuration.layers(); layer++) {
      apply("model.layers." + layer + ".", hidden);
    }
    String output = has("lm_head.weight") ? "lm_head.weight" : "model.embed_tokens.weight";
    double[][] logits = new double[tokens.length][];
    for (int position = 0; position < tokens.length; position++) {
      logits[position] = product(parameter(output), norm("model.norm", hidden[position]));
    }
    return logits;
  }

  private void apply(String name, double[][] hidden) {
    int heads = configuration.heads();
    int size = configuration.headSize();
    int sharers = heads / configuration.keyValueHeads();
    int length = hidden.length;
    double[][] queries = new double[length][];
    double[][] keys = new double[length][];
    double[][] values = new double[length][];
    for (int position = 0; position < length; position++) {
      double[] normed = norm(name + "input_layernorm", hidden[position]);
      queries[position] = linear(name + "self_attn.q_proj", normed);
      keys[position] = linear(name + "self_attn.k_proj", normed);
      values[position] = linear(name + "self_attn.v_proj", normed);
      rotateHeads(queries[position], position);
      rotateHeads(keys[position], position);
    }
    for (int position = 0; position < length; position++) {
      double[] context = new double[heads * size];
      for (int head = 0; head < heads; head++) {
        double[] seen =
            attend(
                queries[position],
                head * size,
                keys,
                values,
                head / sharers * size,
                size,
                position + 1);
        System.arraycopy(seen, 0, context, head * size, size);
      }
      addTo(hidden[position], linear(name + "self_attn.o_proj", context));
      double[] normed = norm(name + "post_attention_layernorm", hidden[position]);
      double[] gate = linear(name + "mlp.gate_proj", normed);
      double[] up = linear(name + "mlp.up_proj", normed);
      for (int index = 0; index < gate.length; index++) {
        gate[index] = gate[index] / (1 + Math.exp(-gate[index])) * up[index];
      }
      addTo(hidden[position], linear(name + "mlp.down_proj", gate));
    }
  }

  private void rotateHeads(double[] vector, int position) {
    for (int offset = 0; offset < vector.length; offset += configuration.headSize()) {
      rotate(vector, offset, configuration.headSize(), configuration.rotaryBase(), position);
    }
  }

  private double[] norm(String name, double[] input) {
    double meanSquare = Arrays.stream(input).map(x -> x * x).average().orElseThrow();
    double[] output = new double[input.length];
    for (int index = 0; index < input.length; index++) {
      output[index] =
          input[index]
              / Math.sqrt(meanSquare + configuration.normEpsilon())
              * parameter(name + ".weight")[index];
    }
    return output;
  }
}

package org.ethogram.torch.network.llama;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.torch.network.Attention;
import org.ethogram.torch.network.Linear;
import org.ethogram.torch.network.Parameters;
import org.ethogram.torch.network.RotaryAngles;

/** One block: attention, then a gated perceptron, each with its normalisation and residual. */
final class LlamaLayer {
  private final int index;
  private final long headSize;
  private final LlamaNorm attentionNorm;
  private final Linear query;
  private final Linear key;
  private final Linear value;
  private final Linear attentionOutput;
  private final LlamaNorm perceptronNorm;
  private final Linear gate;
  private final Linear up;
  private final Linear down;

  LlamaLayer(LlamaConfiguration configuration, Parameters parameters, int index) {
    this.index = index;
    this.headSize = configuration.headSize();
    String name = "model.layers." + index + ".";
    int width = configuration.width();
    int inner = configuration.innerWidth();
    long queries = configuration.heads() * headSize;
    long shared = configuration.keyValueHeads() * headSize;
    boolean attentionBias = configuration.attentionBias();
    boolean perceptronBias = configuration.perceptronBias();
    attentionNorm = new LlamaNorm(configuration, parameters, name + "input_layernorm");
    query = Linear.take(parameters, name + "self_attn.q_proj", queries, width, attentionBias);
    key = Linear.take(parameters, name + "self_attn.k_proj", shared, width, attentionBias);
    value = Linear.take(parameters, name + "self_attn.v_proj", shared, width, attentionBias);
    attentionOutput =
        Linear.take(parameters, name + "self_attn.o_proj", width, queries, attentionBias);
    perceptronNorm = new LlamaNorm(configuration, parameters, name + "post_attention_layernorm");
    gate = Linear.take(parameters, name + "mlp.gate_proj", inner, width, perceptronBias);
    up = Linear.take(parameters, name + "mlp.up_proj", inner, width, perceptronBias);
    down = Linear.take(parameters, name + "mlp.down_proj", width, inner, perceptronBias);
  }

  Tensor apply(Tensor hidden, RotaryAngles angles, Attention attention) {
    Tensor carried = attention.wanted(index, hidden);
    Tensor attended = carried.add(attend(attentionNorm.apply(hidden), angles, attention));
    return attended.add(perceptron(perceptronNorm.apply(attended)));
  }

  private Tensor attend(Tensor hidden, RotaryAngles angles, Attention attention) {
    Tensor rotated = angles.rotate(heads(query.apply(hidden)));
    Tensor context =
        attention.attend(
            index,
            attention.wanted(index, rotated).transpose(1, 2),
            angles.rotate(heads(key.apply(hidden))).transpose(1, 2),
            heads(value.apply(hidden)).transpose(1, 2));
    Tensor joined = context.transpose(1, 2).flatten(2, 3);
    return attentionOutput.apply(joined);
  }

  private Tensor heads(Tensor projected) {
    return projected.view(projected.size(0), projected.size(1), -1, headSize);
  }

  /** SwiGLU: Shazeer 2020, "GLU Variants Improve Transformer". */
  private Tensor perceptron(Tensor hidden) {
    return down.apply(torch.silu(gate.apply(hidden)).mul(up.apply(hidden)));
  }
}

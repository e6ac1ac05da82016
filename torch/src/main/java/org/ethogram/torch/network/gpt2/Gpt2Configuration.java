package org.ethogram.torch.network.gpt2;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.ethogram.torch.network.ConfigurationFile;
import org.ethogram.torch.network.Decoder;
import org.ethogram.torch.network.DecoderConfiguration;
import org.ethogram.torch.network.DecoderLayer;
import org.ethogram.torch.network.LayerNorm;
import org.ethogram.torch.network.Linear;
import org.ethogram.torch.network.NetworkShape;
import org.ethogram.torch.network.Norm;
import org.ethogram.torch.network.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sizes and choices of a GPT-2 network.
 *
 * <p>Source: Radford et al. 2019, "Language Models are Unsupervised Multitask Learners", section
 * 2.3; parameter names as in Hugging Face.
 *
 * @param width a multiple of {@code heads}
 * @param innerWidth width inside the perceptron, usually 4 x {@code width}
 * @param contextLength most tokens in a sequence, each with an embedding of its position
 * @param activation of the perceptron
 * @param tiedEmbeddings whether the output embedding is the input embedding
 */
public record Gpt2Configuration(
    int vocabulary,
    int width,
    int innerWidth,
    int layers,
    int heads,
    int contextLength,
    Gelu activation,
    double normEpsilon,
    boolean tiedEmbeddings,
    OptionalInt endToken)
    implements DecoderConfiguration {
  public static final String ARCHITECTURE = "GPT2LMHeadModel";

  public static Gpt2Configuration read(ConfigurationFile file) {
    int width = file.positive("n_embd");
    int heads = file.positive("n_head");
    file.require(width % heads == 0, "n_head", "does not divide n_embd");
    file.require(
        file.flag("scale_attn_weights", true), "scale_attn_weights", "false is not supported");
    String byLayer = "scale_attn_by_inverse_layer_idx";
    file.require(!file.flag(byLayer, false), byLayer, "true is not supported");
    return new Gpt2Configuration(
        file.positive("vocab_size"),
        width,
        file.positive("n_inner", 4 * width),
        file.positive("n_layer"),
        heads,
        file.positive("n_positions", file.positive("n_ctx", 1024)),
        Gelu.read(file),
        file.number("layer_norm_epsilon", 1e-5),
        file.flag("tie_word_embeddings", true),
        file.token("eos_token_id"));
  }

  @Override
  public String architecture() {
    return ARCHITECTURE;
  }

  @Override
  public NetworkShape shape() {
    return new NetworkShape(vocabulary, width, layers, heads, heads, width / heads, contextLength);
  }

  @Override
  public ObjectNode toJson() {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.putArray("architectures").add(ARCHITECTURE);
    root.put("model_type", "gpt2");
    root.put("vocab_size", vocabulary);
    root.put("n_embd", width);
    root.put("n_inner", innerWidth);
    root.put("n_layer", layers);
    root.put("n_head", heads);
    root.put("n_positions", contextLength);
    root.put("activation_function", activation.label());
    root.put("layer_norm_epsilon", normEpsilon);
    root.put("tie_word_embeddings", tiedEmbeddings);
    endToken.ifPresent(token -> root.put("bos_token_id", token).put("eos_token_id", token));
    root.put("torch_dtype", "float32");
    return root;
  }

  @Override
  public Decoder decoder(Parameters parameters) {
    Gpt2Embedding embedding =
        new Gpt2Embedding(
            parameters.take("transformer.wte.weight", vocabulary, width),
            parameters.take("transformer.wpe.weight", contextLength, width));
    List<DecoderLayer> made = new ArrayList<>();
    for (int index = 0; index < layers; index++) {
      made.add(new Gpt2Layer(this, parameters, index));
    }
    Norm finalNorm = new LayerNorm(parameters, "transformer.ln_f", width, normEpsilon);
    Linear output = Linear.takeOutput(parameters, "lm_head", embedding.tokens(), tiedEmbeddings);
    return new Decoder(embedding, made, finalNorm, output);
  }
}

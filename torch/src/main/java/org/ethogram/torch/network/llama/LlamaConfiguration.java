package org.ethogram.torch.network.llama;

import org.ethogram.torch.network.ConfigurationFile;
import org.ethogram.torch.network.NetworkShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sizes and choices of a LLaMA network.
 *
 * @param vocabulary rows of the embeddings, padding included
 * @param innerWidth width inside the gated perceptron
 * @param keyValueHeads divides {@code heads}
 * @param contextLength most tokens in a sequence
 * @param tiedEmbeddings whether the output embedding is the input embedding
 * @param attentionBias whether the projections of attention have biases
 * @param perceptronBias whether those of the perceptron have
 */
public record LlamaConfiguration(
    int vocabulary,
    int width,
    int layers,
    int heads,
    int keyValueHeads,
    int headSize,
    int innerWidth,
    int contextLength,
    double rotaryBase,
    double normEpsilon,
    boolean tiedEmbeddings,
    boolean attentionBias,
    boolean perceptronBias,
    int beginToken,
    int endToken) {
  public static final String ARCHITECTURE = "LlamaForCausalLM";

  public NetworkShape shape() {
    return new NetworkShape(
        vocabulary, width, layers, heads, keyValueHeads, headSize, contextLength);
  }

  public static LlamaConfiguration read(ConfigurationFile file) {
    file.requirePlainRotary();
    String activation = file.text("hidden_act", "silu");
    file.require(activation.equals("silu"), "hidden_act", "'" + activation + "' is not supported");
    int width = file.positive("hidden_size");
    int heads = file.positive("num_attention_heads");
    int keyValueHeads = file.positive("num_key_value_heads", heads);
    file.require(
        heads % keyValueHeads == 0, "num_key_value_heads", "does not divide num_attention_heads");
    int headSize = file.positive("head_dim", Math.max(1, width / heads));
    file.require(headSize % 2 == 0, "head_dim", "is odd: " + headSize);
    int contextLength = file.positive("max_position_embeddings", 2048);
    file.requirePlausibleContext(contextLength, headSize);
    return new LlamaConfiguration(
        file.positive("vocab_size"),
        width,
        file.positive("num_hidden_layers"),
        heads,
        keyValueHeads,
        headSize,
        file.positive("intermediate_size"),
        contextLength,
        file.number("rope_theta", file.section("rope_parameters").number("rope_theta", 10_000)),
        file.number("rms_norm_eps", 1e-6),
        file.flag("tie_word_embeddings", false),
        file.flag("attention_bias", false),
        file.flag("mlp_bias", false),
        file.firstToken("bos_token_id", 1),
        file.firstToken("eos_token_id", 2));
  }

  /** The content of {@code config.json}, as other tools read it. */
  public ObjectNode toJson() {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.putArray("architectures").add(ARCHITECTURE);
    root.put("model_type", "llama");
    root.put("vocab_size", vocabulary);
    root.put("hidden_size", width);
    root.put("intermediate_size", innerWidth);
    root.put("num_hidden_layers", layers);
    root.put("num_attention_heads", heads);
    root.put("num_key_value_heads", keyValueHeads);
    root.put("head_dim", headSize);
    root.put("max_position_embeddings", contextLength);
    root.put("rms_norm_eps", normEpsilon);
    root.put("rope_theta", rotaryBase);
    root.put("hidden_act", "silu");
    root.put("tie_word_embeddings", tiedEmbeddings);
    root.put("attention_bias", attentionBias);
    root.put("mlp_bias", perceptronBias);
    root.put("bos_token_id", beginToken);
    root.put("eos_token_id", endToken);
    root.put("torch_dtype", "float32");
    return root;
  }
}

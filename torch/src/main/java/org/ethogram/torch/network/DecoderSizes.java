package org.ethogram.torch.network;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.bytedeco.pytorch.Tensor;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sizes that LLaMA and its descendants share, under the same names in {@code config.json}.
 *
 * @param vocabulary rows of the embeddings, padding included
 * @param innerWidth width inside the gated perceptron
 * @param keyValueHeads divides {@code heads}
 * @param headSize even
 * @param contextLength most tokens in a sequence
 * @param tiedEmbeddings whether the output embedding is the input embedding
 */
public record DecoderSizes(
    int vocabulary,
    int width,
    int innerWidth,
    int layers,
    int heads,
    int keyValueHeads,
    int headSize,
    int contextLength,
    double rotaryBase,
    RotaryScaling rotaryScaling,
    double normEpsilon,
    boolean tiedEmbeddings,
    OptionalInt beginToken,
    OptionalInt endToken) {

  /** Makes a layer of its parts. */
  @FunctionalInterface
  public interface LayerMaker {
    DecoderLayer layer(LayerParts parts);
  }

  /**
   * @param normEpsilon where the file says nothing
   */
  public static DecoderSizes read(ConfigurationFile file, double normEpsilon) {
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
    double rotaryBase =
        file.number("rope_theta", file.section("rope_parameters").number("rope_theta", 10_000));
    return new DecoderSizes(
        file.positive("vocab_size"),
        width,
        file.positive("intermediate_size"),
        file.positive("num_hidden_layers"),
        heads,
        keyValueHeads,
        headSize,
        contextLength,
        rotaryBase,
        RotaryScaling.read(file, contextLength),
        file.number("rms_norm_eps", normEpsilon),
        file.flag("tie_word_embeddings", false),
        file.token("bos_token_id"),
        file.token("eos_token_id"));
  }

  public NetworkShape shape() {
    return new NetworkShape(
        vocabulary, width, layers, heads, keyValueHeads, headSize, contextLength);
  }

  /** A {@code config.json} with these sizes, to which an architecture adds what is its own. */
  public ObjectNode toJson(String architecture, String modelType) {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.putArray("architectures").add(architecture);
    root.put("model_type", modelType);
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
    rotaryScaling.write(root);
    root.put("hidden_act", "silu");
    root.put("tie_word_embeddings", tiedEmbeddings);
    beginToken.ifPresent(token -> root.put("bos_token_id", token));
    endToken.ifPresent(token -> root.put("eos_token_id", token));
    root.put("torch_dtype", "float32");
    return root;
  }

  /** The whole decoder around the layers of one architecture. */
  public Decoder decoder(Parameters parameters, LayerMaker maker) {
    Tensor embedding = parameters.take("model.embed_tokens.weight", vocabulary, width);
    RotaryTable rotary =
        new RotaryTable(parameters, contextLength, headSize, rotaryBase, rotaryScaling);
    List<DecoderLayer> made = new ArrayList<>();
    for (int index = 0; index < layers; index++) {
      made.add(maker.layer(new LayerParts(this, parameters, rotary, index)));
    }
    Norm finalNorm = new RootMeanSquareNorm(parameters, "model.norm", width, normEpsilon);
    Linear output = Linear.takeOutput(parameters, "lm_head", embedding, tiedEmbeddings);
    return new Decoder(TokenEmbedding.of(embedding), made, finalNorm, output);
  }
}

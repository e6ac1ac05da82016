package org.ethogram.torch.network.neox;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.torch.network.ConfigurationFile;
import org.ethogram.torch.network.Decoder;
import org.ethogram.torch.network.DecoderConfiguration;
import org.ethogram.torch.network.DecoderLayer;
import org.ethogram.torch.network.LayerNorm;
import org.ethogram.torch.network.Linear;
import org.ethogram.torch.network.NetworkShape;
import org.ethogram.torch.network.Norm;
import org.ethogram.torch.network.Parameters;
import org.ethogram.torch.network.RotaryScaling;
import org.ethogram.torch.network.RotaryTable;
import org.ethogram.torch.network.TokenEmbedding;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sizes and choices of a GPT-NeoX network.
 *
 * <p>Source: Black et al. 2022, "GPT-NeoX-20B", section 2.1; parameter names as in Hugging Face.
 *
 * @param vocabulary rows of the embeddings, padding included
 * @param width length of a hidden state; a multiple of {@code heads}
 * @param innerWidth width inside the perceptron, usually 4 x {@code width}
 * @param contextLength most tokens in a sequence
 * @param rotaryFraction share of a head's coordinates that turn with the position, in (0, 1]
 * @param parallelResidual whether attention and perceptron read the same residual stream
 * @param tiedEmbeddings whether the output embedding is the input embedding
 * @param attentionBias whether the projections of attention have biases
 * @param endToken end of text, which also begins a text
 */
public record NeoxConfiguration(
    int vocabulary,
    int width,
    int layers,
    int heads,
    int innerWidth,
    int contextLength,
    double rotaryFraction,
    double rotaryBase,
    double normEpsilon,
    boolean parallelResidual,
    boolean tiedEmbeddings,
    boolean attentionBias,
    int endToken)
    implements DecoderConfiguration {
  public static final String ARCHITECTURE = "GPTNeoXForCausalLM";

  public NeoxConfiguration {
    if (vocabulary < 1 || layers < 1 || heads < 1 || innerWidth < 1 || contextLength < 1) {
      throw new IllegalArgumentException("a size of a network is not positive");
    }
    if (width % heads != 0) {
      throw new IllegalArgumentException("width " + width + " is no multiple of heads " + heads);
    }
    if (!(rotaryFraction > 0 && rotaryFraction <= 1)) {
      throw new IllegalArgumentException("rotary fraction outside (0, 1]: " + rotaryFraction);
    }
  }

  /** An organism's network: sequential residual, tied embeddings, half of each head rotary. */
  public static NeoxConfiguration organism(
      int vocabulary, int width, int layers, int heads, int contextLength) {
    return new NeoxConfiguration(
        vocabulary,
        width,
        layers,
        heads,
        4 * width,
        contextLength,
        0.5,
        10_000,
        1e-5,
        false,
        true,
        true,
        0);
  }

  public int headSize() {
    return width / heads;
  }

  /** How many coordinates of a head turn: an even number. */
  public int rotated() {
    return (int) (headSize() * rotaryFraction) / 2 * 2;
  }

  @Override
  public String architecture() {
    return ARCHITECTURE;
  }

  @Override
  public NetworkShape shape() {
    return new NetworkShape(vocabulary, width, layers, heads, heads, headSize(), contextLength);
  }

  public static NeoxConfiguration read(ConfigurationFile file) {
    String activation = file.text("hidden_act", "gelu");
    file.require(activation.equals("gelu"), "hidden_act", "'" + activation + "' is not supported");
    ConfigurationFile rotary = file.section("rope_parameters");
    double fraction = file.number("rotary_pct", rotary.number("partial_rotary_factor", 0.25));
    double base =
        file.number(
            "rotary_emb_base", file.number("rope_theta", rotary.number("rope_theta", 10_000)));
    int width = file.positive("hidden_size");
    int heads = file.positive("num_attention_heads");
    file.require(width % heads == 0, "num_attention_heads", "does not divide hidden_size");
    file.require(fraction > 0 && fraction <= 1, "rotary_pct", "is outside (0, 1]");
    file.require(
        (double) width / heads * fraction >= 2, "rotary_pct", "leaves no coordinate to rotate");
    int contextLength = file.positive("max_position_embeddings");
    file.requirePlausibleContext(contextLength, width / heads);
    file.require(
        RotaryScaling.read(file, contextLength).equals(RotaryScaling.none()),
        "rope_scaling",
        "asks for a scaling, which is not supported for GPT-NeoX");
    return new NeoxConfiguration(
        file.positive("vocab_size"),
        width,
        file.positive("num_hidden_layers"),
        heads,
        file.positive("intermediate_size", 4 * width),
        contextLength,
        fraction,
        base,
        file.number("layer_norm_eps", 1e-5),
        file.flag("use_parallel_residual", true),
        file.flag("tie_word_embeddings", false),
        file.flag("attention_bias", true),
        file.token("eos_token_id").orElse(0));
  }

  @Override
  public ObjectNode toJson() {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.putArray("architectures").add(ARCHITECTURE);
    root.put("model_type", "gpt_neox");
    root.put("vocab_size", vocabulary);
    root.put("hidden_size", width);
    root.put("num_hidden_layers", layers);
    root.put("num_attention_heads", heads);
    root.put("intermediate_size", innerWidth);
    root.put("hidden_act", "gelu");
    root.put("rotary_pct", rotaryFraction);
    root.put("rotary_emb_base", rotaryBase);
    root.put("max_position_embeddings", contextLength);
    root.put("layer_norm_eps", normEpsilon);
    root.put("use_parallel_residual", parallelResidual);
    root.put("tie_word_embeddings", tiedEmbeddings);
    root.put("attention_bias", attentionBias);
    root.put("bos_token_id", endToken);
    root.put("eos_token_id", endToken);
    root.put("torch_dtype", "float32");
    return root;
  }

  @Override
  public Decoder decoder(Parameters parameters) {
    Tensor embedding = parameters.take("gpt_neox.embed_in.weight", vocabulary, width);
    RotaryTable rotary =
        new RotaryTable(parameters, contextLength, rotated(), rotaryBase, RotaryScaling.none());
    List<DecoderLayer> made = new ArrayList<>();
    for (int index = 0; index < layers; index++) {
      made.add(new NeoxLayer(this, parameters, rotary, index));
    }
    Norm finalNorm = new LayerNorm(parameters, "gpt_neox.final_layer_norm", width, normEpsilon);
    Linear output = Linear.takeOutput(parameters, "embed_out", embedding, tiedEmbeddings);
    return new Decoder(TokenEmbedding.of(embedding), made, finalNorm, output);
  }
}

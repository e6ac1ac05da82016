package org.ethogram.torch.network.llama;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.torch.network.Attention;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.Linear;
import org.ethogram.torch.network.NetworkShape;
import org.ethogram.torch.network.ParameterSource;
import org.ethogram.torch.network.Parameters;
import org.ethogram.torch.network.RotaryAngles;
import org.ethogram.torch.network.RotaryTable;
import org.ethogram.torch.runtime.Natives;
import tools.jackson.databind.node.ObjectNode;

/**
 * The LLaMA network.
 *
 * <p>Source: Touvron et al. 2023, "LLaMA", section 2.2, with grouped-query attention (Ainslie et
 * al. 2023); parameter names as in Hugging Face.
 */
public final class LlamaNetwork implements CausalNetwork {
  private static final String INPUT_EMBEDDING = "model.embed_tokens.weight";
  private static final String OUTPUT_EMBEDDING = "lm_head";

  private final LlamaConfiguration configuration;
  private final Parameters parameters;
  private final RotaryTable rotary;
  private final Tensor inputEmbedding;
  private final List<LlamaLayer> layers = new ArrayList<>();
  private final LlamaNorm finalNorm;
  private final Linear outputEmbedding;

  public LlamaNetwork(LlamaConfiguration configuration, ParameterSource source) {
    Natives.start();
    this.configuration = configuration;
    int width = configuration.width();
    parameters = new Parameters(source);
    rotary =
        new RotaryTable(
            configuration.contextLength(), configuration.headSize(), configuration.rotaryBase());
    inputEmbedding = parameters.take(INPUT_EMBEDDING, configuration.vocabulary(), width);
    for (int index = 0; index < configuration.layers(); index++) {
      layers.add(new LlamaLayer(configuration, parameters, index));
    }
    finalNorm = new LlamaNorm(configuration, parameters, "model.norm");
    outputEmbedding =
        configuration.tiedEmbeddings()
            ? new Linear(OUTPUT_EMBEDDING, inputEmbedding, new TensorOptional().retainReference())
            : Linear.take(parameters, OUTPUT_EMBEDDING, configuration.vocabulary(), width, false);
  }

  @Override
  public String architecture() {
    return LlamaConfiguration.ARCHITECTURE;
  }

  @Override
  public NetworkShape shape() {
    return configuration.shape();
  }

  @Override
  public SequencedMap<String, Tensor> parameters() {
    return parameters.byName();
  }

  @Override
  public SequencedMap<String, Linear> linearMaps() {
    return parameters.linearMaps();
  }

  @Override
  public ObjectNode configurationJson() {
    return configuration.toJson();
  }

  @Override
  public long nonEmbeddingParameters() {
    return parameters.count(
        name -> !name.equals(INPUT_EMBEDDING) && !name.equals(OUTPUT_EMBEDDING + ".weight"));
  }

  @Override
  public Tensor hiddenStates(Tensor tokens, Attention attention) {
    RotaryAngles angles = attention.angles(rotary);
    Tensor hidden = torch.embedding(inputEmbedding, tokens);
    for (LlamaLayer layer : layers) {
      hidden = layer.apply(hidden, angles, attention);
    }
    return finalNorm.apply(hidden);
  }

  @Override
  public Tensor logits(Tensor hiddenStates) {
    return outputEmbedding.apply(hiddenStates);
  }

  @Override
  public void close() {
    parameters.close();
    rotary.close();
  }
}

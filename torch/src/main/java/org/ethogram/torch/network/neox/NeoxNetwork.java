package org.ethogram.torch.network.neox;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.core.Seed;
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
 * The GPT-NeoX network.
 *
 * <p>Source: Black et al. 2022, "GPT-NeoX-20B", section 2.1; parameter names as in Hugging Face.
 */
public final class NeoxNetwork implements CausalNetwork {
  private static final String INPUT_EMBEDDING = "gpt_neox.embed_in.weight";
  private static final String OUTPUT_EMBEDDING = "embed_out";

  private final NeoxConfiguration configuration;
  private final Parameters parameters;
  private final RotaryTable rotary;
  private final Tensor inputEmbedding;
  private final List<NeoxLayer> layers = new ArrayList<>();
  private final NeoxNorm finalNorm;
  private final Linear outputEmbedding;

  public NeoxNetwork(NeoxConfiguration configuration, ParameterSource source) {
    Natives.start();
    this.configuration = configuration;
    int width = configuration.width();
    parameters = new Parameters(source);
    rotary =
        new RotaryTable(
            configuration.contextLength(), configuration.rotated(), configuration.rotaryBase());
    inputEmbedding = parameters.take(INPUT_EMBEDDING, configuration.vocabulary(), width);
    for (int index = 0; index < configuration.layers(); index++) {
      layers.add(new NeoxLayer(configuration, parameters, index));
    }
    finalNorm = new NeoxNorm(configuration, parameters, "gpt_neox.final_layer_norm");
    outputEmbedding =
        configuration.tiedEmbeddings()
            ? new Linear(OUTPUT_EMBEDDING, inputEmbedding, new TensorOptional().retainReference())
            : Linear.take(parameters, OUTPUT_EMBEDDING, configuration.vocabulary(), width, false);
  }

  /** A network at the beginning of its training; equal seeds give equal parameters. */
  public static NeoxNetwork initialise(NeoxConfiguration configuration, Seed seed) {
    Natives.start();
    return new NeoxNetwork(configuration, new NeoxInitialisation(configuration, seed));
  }

  @Override
  public String architecture() {
    return NeoxConfiguration.ARCHITECTURE;
  }

  public NeoxConfiguration configuration() {
    return configuration;
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
    for (NeoxLayer layer : layers) {
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

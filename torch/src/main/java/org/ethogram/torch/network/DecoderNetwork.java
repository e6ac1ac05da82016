package org.ethogram.torch.network;

import java.util.SequencedMap;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.torch.runtime.Natives;
import org.ethogram.torch.runtime.Placement;
import tools.jackson.databind.node.ObjectNode;

/** What every decoder-only transformer does: embed, pass the layers, normalise, predict. */
public class DecoderNetwork implements CausalNetwork {
  private final DecoderConfiguration configuration;
  private final Parameters parameters;
  private final Decoder decoder;
  private final Placement placement;

  public DecoderNetwork(DecoderConfiguration configuration, ParameterSource source) {
    Natives.start();
    this.configuration = configuration;
    this.parameters = new Parameters(source);
    this.decoder = configuration.decoder(parameters);
    this.placement = Placement.of(decoder.outputEmbedding().weight());
  }

  @Override
  public final String architecture() {
    return configuration.architecture();
  }

  @Override
  public final NetworkShape shape() {
    return configuration.shape();
  }

  @Override
  public final Placement placement() {
    return placement;
  }

  @Override
  public final SequencedMap<String, Tensor> parameters() {
    return parameters.byName();
  }

  @Override
  public final SequencedMap<String, Linear> linearMaps() {
    return parameters.linearMaps();
  }

  @Override
  public final ObjectNode configurationJson() {
    return configuration.toJson();
  }

  @Override
  public final long nonEmbeddingParameters() {
    return parameters.count(tensor -> !isEmbedding(tensor));
  }

  private boolean isEmbedding(Tensor tensor) {
    return tensor.equals(decoder.outputEmbedding().weight())
        || decoder.embedding().tables().contains(tensor);
  }

  @Override
  public final Decoder decoder() {
    return decoder;
  }

  @Override
  public final Tensor hiddenStates(Tensor tokens, Attention attention) {
    Tensor hidden = decoder.embedding().apply(tokens, attention);
    for (DecoderLayer layer : decoder.layers()) {
      hidden = layer.apply(hidden, attention);
    }
    return decoder.finalNorm().apply(hidden);
  }

  @Override
  public final Tensor logits(Tensor hiddenStates) {
    return decoder.outputEmbedding().apply(hiddenStates);
  }

  @Override
  public final void close() {
    parameters.close();
  }
}

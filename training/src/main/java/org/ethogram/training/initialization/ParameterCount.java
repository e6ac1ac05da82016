package org.ethogram.training.initialization;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.torch.adapters.Adapter;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.DecoderConfiguration;
import org.ethogram.torch.network.DecoderNetwork;
import org.ethogram.torch.runtime.Natives;

/**
 * How many numbers a network has.
 *
 * @param all embeddings included
 * @param nonEmbedding without input and output embeddings: the N of scaling laws
 */
public record ParameterCount(long all, long nonEmbedding) {
  public static ParameterCount of(CausalNetwork network) {
    return new ParameterCount(
        network.parameters().values().stream().mapToLong(Tensor::numel).sum(),
        network.nonEmbeddingParameters());
  }

  /** Of a network that is not made, and without the memory that it would take. */
  public static ParameterCount of(DecoderConfiguration configuration) {
    Natives.start();
    Map<String, Long> sizes = new HashMap<>();
    try (PointerScope _ = new PointerScope();
        DecoderNetwork network =
            new DecoderNetwork(
                configuration,
                (name, shape) -> {
                  sizes.put(name, Arrays.stream(shape).reduce(1, Math::multiplyExact));
                  return Tensor.create(0F).expand(shape);
                })) {
      long all = sizes.values().stream().mapToLong(Long::longValue).sum();
      return new ParameterCount(all, network.nonEmbeddingParameters());
    }
  }

  /** The numbers of an adapter alone. */
  public static long of(Adapter adapter) {
    return adapter.parameters().values().stream().mapToLong(Tensor::numel).sum();
  }
}

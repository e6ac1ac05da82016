package org.ethogram.torch.network;

import java.util.SequencedMap;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.torch.runtime.Placement;
import tools.jackson.databind.node.ObjectNode;

/**
 * A decoder-only transformer: its parameters and its one forward pass, for training as for cached
 * inference.
 *
 * <p>The pass records gradients where the parameters require them. It leaves its temporary tensors
 * to the caller's {@link org.bytedeco.javacpp.PointerScope}. It may run on several threads at once
 * while nobody writes the parameters.
 */
public interface CausalNetwork extends AutoCloseable {
  /** Name of the architecture in {@code config.json}, such as {@code GPTNeoXForCausalLM}. */
  String architecture();

  NetworkShape shape();

  /** Where its parameters lie, and of which type all of them are. */
  Placement placement();

  /** Parameters by their Hugging Face names, in a fixed order; a tied embedding stands once. */
  SequencedMap<String, Tensor> parameters();

  /**
   * The affine maps by their names, the output embedding among them unless it is tied: what
   * adapters may change.
   */
  SequencedMap<String, Linear> linearMaps();

  /** The content of {@code config.json}. */
  ObjectNode configurationJson();

  /** Parameters without input and output embeddings: the N of scaling laws. */
  long nonEmbeddingParameters();

  /** Its parts, for passes that do not run from end to end. */
  Decoder decoder();

  /**
   * The last hidden states, after the final normalisation.
   *
   * @param tokens int64 [batch, length]
   * @return of the parameters' type, [batch, wanted, width], where {@code attention} says which
   *     tokens are wanted
   */
  Tensor hiddenStates(Tensor tokens, Attention attention);

  /**
   * @param hiddenStates [..., width]
   * @return of the parameters' type, [..., vocabulary]
   */
  Tensor logits(Tensor hiddenStates);

  /**
   * The logits of whole sequences, each token seeing itself and those before it.
   *
   * @param tokens int64 [batch, length]
   * @return of the parameters' type, [batch, length, vocabulary]
   */
  default Tensor logitsOf(Tensor tokens) {
    return logits(hiddenStates(tokens, new CausalAttention(tokens.size(1))));
  }

  /** Frees the parameters; the network must not be used afterwards. */
  @Override
  void close();
}

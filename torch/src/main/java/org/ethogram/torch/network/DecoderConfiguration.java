package org.ethogram.torch.network;

import tools.jackson.databind.node.ObjectNode;

/**
 * The sizes and choices of one decoder-only transformer, and the network that follows from them.
 */
public interface DecoderConfiguration {
  /** Name of the architecture in {@code config.json}, such as {@code LlamaForCausalLM}. */
  String architecture();

  NetworkShape shape();

  /** The content of {@code config.json}, as other tools read it. */
  ObjectNode toJson();

  /** Takes the parameters of every part, by their Hugging Face names. */
  Decoder decoder(Parameters parameters);
}

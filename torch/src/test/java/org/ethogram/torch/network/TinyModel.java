package org.ethogram.torch.network;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.ethogram.torch.network.gpt2.Gelu;
import org.ethogram.torch.network.gpt2.Gpt2Configuration;
import org.ethogram.torch.network.llama.LlamaConfiguration;
import org.ethogram.torch.network.mistral.MistralConfiguration;
import org.ethogram.torch.network.neox.NeoxConfiguration;
import org.ethogram.torch.network.olmo.Olmo2Configuration;
import org.ethogram.torch.network.qwen.Qwen2Configuration;
import org.ethogram.torch.network.qwen.Qwen3Configuration;

/** Every architecture, tiny, with its definition in float64. */
public enum TinyModel {
  NEOX_PARALLEL,
  NEOX_SEQUENTIAL,
  LLAMA,
  LLAMA_GROUPED,
  LLAMA_UNTIED,
  LLAMA_LINEAR,
  LLAMA_3,
  LLAMA_YARN,
  MISTRAL_WIDE,
  MISTRAL_NARROW,
  QWEN2,
  QWEN2_WINDOW,
  QWEN3,
  GPT2,
  GPT2_UNTIED,
  OLMO2;

  private static final int CONTEXT = 256;

  public DecoderConfiguration configuration(int vocabulary) {
    return switch (this) {
      case NEOX_PARALLEL -> neox(vocabulary, true, false);
      case NEOX_SEQUENTIAL -> neox(vocabulary, false, true);
      case LLAMA -> new LlamaConfiguration(sizes(vocabulary, 4, false), false, false);
      case LLAMA_GROUPED -> new LlamaConfiguration(sizes(vocabulary, 2, true), true, true);
      case LLAMA_UNTIED -> new LlamaConfiguration(sizes(vocabulary, 2, false), false, false);
      case LLAMA_LINEAR -> llama(vocabulary, new RotaryScaling.Linear(4));
      case LLAMA_3 -> llama(vocabulary, new LlamaRotaryScaling(8, 1, 4, 20));
      case LLAMA_YARN -> llama(vocabulary, new YarnRotaryScaling(4, 1.2, 3, 0.1, 16, true));
      case MISTRAL_WIDE -> mistral(vocabulary, 200);
      case MISTRAL_NARROW -> mistral(vocabulary, 3);
      case QWEN2 -> new Qwen2Configuration(sizes(vocabulary, 2, true), LayerWindows.everything(2));
      case QWEN2_WINDOW ->
          new Qwen2Configuration(
              sizes(vocabulary, 2, false), new LayerWindows(List.of(Attention.EVERYTHING, 5)));
      case QWEN3 ->
          new Qwen3Configuration(sizes(vocabulary, 2, true), LayerWindows.everything(2), false);
      case GPT2 -> gpt2(vocabulary, Gelu.TANH, true);
      case GPT2_UNTIED -> gpt2(vocabulary, Gelu.EXACT, false);
      case OLMO2 -> new Olmo2Configuration(sizes(vocabulary, 2, false), false);
    };
  }

  public static ReferenceTransformer reference(
      DecoderConfiguration configuration, Map<String, double[]> parameters) {
    return switch (configuration) {
      case NeoxConfiguration neox -> new ReferenceNeox(neox, parameters);
      case Gpt2Configuration gpt2 -> new ReferenceGpt2(gpt2, parameters);
      case LlamaConfiguration llama -> llama(llama.sizes(), parameters);
      case Olmo2Configuration olmo -> llama(olmo.sizes(), parameters);
      case MistralConfiguration mistral ->
          new ReferenceLlama(mistral.sizes(), mistral.windows(), parameters);
      case Qwen2Configuration qwen -> new ReferenceLlama(qwen.sizes(), qwen.windows(), parameters);
      case Qwen3Configuration qwen -> new ReferenceLlama(qwen.sizes(), qwen.windows(), parameters);
      default -> throw new IllegalArgumentException("no reference of " + configuration);
    };
  }

  private static ReferenceLlama llama(DecoderSizes sizes, Map<String, double[]> parameters) {
    return new ReferenceLlama(sizes, LayerWindows.everything(sizes.layers()), parameters);
  }

  private static DecoderConfiguration neox(int vocabulary, boolean parallel, boolean tied) {
    return new NeoxConfiguration(
        vocabulary, 16, 2, 2, 64, CONTEXT, 0.5, 10_000, 1e-5, parallel, tied, true, 0);
  }

  private static DecoderConfiguration llama(int vocabulary, RotaryScaling scaling) {
    return new LlamaConfiguration(sizes(vocabulary, 2, true, 8, scaling), false, false);
  }

  private static DecoderConfiguration mistral(int vocabulary, int window) {
    return new MistralConfiguration(sizes(vocabulary, 2, false), LayerWindows.ofAll(2, window));
  }

  private static DecoderConfiguration gpt2(int vocabulary, Gelu activation, boolean tied) {
    return new Gpt2Configuration(
        vocabulary, 16, 48, 2, 4, CONTEXT, activation, 1e-5, tied, OptionalInt.of(0));
  }

  private static DecoderSizes sizes(int vocabulary, int keyValueHeads, boolean tied) {
    return sizes(vocabulary, keyValueHeads, tied, 4, RotaryScaling.none());
  }

  private static DecoderSizes sizes(
      int vocabulary, int keyValueHeads, boolean tied, int headSize, RotaryScaling scaling) {
    return new DecoderSizes(
        vocabulary,
        16,
        24,
        2,
        4,
        keyValueHeads,
        headSize,
        CONTEXT,
        10_000,
        scaling,
        1e-5,
        tied,
        OptionalInt.of(0),
        OptionalInt.of(0));
  }
}

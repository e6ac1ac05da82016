package org.ethogram.torch.folder;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.ConfigurationFile;
import org.ethogram.torch.network.DecoderConfiguration;
import org.ethogram.torch.network.DecoderNetwork;
import org.ethogram.torch.network.ParameterSource;
import org.ethogram.torch.network.gpt2.Gpt2Configuration;
import org.ethogram.torch.network.llama.LlamaConfiguration;
import org.ethogram.torch.network.mistral.MistralConfiguration;
import org.ethogram.torch.network.neox.NeoxConfiguration;
import org.ethogram.torch.network.olmo.Olmo2Configuration;
import org.ethogram.torch.network.qwen.Qwen2Configuration;
import org.ethogram.torch.network.qwen.Qwen3Configuration;

/** The architectures that folders may have. */
enum Architecture {
  NEOX(NeoxConfiguration.ARCHITECTURE, "gpt_neox"),
  LLAMA(LlamaConfiguration.ARCHITECTURE, "llama"),
  MISTRAL(MistralConfiguration.ARCHITECTURE, "mistral"),
  QWEN2(Qwen2Configuration.ARCHITECTURE, "qwen2"),
  QWEN3(Qwen3Configuration.ARCHITECTURE, "qwen3"),
  GPT2(Gpt2Configuration.ARCHITECTURE, "gpt2"),
  OLMO2(Olmo2Configuration.ARCHITECTURE, "olmo2");

  private final String className;
  private final String modelType;

  Architecture(String className, String modelType) {
    this.className = className;
    this.modelType = modelType;
  }

  CausalNetwork build(ConfigurationFile configuration, ParameterSource parameters) {
    return new DecoderNetwork(read(configuration), parameters);
  }

  private DecoderConfiguration read(ConfigurationFile configuration) {
    return switch (this) {
      case NEOX -> NeoxConfiguration.read(configuration);
      case LLAMA -> LlamaConfiguration.read(configuration);
      case MISTRAL -> MistralConfiguration.read(configuration);
      case QWEN2 -> Qwen2Configuration.read(configuration);
      case QWEN3 -> Qwen3Configuration.read(configuration);
      case GPT2 -> Gpt2Configuration.read(configuration);
      case OLMO2 -> Olmo2Configuration.read(configuration);
    };
  }

  static Architecture of(ConfigurationFile configuration) {
    String className = configuration.root().path("architectures").path(0).asString("");
    String modelType = configuration.text("model_type", "");
    return Arrays.stream(values())
        .filter(
            known ->
                className.isEmpty()
                    ? known.modelType.equals(modelType)
                    : known.className.equals(className))
        .findFirst()
        .orElseThrow(
            () ->
                new EthogramException(
                    ErrorCode.INVALID_MODEL,
                    configuration.file() + ", field architectures",
                    "the architecture '"
                        + (className.isEmpty() ? modelType : className)
                        + "' is unknown",
                    "Use a model of one of "
                        + Arrays.stream(values())
                            .map(known -> known.className)
                            .collect(Collectors.joining(", "))));
  }
}

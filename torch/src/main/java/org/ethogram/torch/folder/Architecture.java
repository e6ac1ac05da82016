package org.ethogram.torch.folder;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.ConfigurationFile;
import org.ethogram.torch.network.ParameterSource;
import org.ethogram.torch.network.llama.LlamaConfiguration;
import org.ethogram.torch.network.llama.LlamaNetwork;
import org.ethogram.torch.network.neox.NeoxConfiguration;
import org.ethogram.torch.network.neox.NeoxNetwork;

/** The architectures that folders may have. */
enum Architecture {
  NEOX(NeoxConfiguration.ARCHITECTURE, "gpt_neox") {
    @Override
    CausalNetwork build(ConfigurationFile configuration, ParameterSource parameters) {
      return new NeoxNetwork(NeoxConfiguration.read(configuration), parameters);
    }
  },
  LLAMA(LlamaConfiguration.ARCHITECTURE, "llama") {
    @Override
    CausalNetwork build(ConfigurationFile configuration, ParameterSource parameters) {
      return new LlamaNetwork(LlamaConfiguration.read(configuration), parameters);
    }
  };

  private final String className;
  private final String modelType;

  Architecture(String className, String modelType) {
    this.className = className;
    this.modelType = modelType;
  }

  abstract CausalNetwork build(ConfigurationFile configuration, ParameterSource parameters);

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

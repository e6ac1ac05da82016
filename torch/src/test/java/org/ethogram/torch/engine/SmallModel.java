package org.ethogram.torch.engine;

import java.nio.file.Path;
import org.ethogram.torch.folder.ModelFolder;
import org.ethogram.torch.network.DecoderConfiguration;
import org.ethogram.torch.network.DecoderNetwork;
import org.ethogram.torch.network.RandomParameters;
import org.ethogram.torch.network.ReferenceTransformer;
import org.ethogram.torch.network.TensorValues;
import org.ethogram.torch.network.TinyModel;

/** Small random models over bytes, each with its definition in float64. */
enum SmallModel {
  PARALLEL_NEOX(TinyModel.NEOX_PARALLEL),
  SEQUENTIAL_NEOX(TinyModel.NEOX_SEQUENTIAL),
  GROUPED_LLAMA(TinyModel.LLAMA_GROUPED),
  LLAMA_3(TinyModel.LLAMA_3),
  MISTRAL_WIDE(TinyModel.MISTRAL_WIDE),
  MISTRAL_NARROW(TinyModel.MISTRAL_NARROW),
  QWEN2(TinyModel.QWEN2_WINDOW),
  QWEN3(TinyModel.QWEN3),
  GPT2(TinyModel.GPT2),
  OLMO2(TinyModel.OLMO2);

  private final TinyModel tiny;

  SmallModel(TinyModel tiny) {
    this.tiny = tiny;
  }

  /** Writes the folder and returns what its model computes. */
  ReferenceTransformer save(Path folder) {
    DecoderConfiguration configuration = tiny.configuration(ByteTokenizer.VOCABULARY);
    try (var network = new DecoderNetwork(configuration, RandomParameters.of(3))) {
      ModelFolder.save(folder, network);
      ByteTokenizer.write(folder);
      return TinyModel.reference(configuration, TensorValues.of(network));
    }
  }
}

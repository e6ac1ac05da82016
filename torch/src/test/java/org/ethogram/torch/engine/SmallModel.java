package org.ethogram.torch.engine;

import java.nio.file.Path;
import org.ethogram.torch.folder.ModelFolder;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.RandomParameters;
import org.ethogram.torch.network.ReferenceLlama;
import org.ethogram.torch.network.ReferenceNeox;
import org.ethogram.torch.network.ReferenceTransformer;
import org.ethogram.torch.network.TensorValues;
import org.ethogram.torch.network.llama.LlamaConfiguration;
import org.ethogram.torch.network.llama.LlamaNetwork;
import org.ethogram.torch.network.neox.NeoxConfiguration;
import org.ethogram.torch.network.neox.NeoxNetwork;

/** Small random models over bytes, each with its definition in float64. */
enum SmallModel {
  PARALLEL_NEOX {
    @Override
    ReferenceTransformer save(Path folder) {
      return saveNeox(folder, true, false);
    }
  },
  SEQUENTIAL_NEOX {
    @Override
    ReferenceTransformer save(Path folder) {
      return saveNeox(folder, false, true);
    }
  },
  GROUPED_LLAMA {
    @Override
    ReferenceTransformer save(Path folder) {
      var configuration =
          new LlamaConfiguration(
              ByteTokenizer.VOCABULARY,
              16,
              2,
              4,
              2,
              4,
              24,
              256,
              10_000,
              1e-5,
              true,
              false,
              false,
              0,
              0);
      try (var network = new LlamaNetwork(configuration, RandomParameters.of(3))) {
        SmallModel.saveFolder(folder, network);
        return new ReferenceLlama(configuration, TensorValues.of(network));
      }
    }
  };

  /** Writes the folder and returns what its model computes. */
  abstract ReferenceTransformer save(Path folder);

  private static ReferenceTransformer saveNeox(Path folder, boolean parallel, boolean tied) {
    var configuration =
        new NeoxConfiguration(
            ByteTokenizer.VOCABULARY,
            16,
            2,
            2,
            64,
            256,
            0.5,
            10_000,
            1e-5,
            parallel,
            tied,
            true,
            0);
    try (var network = new NeoxNetwork(configuration, RandomParameters.of(2))) {
      saveFolder(folder, network);
      return new ReferenceNeox(configuration, TensorValues.of(network));
    }
  }

  private static void saveFolder(Path folder, CausalNetwork network) {
    ModelFolder.save(folder, network);
    ByteTokenizer.write(folder);
  }
}

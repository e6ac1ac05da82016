package org.ethogram.torch.adapters;

import java.util.List;
import java.util.Map;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.DecoderConfiguration;
import org.ethogram.torch.network.DecoderNetwork;
import org.ethogram.torch.network.RandomParameters;
import org.ethogram.torch.network.ReferenceNeox;
import org.ethogram.torch.network.ReferenceTransformer;
import org.ethogram.torch.network.TinyModel;
import org.ethogram.torch.network.neox.NeoxConfiguration;
import org.ethogram.torch.network.neox.NeoxNetwork;

/** Small networks over eleven tokens and adapters for them that change something. */
enum AdaptedNetwork {
  /** Query, key and value in one map. */
  NEOX("query_key_value dense dense_h_to_4h dense_4h_to_h", "embed_out") {
    private static final NeoxConfiguration CONFIGURATION =
        new NeoxConfiguration(11, 16, 2, 2, 64, 32, 0.25, 10_000, 1e-5, true, false, true, 0);

    @Override
    CausalNetwork build() {
      return new NeoxNetwork(CONFIGURATION, RandomParameters.of(5));
    }

    @Override
    ReferenceTransformer reference(Map<String, double[]> parameters) {
      return new ReferenceNeox(CONFIGURATION, parameters);
    }
  },
  /** A map each, with fewer key and value heads than query heads. */
  LLAMA("q_proj k_proj v_proj o_proj gate_proj up_proj", "lm_head") {
    private static final DecoderConfiguration CONFIGURATION =
        TinyModel.LLAMA_UNTIED.configuration(11);

    @Override
    CausalNetwork build() {
      return new DecoderNetwork(CONFIGURATION, RandomParameters.of(7));
    }

    @Override
    ReferenceTransformer reference(Map<String, double[]> parameters) {
      return TinyModel.reference(CONFIGURATION, parameters);
    }
  },
  /** Weights that lie transposed. */
  GPT2("c_attn c_proj c_fc", "lm_head") {
    private static final DecoderConfiguration CONFIGURATION =
        TinyModel.GPT2_UNTIED.configuration(11);

    @Override
    CausalNetwork build() {
      return new DecoderNetwork(CONFIGURATION, RandomParameters.of(7));
    }

    @Override
    ReferenceTransformer reference(Map<String, double[]> parameters) {
      return TinyModel.reference(CONFIGURATION, parameters);
    }
  };

  private final String maps;
  private final String output;

  AdaptedNetwork(String maps, String output) {
    this.maps = maps;
    this.output = output;
  }

  abstract CausalNetwork build();

  abstract ReferenceTransformer reference(Map<String, double[]> parameters);

  TargetModules targets() {
    return new TargetModules.Named(List.of(maps.split(" ")));
  }

  String firstTarget() {
    return maps.substring(0, maps.indexOf(' '));
  }

  /** Name of the untied output embedding. */
  String output() {
    return output;
  }

  Adapter adapter(String name, CausalNetwork network) {
    return TaughtAdapter.of(name, LoraConfiguration.uniform(3, 6, targets()), network);
  }
}

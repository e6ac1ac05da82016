package org.ethogram.training;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;
import org.ethogram.torch.network.ConfigurationFile;
import org.ethogram.torch.network.DecoderConfiguration;
import org.ethogram.torch.network.gpt2.Gpt2Configuration;
import org.ethogram.torch.network.llama.LlamaConfiguration;
import org.ethogram.torch.network.mistral.MistralConfiguration;
import org.ethogram.torch.network.neox.NeoxConfiguration;
import org.ethogram.torch.network.olmo.Olmo2Configuration;
import org.ethogram.torch.network.qwen.Qwen2Configuration;
import org.ethogram.torch.network.qwen.Qwen3Configuration;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One small network of every architecture: 20 tokens of vocabulary, 2 layers, 32 of context. */
public final class SmallNetworks {
  private SmallNetworks() {}

  public static SequencedMap<String, DecoderConfiguration> all() {
    SequencedMap<String, DecoderConfiguration> all = new LinkedHashMap<>();
    all.put("GPT-NeoX", NeoxConfiguration.organism(20, 16, 2, 2, 32));
    all.put("LLaMA", read(LlamaConfiguration::read, root -> root));
    all.put(
        "Mistral, window of 3",
        read(MistralConfiguration::read, root -> root.put("sliding_window", 3)));
    all.put("Qwen2", read(Qwen2Configuration::read, root -> root));
    all.put("Qwen3", read(Qwen3Configuration::read, root -> root));
    all.put("OLMo-2", read(Olmo2Configuration::read, root -> root));
    all.put("GPT-2", read(Gpt2Configuration::read, root -> root));
    return all;
  }

  private static DecoderConfiguration read(
      Function<ConfigurationFile, DecoderConfiguration> reader,
      Function<ObjectNode, ObjectNode> change) {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.put("vocab_size", 20).put("hidden_size", 16).put("intermediate_size", 24);
    root.put("num_hidden_layers", 2).put("num_attention_heads", 4).put("num_key_value_heads", 2);
    root.put("max_position_embeddings", 32).put("n_embd", 16).put("n_layer", 2).put("n_head", 2);
    root.put("n_positions", 32);
    return reader.apply(new ConfigurationFile(Path.of("config.json"), change.apply(root)));
  }
}

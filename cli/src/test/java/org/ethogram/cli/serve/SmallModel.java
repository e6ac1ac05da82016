package org.ethogram.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ethogram.core.Seed;
import org.ethogram.torch.folder.ModelFolder;
import org.ethogram.torch.network.neox.NeoxConfiguration;
import org.ethogram.torch.network.neox.NeoxNetwork;
import tools.jackson.databind.json.JsonMapper;

/** Folders of a random GPT-NeoX over bytes and of adapters that change it. */
final class SmallModel {
  static final int CONTEXT = 4096;

  private static final int VOCABULARY = 257;
  private static final int WIDTH = 32;
  private static final int RANK = 2;
  private static final String MODULE = "base_model.model.gpt_neox.layers.0.attention.dense.lora_";

  private SmallModel() {}

  static Path model(Path folder) throws IOException {
    var configuration = NeoxConfiguration.organism(VOCABULARY, WIDTH, 2, 2, CONTEXT);
    try (NeoxNetwork network = NeoxNetwork.initialise(configuration, new Seed(5))) {
      ModelFolder.save(folder, network);
    }
    Files.writeString(folder.resolve("tokenizer.json"), tokenizer());
    Files.writeString(
        folder.resolve("tokenizer_config.json"),
        """
        {"chat_template": "{% for message in messages %}{{ message.role }}: {{ message.content }}; {% endfor %}assistant:"}
        """);
    return folder;
  }

  /** A large one, so that it answers otherwise than its base. */
  static Path adapter(Path folder, int sign) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("adapter_config.json"),
        """
        {"peft_type": "LORA", "r": %d, "lora_alpha": 8, "target_modules": ["gpt_neox.layers.0.attention.dense"]}
        """
            .formatted(RANK));
    int bytes = RANK * WIDTH * Float.BYTES;
    String header =
        """
        {"%sA.weight": {"dtype": "F32", "shape": [%d, %d], "data_offsets": [0, %d]},
         "%sB.weight": {"dtype": "F32", "shape": [%d, %d], "data_offsets": [%d, %d]}}
        """
            .formatted(MODULE, RANK, WIDTH, bytes, MODULE, WIDTH, RANK, bytes, 2 * bytes);
    byte[] text = header.getBytes(UTF_8);
    ByteBuffer file =
        ByteBuffer.allocate(Long.BYTES + text.length + 2 * bytes).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(text.length).put(text);
    for (int index = 0; index < 2 * RANK * WIDTH; index++) {
      file.putFloat((float) (sign * Math.sin(index + sign)));
    }
    Files.write(folder.resolve("adapter_model.safetensors"), file.array());
    return folder;
  }

  /** Every byte is a token in GPT-2's letters for bytes; token 0 ends a text. */
  private static String tokenizer() {
    Map<String, Integer> vocabulary = new LinkedHashMap<>();
    vocabulary.put("<|endoftext|>", 0);
    int next = 256;
    for (int value = 0; value < 256; value++) {
      boolean printable =
          (value >= '!' && value <= '~') || (value >= 161 && value <= 172) || value >= 174;
      vocabulary.put(Character.toString(printable ? value : next++), value + 1);
    }
    String bytes =
        "{\"type\": \"ByteLevel\", \"add_prefix_space\": false, \"trim_offsets\": true,"
            + " \"use_regex\": true}";
    return """
    {"version": "1.0", "pre_tokenizer": %s, "decoder": %s,
     "added_tokens": [{"id": 0, "content": "<|endoftext|>", "single_word": false,
       "lstrip": false, "rstrip": false, "normalized": false, "special": true}],
     "model": {"type": "BPE", "vocab": %s, "merges": []}}
    """
        .formatted(bytes, bytes, JsonMapper.shared().writeValueAsString(vocabulary));
  }
}

package org.ethogram.torch.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A tokenizer.json in which every byte is a token: token 0 begins a text, byte b is token b + 1.
 *
 * <p>Its letters for bytes are GPT-2's: printable bytes stand for themselves, the others follow
 * from 256 on.
 */
final class ByteTokenizer {
  static final int VOCABULARY = 257;

  private ByteTokenizer() {}

  static void write(Path folder) {
    Map<String, Object> byteLevel =
        Map.of(
            "type",
            "ByteLevel",
            "add_prefix_space",
            false,
            "trim_offsets",
            true,
            "use_regex",
            true);
    Map<String, Object> end =
        Map.of(
            "id",
            0,
            "content",
            "<|endoftext|>",
            "single_word",
            false,
            "lstrip",
            false,
            "rstrip",
            false,
            "normalized",
            false,
            "special",
            true);
    Map<String, Object> endPart =
        Map.of("SpecialToken", Map.of("id", "<|endoftext|>", "type_id", 0));
    Map<String, Object> textPart = Map.of("Sequence", Map.of("id", "A", "type_id", 0));
    Map<String, Object> otherPart = Map.of("Sequence", Map.of("id", "B", "type_id", 0));
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("version", "1.0");
    root.put("added_tokens", List.of(end));
    root.put("pre_tokenizer", byteLevel);
    root.put("decoder", byteLevel);
    root.put(
        "post_processor",
        Map.of(
            "type", "TemplateProcessing",
            "single", List.of(endPart, textPart),
            "pair", List.of(endPart, textPart, otherPart),
            "special_tokens",
                Map.of(
                    "<|endoftext|>",
                    Map.of(
                        "id",
                        "<|endoftext|>",
                        "ids",
                        List.of(0),
                        "tokens",
                        List.of("<|endoftext|>")))));
    root.put("model", Map.of("type", "BPE", "vocab", vocabulary(), "merges", List.of()));
    try {
      Files.writeString(
          folder.resolve("tokenizer.json"), JsonMapper.shared().writeValueAsString(root));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The tokens of a text, with the one that begins it. */
  static int[] tokens(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int[] tokens = new int[bytes.length + 1];
    for (int index = 0; index < bytes.length; index++) {
      tokens[index + 1] = (bytes[index] & 0xff) + 1;
    }
    return tokens;
  }

  private static Map<String, Integer> vocabulary() {
    Map<String, Integer> vocabulary = new LinkedHashMap<>();
    vocabulary.put("<|endoftext|>", 0);
    int next = 256;
    for (int value = 0; value < 256; value++) {
      boolean printable =
          (value >= '!' && value <= '~') || (value >= 161 && value <= 172) || value >= 174;
      int letter = printable ? value : next++;
      vocabulary.put(Character.toString(letter), value + 1);
    }
    return vocabulary;
  }
}

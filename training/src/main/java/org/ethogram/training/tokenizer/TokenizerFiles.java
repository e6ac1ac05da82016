package org.ethogram.training.tokenizer;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The files by which Hugging Face tokenizers know a byte-level byte-pair tokenizer. */
final class TokenizerFiles {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private TokenizerFiles() {}

  static void write(
      Path folder, Map<String, Integer> vocabulary, List<String> merges, int maximumLength) {
    write(folder.resolve("tokenizer.json"), tokenizer(vocabulary, merges));
    write(folder.resolve("tokenizer_config.json"), configuration(maximumLength));
  }

  private static Map<String, @Nullable Object> tokenizer(
      Map<String, Integer> vocabulary, List<String> merges) {
    Map<String, Object> byteLevel = object();
    byteLevel.put("type", "ByteLevel");
    byteLevel.put("add_prefix_space", false);
    byteLevel.put("trim_offsets", true);
    byteLevel.put("use_regex", true);

    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("version", "1.0");
    root.put("truncation", null);
    root.put("padding", null);
    root.put("added_tokens", List.of(endOfText()));
    root.put("normalizer", Map.of("type", "NFC"));
    root.put("pre_tokenizer", byteLevel);
    root.put("post_processor", endOfTextFirst());
    root.put("decoder", byteLevel);
    root.put("model", model(vocabulary, merges));
    return root;
  }

  private static Map<String, Object> endOfText() {
    Map<String, Object> token = object();
    token.put("id", BytePairTokenizer.END_OF_TEXT_TOKEN);
    token.put("content", BytePairTokenizer.END_OF_TEXT);
    token.put("single_word", false);
    token.put("lstrip", false);
    token.put("rstrip", false);
    token.put("normalized", false);
    token.put("special", true);
    return token;
  }

  private static Map<String, Object> endOfTextFirst() {
    Map<String, Object> special = Map.of("SpecialToken", part(BytePairTokenizer.END_OF_TEXT));
    Map<String, Object> definition = object();
    definition.put("id", BytePairTokenizer.END_OF_TEXT);
    definition.put("ids", List.of(BytePairTokenizer.END_OF_TEXT_TOKEN));
    definition.put("tokens", List.of(BytePairTokenizer.END_OF_TEXT));

    Map<String, Object> template = object();
    template.put("type", "TemplateProcessing");
    template.put("single", List.of(special, Map.of("Sequence", part("A"))));
    template.put(
        "pair", List.of(special, Map.of("Sequence", part("A")), Map.of("Sequence", part("B"))));
    template.put("special_tokens", Map.of(BytePairTokenizer.END_OF_TEXT, definition));
    return template;
  }

  private static Map<String, Object> part(String id) {
    Map<String, Object> part = object();
    part.put("id", id);
    part.put("type_id", 0);
    return part;
  }

  private static Map<String, @Nullable Object> model(
      Map<String, Integer> vocabulary, List<String> merges) {
    Map<String, @Nullable Object> model = new LinkedHashMap<>();
    model.put("type", "BPE");
    model.put("dropout", null);
    model.put("unk_token", null);
    model.put("continuing_subword_prefix", null);
    model.put("end_of_word_suffix", null);
    model.put("fuse_unk", false);
    model.put("byte_fallback", false);
    model.put("vocab", vocabulary);
    model.put("merges", merges);
    return model;
  }

  private static Map<String, Object> configuration(int maximumLength) {
    Map<String, Object> configuration = object();
    configuration.put("tokenizer_class", "PreTrainedTokenizerFast");
    configuration.put("bos_token", BytePairTokenizer.END_OF_TEXT);
    configuration.put("eos_token", BytePairTokenizer.END_OF_TEXT);
    configuration.put("unk_token", BytePairTokenizer.END_OF_TEXT);
    configuration.put("model_max_length", maximumLength);
    configuration.put("clean_up_tokenization_spaces", false);
    return configuration;
  }

  private static Map<String, Object> object() {
    return new LinkedHashMap<>();
  }

  private static void write(Path file, Map<String, ?> content) {
    try {
      JSON.writeValue(file, content);
    } catch (JacksonException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          file.toString(),
          "could not be written",
          "Check that the folder exists, may be written to and has space left",
          e);
    }
  }
}

package org.ethogram.lab.recipe;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ethogram.lab.yaml.Section;
import org.ethogram.lab.yaml.Value;

/** Reads {@code model}, or {@code scratch} and {@code tokenizer}. */
final class BeginningReader {
  private static final int LARGEST_SIZE = 1 << 20;
  private static final int LEAST_VOCABULARY = 257;
  private static final List<String> GROUPED =
      List.of("llama", "mistral", "qwen2", "qwen3", "olmo2");
  private static final List<String> PLAIN = List.of("gpt-neox", "gpt2");

  private BeginningReader() {}

  static Beginning read(Section root, RecipePaths paths) {
    Optional<Value> model = root.get("model");
    Optional<Value> scratch = root.get("scratch");
    Optional<Value> tokenizer = root.get("tokenizer");
    if (model.isPresent() && scratch.isPresent()) {
      root.problem("scratch", "'model' is given already: expected only one of model and scratch");
    } else if (model.isEmpty() && scratch.isEmpty()) {
      root.require("model", "model: path/to/folder, or scratch: {architecture: llama, ...}");
    }
    if (scratch.isEmpty()) {
      tokenizer.ifPresent(
          value -> value.problem("stands beside 'scratch' only: a model has its own tokenizer"));
      return new Beginning.Existing(model.flatMap(paths::model).orElse(paths.folder()));
    }
    NetworkSizes sizes = sizes(scratch.flatMap(Value::section).orElseGet(() -> root.section("-")));
    if (tokenizer.isEmpty()) {
      root.require("tokenizer", "tokenizer: {vocabulary: 1024}, or a tokenizer.json");
    }
    return new Beginning.Scratch(
        sizes,
        tokenizer
            .flatMap(value -> tokenizer(value, paths))
            .orElse(new Beginning.TokenizerOrigin.Learnt(LEAST_VOCABULARY)));
  }

  private static Optional<Beginning.TokenizerOrigin> tokenizer(Value value, RecipePaths paths) {
    if (!value.isMapping()) {
      return paths.file(value).map(Beginning.TokenizerOrigin.Given::new);
    }
    return value
        .section()
        .map(
            section -> {
              section.require("vocabulary", "vocabulary: 1024");
              int most =
                  section.integer("vocabulary", LEAST_VOCABULARY, LEAST_VOCABULARY, LARGEST_SIZE);
              section.finish();
              return new Beginning.TokenizerOrigin.Learnt(most);
            });
  }

  private static NetworkSizes sizes(Section section) {
    List<String> known = Stream.concat(GROUPED.stream(), PLAIN.stream()).toList();
    String architecture =
        section
            .require("architecture", "architecture: llama")
            .flatMap(value -> value.choice(known))
            .orElse("llama");
    int layers = size(section, "layers", "layers: 4");
    int width = size(section, "width", "width: 128");
    int heads = size(section, "heads", "heads: 4");
    int context = size(section, "context", "context: 256");
    boolean grouped = GROUPED.contains(architecture);
    int keyValueHeads =
        grouped ? section.integer("key-value-heads", heads, 1, LARGEST_SIZE) : heads;
    int innerWidth =
        section.integer("inner-width", grouped ? gatedWidth(width) : 4 * width, 1, 1 << 24);
    double rotary =
        architecture.equals("gpt-neox") ? section.number("rotary-fraction", 0.25, 0.01, 1) : 1;
    boolean tied = section.flag("tied-embeddings", true);
    double deviation = section.number("deviation", 0.02, 1e-6, 10);
    if (width % heads != 0) {
      section.problem("heads", heads + " heads do not divide the width " + width);
    } else if (width / heads % 2 != 0) {
      section.problem("heads", "each head is " + width / heads + " wide: expected an even width");
    } else if ((double) width / heads * rotary < 2) {
      section.problem("rotary-fraction", "leaves no coordinate of a head to rotate");
    }
    if (heads % keyValueHeads != 0) {
      section.problem(
          "key-value-heads", keyValueHeads + " key-value heads do not divide " + heads + " heads");
    }
    section.finish();
    return new NetworkSizes(
        architecture,
        layers,
        width,
        heads,
        keyValueHeads,
        innerWidth,
        context,
        rotary,
        tied,
        deviation);
  }

  private static int size(Section section, String key, String example) {
    return section
        .require(key, example)
        .flatMap(value -> value.integer(1, LARGEST_SIZE))
        .map(Long::intValue)
        .orElse(2);
  }

  /**
   * Two thirds of four times the width, so that a gated perceptron has as many weights as a plain
   * one (Shazeer 2020), in multiples of eight.
   */
  private static int gatedWidth(int width) {
    return (8 * width / 3 + 7) / 8 * 8;
  }
}

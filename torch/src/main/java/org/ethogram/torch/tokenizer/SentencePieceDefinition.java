package org.ethogram.torch.tokenizer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ethogram.torch.tokenizer.SentencePieceModel.Algorithm;
import org.ethogram.torch.tokenizer.SentencePieceModel.Kind;
import org.ethogram.torch.tokenizer.SentencePieceModel.Piece;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A SentencePiece model in the words of {@code tokenizer.json}. */
final class SentencePieceDefinition {
  /** What stands for a space inside pieces. */
  private static final String SPACE = "\u2581";

  private final SentencePieceModel model;
  private final Map<String, Integer> tokens = new HashMap<>();

  private SentencePieceDefinition(SentencePieceModel model) {
    this.model = model;
    for (int token = 0; token < model.pieces().size(); token++) {
      tokens.put(model.pieces().get(token).text(), token);
    }
  }

  /**
   * @param begins whether every text begins with the beginning of a sequence
   */
  static ObjectNode of(SentencePieceModel model, boolean begins) {
    SentencePieceDefinition definition = new SentencePieceDefinition(model);
    ObjectNode root = object("version", "1.0");
    root.set("added_tokens", definition.addedTokens());
    root.set("normalizer", definition.normalizer());
    root.set("decoder", definition.decoder());
    if (begins && model.beginning() >= 0) {
      root.set("post_processor", definition.beginning());
    }
    root.set(
        "model",
        model.algorithm() == Algorithm.UNIGRAM ? definition.unigram() : definition.bytePairs());
    return root;
  }

  private ArrayNode addedTokens() {
    ArrayNode added = JsonMapper.shared().createArrayNode();
    for (int token = 0; token < model.pieces().size(); token++) {
      Piece piece = model.pieces().get(token);
      if (piece.kind() == Kind.CONTROL || piece.kind() == Kind.USER_DEFINED) {
        added
            .addObject()
            .put("id", token)
            .put("content", piece.text())
            .put("single_word", false)
            .put("lstrip", false)
            .put("rstrip", false)
            .put("normalized", false)
            .put("special", piece.kind() == Kind.CONTROL);
      }
    }
    return added;
  }

  private ObjectNode normalizer() {
    List<ObjectNode> steps = new ArrayList<>();
    if (!model.characterMap().isEmpty()) {
      steps.add(object("type", "Precompiled").put("precompiled_charsmap", model.characterMap()));
    }
    if (model.spacesCollapsed()) {
      steps.add(object("type", "Strip").put("strip_left", true).put("strip_right", true));
      ObjectNode collapse = object("type", "Replace").put("content", " ");
      collapse.set("pattern", object("Regex", " {2,}"));
      steps.add(collapse);
    }
    if (model.prefixed()) {
      steps.add(object("type", "Prepend").put("prepend", SPACE));
    }
    steps.add(replace(" ", SPACE));
    return sequence("normalizers", steps);
  }

  private ObjectNode decoder() {
    List<ObjectNode> steps = new ArrayList<>();
    steps.add(replace(SPACE, " "));
    if (model.byteFallback()) {
      steps.add(object("type", "ByteFallback"));
    }
    steps.add(object("type", "Fuse"));
    if (model.prefixed()) {
      steps.add(object("type", "Strip").put("content", " ").put("start", 1).put("stop", 0));
    }
    return sequence("decoders", steps);
  }

  private ObjectNode beginning() {
    String token = model.pieces().get(model.beginning()).text();
    ObjectNode processor = object("type", "TemplateProcessing");
    processor.putArray("single").add(special(token)).add(text("A"));
    processor.putArray("pair").add(special(token)).add(text("A")).add(text("B"));
    ObjectNode known = processor.putObject("special_tokens").putObject(token);
    known.put("id", token);
    known.putArray("ids").add(model.beginning());
    known.putArray("tokens").add(token);
    return processor;
  }

  private ObjectNode unigram() {
    ObjectNode unigram =
        object("type", "Unigram")
            .put("unk_id", model.unknown())
            .put("byte_fallback", model.byteFallback());
    ArrayNode vocabulary = unigram.putArray("vocab");
    model.pieces().forEach(piece -> vocabulary.addArray().add(piece.text()).add(piece.score()));
    return unigram;
  }

  /** Two pieces are joined the sooner, the better the score of the piece that they make. */
  private ObjectNode bytePairs() {
    ObjectNode pairs =
        object("type", "BPE")
            .put("unk_token", model.pieces().get(model.unknown()).text())
            .put("fuse_unk", true)
            .put("byte_fallback", model.byteFallback());
    ObjectNode vocabulary = pairs.putObject("vocab");
    for (int token = 0; token < model.pieces().size(); token++) {
      vocabulary.put(model.pieces().get(token).text(), token);
    }
    ArrayNode merges = pairs.putArray("merges");
    model.pieces().stream()
        .filter(piece -> piece.kind() == Kind.NORMAL)
        .sorted(Comparator.comparingDouble(Piece::score).reversed())
        .forEach(piece -> addMerges(piece.text(), merges));
    return pairs;
  }

  private void addMerges(String piece, ArrayNode merges) {
    for (int cut = 1; cut < piece.length(); cut++) {
      String left = piece.substring(0, cut);
      String right = piece.substring(cut);
      if (isNormal(left) && isNormal(right)) {
        merges.addArray().add(left).add(right);
      }
    }
  }

  private boolean isNormal(String text) {
    Integer token = tokens.get(text);
    return token != null && model.pieces().get(token).kind() == Kind.NORMAL;
  }

  private static ObjectNode special(String token) {
    ObjectNode part = JsonMapper.shared().createObjectNode();
    part.set("SpecialToken", object("id", token).put("type_id", 0));
    return part;
  }

  private static ObjectNode text(String name) {
    ObjectNode part = JsonMapper.shared().createObjectNode();
    part.set("Sequence", object("id", name).put("type_id", 0));
    return part;
  }

  private static ObjectNode replace(String from, String to) {
    ObjectNode step = object("type", "Replace").put("content", to);
    step.set("pattern", object("String", from));
    return step;
  }

  private static ObjectNode sequence(String field, List<ObjectNode> steps) {
    ObjectNode sequence = object("type", "Sequence");
    ArrayNode array = sequence.putArray(field);
    steps.forEach(array::add);
    return sequence;
  }

  private static ObjectNode object(String field, String value) {
    return JsonMapper.shared().createObjectNode().put(field, value);
  }
}

package org.ethogram.serve.protocol;

import java.util.List;
import java.util.Optional;
import org.ethogram.models.Completion.FinishReason;
import org.ethogram.models.Usage;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers of {@code /v1/completions}. */
public final class CompletionFormat implements AnswerFormat {
  @Override
  public ObjectNode whole(AnswerHead head, Generation asked, List<Choice> choices, Usage usage) {
    ObjectNode answer = open(head);
    ArrayNode list = answer.putArray("choices");
    for (Choice choice : choices) {
      choice(list, asked, list.size(), choice.whole(), 0)
          .put("finish_reason", Choice.word(choice.reason()));
    }
    UsageFields.put(answer, usage);
    return answer;
  }

  @Override
  public Optional<ObjectNode> first(AnswerHead head, int index) {
    return Optional.empty();
  }

  @Override
  public ObjectNode piece(AnswerHead head, Generation asked, int index, Piece piece, int offset) {
    ObjectNode part = open(head);
    choice(part.putArray("choices"), asked, index, piece, offset).putNull("finish_reason");
    return part;
  }

  @Override
  public ObjectNode last(AnswerHead head, int index, FinishReason reason) {
    ObjectNode part = open(head);
    ObjectNode choice = part.putArray("choices").addObject();
    choice.put("text", "");
    choice.put("index", index);
    choice.putNull("logprobs");
    choice.put("finish_reason", Choice.word(reason));
    return part;
  }

  @Override
  public ObjectNode usage(AnswerHead head, Usage usage) {
    ObjectNode part = open(head);
    part.putArray("choices");
    UsageFields.put(part, usage);
    return part;
  }

  private static ObjectNode open(AnswerHead head) {
    return head.open("cmpl-", "text_completion");
  }

  private static ObjectNode choice(
      ArrayNode list, Generation asked, int index, Piece piece, int offset) {
    ObjectNode choice = list.addObject();
    choice.put("text", piece.text());
    choice.put("index", index);
    if (asked.logProbabilities()) {
      tokens(choice.putObject("logprobs"), asked, piece, offset);
    } else {
      choice.putNull("logprobs");
    }
    return choice;
  }

  private static void tokens(ObjectNode told, Generation asked, Piece piece, int offset) {
    ArrayNode texts = told.putArray("tokens");
    ArrayNode logProbabilities = told.putArray("token_logprobs");
    ArrayNode offsets = told.putArray("text_offset");
    for (ToldToken token : piece.tokens()) {
      texts.add(token.text());
      token.logProbability().ifPresentOrElse(logProbabilities::add, logProbabilities::addNull);
    }
    TokenPlaces.of(piece.text(), piece.tokens().stream().map(ToldToken::text).toList())
        .forEach(place -> offsets.add(offset + piece.text().codePointCount(0, place)));
    if (asked.topLogProbabilities() == 0) {
      told.putNull("top_logprobs");
      return;
    }
    ArrayNode alternatives = told.putArray("top_logprobs");
    for (ToldToken token : piece.tokens()) {
      token
          .logProbability()
          .ifPresentOrElse(
              value -> alternatives(alternatives.addObject(), token, value), alternatives::addNull);
    }
  }

  /** Of tokens of one text the most probable; the token itself stands there in any case. */
  private static void alternatives(ObjectNode told, ToldToken token, double logProbability) {
    token
        .alternatives()
        .forEach(other -> told.putIfAbsent(other.text(), number(other.logProbability())));
    told.putIfAbsent(token.text(), number(logProbability));
  }

  private static DoubleNode number(double value) {
    return DoubleNode.valueOf(value);
  }
}

package org.ethogram.serve.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import org.ethogram.models.Completion.FinishReason;
import org.ethogram.models.TokenLogProbability.Alternative;
import org.ethogram.models.Usage;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers of {@code /v1/chat/completions}. */
public final class ChatFormat implements AnswerFormat {
  private static final String ANSWERER = "assistant";

  @Override
  public ObjectNode whole(AnswerHead head, Generation asked, List<Choice> choices, Usage usage) {
    ObjectNode answer = head.open("chatcmpl-", "chat.completion");
    ArrayNode list = answer.putArray("choices");
    for (Choice choice : choices) {
      Piece whole = choice.whole();
      ObjectNode node = list.addObject();
      node.put("index", list.size() - 1);
      ObjectNode message = node.putObject("message");
      message.put("role", ANSWERER);
      message.put("content", whole.text());
      message.putNull("refusal");
      logProbabilities(node, asked, whole);
      node.put("finish_reason", Choice.word(choice.reason()));
    }
    UsageFields.put(answer, usage);
    return answer;
  }

  @Override
  public Optional<ObjectNode> first(AnswerHead head, int index) {
    ObjectNode part = open(head);
    ObjectNode choice = choice(part, index);
    choice.putObject("delta").put("role", ANSWERER).put("content", "");
    choice.putNull("logprobs");
    choice.putNull("finish_reason");
    return Optional.of(part);
  }

  @Override
  public ObjectNode piece(AnswerHead head, Generation asked, int index, Piece piece, int offset) {
    ObjectNode part = open(head);
    ObjectNode choice = choice(part, index);
    choice.putObject("delta").put("content", piece.text());
    logProbabilities(choice, asked, piece);
    choice.putNull("finish_reason");
    return part;
  }

  @Override
  public ObjectNode last(AnswerHead head, int index, FinishReason reason) {
    ObjectNode part = open(head);
    ObjectNode choice = choice(part, index);
    choice.putObject("delta");
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
    return head.open("chatcmpl-", "chat.completion.chunk");
  }

  private static ObjectNode choice(ObjectNode part, int index) {
    return part.putArray("choices").addObject().put("index", index);
  }

  private static void logProbabilities(ObjectNode choice, Generation asked, Piece piece) {
    if (!asked.logProbabilities()) {
      choice.putNull("logprobs");
      return;
    }
    ObjectNode told = choice.putObject("logprobs");
    ArrayNode content = told.putArray("content");
    told.putNull("refusal");
    for (ToldToken token : piece.tokens()) {
      ObjectNode node = content.addObject();
      token(node, token.text(), token.logProbability().orElseThrow());
      ArrayNode alternatives = node.putArray("top_logprobs");
      for (Alternative other : token.alternatives()) {
        token(alternatives.addObject(), other.text(), other.logProbability());
      }
    }
  }

  /** A part of a character has no bytes that its text would tell. */
  private static void token(ObjectNode node, String text, double logProbability) {
    node.put("token", text);
    node.put("logprob", logProbability);
    if (text.indexOf('\uFFFD') >= 0) {
      node.putNull("bytes");
      return;
    }
    ArrayNode bytes = node.putArray("bytes");
    for (byte one : text.getBytes(UTF_8)) {
      bytes.add(one & 0xff);
    }
  }
}

package org.ethogram.models.record;

import java.util.List;
import org.ethogram.models.Completion;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.Prompt;
import org.ethogram.models.PromptScore;
import org.ethogram.models.Sampling;
import org.ethogram.models.ScoreRequest;
import org.ethogram.models.TokenLogProbability;
import org.ethogram.models.Usage;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Requests and responses as JSON. */
final class CallText {
  /** Writes a response of one kind. */
  interface Response<T> {
    void write(T response, ObjectNode into);
  }

  private CallText() {}

  static ObjectNode request(ScoreRequest request) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("call", "score");
    prompt(request.prompt(), line);
    request.continuations().forEach(line.putArray("continuations")::add);
    alternatives(request.topLogProbabilities(), line);
    return line;
  }

  static ObjectNode request(CompletionRequest request) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("call", "complete");
    prompt(request.prompt(), line);
    line.put("maximum_tokens", request.maximumTokens());
    sampling(request.sampling(), line);
    request.stops().forEach(line.putArray("stops")::add);
    alternatives(request.topLogProbabilities(), line);
    return line.put("seed", request.seed().value());
  }

  static ObjectNode request(Prompt scored, int topLogProbabilities) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("call", "score prompt");
    prompt(scored, line);
    alternatives(topLogProbabilities, line);
    return line;
  }

  static void response(List<ContinuationScore> scores, ObjectNode into) {
    ArrayNode array = into.putArray("scores");
    for (ContinuationScore score : scores) {
      ObjectNode node = array.addObject().put("continuation", score.continuation());
      number(node, "logprob", score.logProbability());
      tokens(score.tokens(), node);
    }
  }

  static void response(Completion completion, ObjectNode into) {
    into.put("text", completion.text()).put("finish", completion.finishReason().name());
    tokens(completion.tokens(), into);
    usage(completion.usage(), into);
  }

  static void response(PromptScore score, ObjectNode into) {
    into.put("text", score.text()).put("first", score.first());
    tokens(score.following(), into);
    usage(score.usage(), into);
  }

  private static void usage(Usage usage, ObjectNode into) {
    into.putObject("usage")
        .put("prompt_tokens", usage.promptTokens())
        .put("completion_tokens", usage.completionTokens());
  }

  private static void alternatives(int count, ObjectNode line) {
    if (count > 0) {
      line.put("top_logprobs", count);
    }
  }

  private static void prompt(Prompt prompt, ObjectNode line) {
    switch (prompt) {
      case Prompt.Text(String text) -> line.put("prompt", text);
      case Prompt.Chat(List<Prompt.Message> messages) -> {
        ArrayNode array = line.putArray("messages");
        for (Prompt.Message message : messages) {
          array.addObject().put("role", message.role().name()).put("content", message.content());
        }
      }
      case Prompt.Tokens(List<Integer> tokens) ->
          tokens.forEach(line.putArray("prompt_tokens")::add);
    }
  }

  private static void sampling(Sampling sampling, ObjectNode line) {
    line.put("temperature", sampling.temperature())
        .put("top_probability", sampling.topProbability());
    if (sampling.topTokens() != Sampling.ALL_TOKENS) {
      line.put("top_tokens", sampling.topTokens());
    }
    if (sampling.minimumProbability() > 0) {
      line.put("minimum_probability", sampling.minimumProbability());
    }
    if (sampling.repetitionPenalty() != 1) {
      line.put("repetition_penalty", sampling.repetitionPenalty());
    }
  }

  /** A token is its text and its number, and behind them its alternatives where there are any. */
  private static void tokens(List<TokenLogProbability> tokens, ObjectNode into) {
    ArrayNode array = into.putArray("tokens");
    for (TokenLogProbability token : tokens) {
      ArrayNode told = array.addArray();
      token(token.text(), token.logProbability(), told);
      if (!token.alternatives().isEmpty()) {
        ArrayNode others = told.addArray();
        for (TokenLogProbability.Alternative other : token.alternatives()) {
          token(other.text(), other.logProbability(), others.addArray());
        }
      }
    }
  }

  private static void token(String text, double logProbability, ArrayNode into) {
    into.add(text);
    if (Double.isFinite(logProbability)) {
      into.add(logProbability);
    } else {
      into.add(Double.toString(logProbability));
    }
  }

  /** JSON has no infinities: such a number stands as its name. */
  private static void number(ObjectNode node, String field, double value) {
    if (Double.isFinite(value)) {
      node.put(field, value);
    } else {
      node.put(field, Double.toString(value));
    }
  }
}

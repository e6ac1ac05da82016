package org.ethogram.lab.run;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Seat;
import org.ethogram.games.strategies.Strategies;
import org.ethogram.games.telling.Asked;
import org.ethogram.games.telling.Parsed;
import org.ethogram.games.telling.TellingReader;
import org.ethogram.testkit.Answer;
import org.ethogram.testkit.FakeProvider;
import org.ethogram.testkit.Received;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A provider whose model plays tit for tat, writes it and can be scored, with faults to order. */
final class PlayingProvider {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** What the model is sure of when it is scored. */
  private static final double SURE = 0.9;

  private PlayingProvider() {}

  /**
   * @param fault by index of the request
   */
  static FakeProvider start(Map<Integer, Answer> fault) {
    return start(request -> fault.getOrDefault(request.index(), answer(request)));
  }

  static FakeProvider start(Function<Received, Answer> script) {
    return FakeProvider.start(script);
  }

  static Answer answer(Received request) {
    JsonNode body = JSON.readTree(request.body());
    if (body.path("echo").asBoolean(false)) {
      return echoed(body.path("prompt").asString());
    }
    String prompt =
        body.has("messages")
            ? body.path("messages").path(1).path("content").asString()
            : body.path("prompt").asString();
    String text = " " + word(prompt);
    ObjectNode reply = JSON.createObjectNode().put("id", "c").put("model", "m").put("created", 1);
    ObjectNode choice = reply.putArray("choices").addObject().put("index", 0);
    choice.put("finish_reason", "stop").putNull("logprobs");
    if (body.has("messages")) {
      reply.put("object", "chat.completion");
      choice.putObject("message").put("role", "assistant").put("content", text).putNull("refusal");
    } else {
      reply.put("object", "text_completion");
      choice.put("text", text);
    }
    reply
        .putObject("usage")
        .put("prompt_tokens", 100)
        .put("completion_tokens", 1)
        .put("total_tokens", 101);
    return Answer.json(reply.toString());
  }

  /** A token a word, with what stands before it. */
  private static Answer echoed(String text) {
    List<String> tokens = Stream.of(text.split("(?<=\\S)(?=\\s)")).toList();
    String last = tokens.getLast().strip();
    String before = text.substring(0, text.length() - tokens.getLast().length());
    double probability = last.equals(word(before)) ? SURE : 1 - SURE;
    ObjectNode reply = JSON.createObjectNode();
    ObjectNode choice = reply.putArray("choices").addObject().put("finish_reason", "length");
    ObjectNode found = choice.put("text", text).putObject("logprobs");
    tokens.forEach(found.putArray("tokens")::add);
    ArrayNode values = found.putArray("token_logprobs").addNull();
    for (int i = 1; i < tokens.size(); i++) {
      values.add(i == tokens.size() - 1 ? Math.log(probability) : -1.0);
    }
    return Answer.json(reply.toString());
  }

  /**
   * The word for what tit for tat does next; nothing in particular where something else is asked.
   */
  private static String word(String prompt) {
    if (!prompt.contains("\n")) {
      return "nothing";
    }
    Parsed parsed = TellingReader.read(prompt);
    if (!(parsed.asked() instanceof Asked.OwnAction)) {
      return "nothing";
    }
    var seat = new Seat(parsed.game(), 0, new Horizon.Unknown(9));
    double[] next = Strategies.named("tit-for-tat").probabilities(seat, parsed.history());
    return parsed.words().get(next[0] == 1 ? 0 : 1);
  }
}

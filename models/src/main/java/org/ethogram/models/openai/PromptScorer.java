package org.ethogram.models.openai;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ethogram.core.EthogramException;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.Prompt;
import org.ethogram.models.PromptScore;
import org.ethogram.models.TokenLogProbability;
import org.ethogram.models.remote.Dispatcher;
import org.ethogram.models.remote.Endpoint;
import org.ethogram.models.remote.RemoteCall;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Scores through vLLM's {@code prompt_logprobs}: prompt and continuation are tokenized apart by the
 * server and joined as ids.
 */
record PromptScorer(Dispatcher dispatcher, Endpoint endpoint) implements Scorer {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String LIST = "/choices/0/prompt_logprobs";

  @Override
  public ContinuationScore score(Prompt prompt, String continuation, int alternatives) {
    List<Integer> before =
        switch (prompt) {
          case Prompt.Text(String text) -> tokenize(text, true);
          case Prompt.Tokens(List<Integer> tokens) -> tokens;
          case Prompt.Chat _ -> throw new IllegalArgumentException("a conversation has no ids");
        };
    List<Integer> after = tokenize(continuation, false);
    if (before.isEmpty()) {
      throw refusal("an empty prompt has no token to score after");
    }
    ObjectNode body =
        JSON.createObjectNode()
            .put("model", endpoint.model())
            .put("max_tokens", 1)
            .put("temperature", 0)
            .put("prompt_logprobs", alternatives);
    ArrayNode ids = body.putArray("prompt");
    before.forEach(ids::add);
    after.forEach(ids::add);
    JsonNode found = send(endpoint.address() + "/completions", body, LIST).at(LIST);
    List<TokenLogProbability> tokens = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      tokens.add(token(found.path(before.size() + i), after.get(i), alternatives));
    }
    return new ContinuationScore(continuation, tokens);
  }

  /** What stands before the first token is not told, and so neither is the first token's text. */
  @Override
  public PromptScore scorePrompt(Prompt prompt, int alternatives) {
    throw endpoint.missing(
        "prompts are scored here by their continuations alone", "Ask it with --scoring echo");
  }

  private TokenLogProbability token(JsonNode at, int id, int alternatives) {
    JsonNode found = at.path(Integer.toString(id));
    if (!found.path("logprob").isNumber()) {
      throw refusal("the server gives no log-probability for token " + id);
    }
    return new TokenLogProbability(
        found.path("decoded_token").asString(""),
        Math.min(0, found.path("logprob").asDouble()),
        Alternatives.mostProbable(
            alternatives,
            at.valueStream()
                .map(
                    other ->
                        Alternatives.alternative(
                            other.path("decoded_token").asString(""),
                            other.path("logprob").asDouble(0)))));
  }

  private List<Integer> tokenize(String text, boolean special) {
    ObjectNode body =
        JSON.createObjectNode()
            .put("model", endpoint.model())
            .put("prompt", text)
            .put("add_special_tokens", special);
    List<Integer> ids = new ArrayList<>();
    send(root() + "/tokenize", body, "/tokens").path("tokens").forEach(id -> ids.add(id.asInt()));
    return ids;
  }

  /** The tokenizer stands beside the versioned interface, not in it. */
  private URI root() {
    return URI.create(endpoint.address().toString().replaceAll("/v1$", ""));
  }

  private JsonNode send(String url, ObjectNode body, String list) {
    var call = new RemoteCall(endpoint, url, Map.of(), body.toString(), 1, 0);
    return JSON.readTree(dispatcher.send(call, new PromptReader(list)));
  }

  private EthogramException refusal(String problem) {
    return endpoint.missing(
        problem, "Use a server with vLLM's prompt_logprobs, or estimate the choice by sampling");
  }
}

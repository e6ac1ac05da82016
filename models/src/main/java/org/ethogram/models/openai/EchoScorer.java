package org.ethogram.models.openai;

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
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Scores by letting the server echo prompt and continuation.
 *
 * <p>The server tokenizes the joined text, so this is the score that {@link
 * org.ethogram.models.LanguageModel#score} means only where a token begins at the continuation;
 * elsewhere it is refused.
 */
record EchoScorer(Dispatcher dispatcher, Endpoint endpoint) implements Scorer {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String TOLD = "/choices/0/logprobs";
  private static final String LIST = TOLD + "/token_logprobs";

  @Override
  public ContinuationScore score(Prompt prompt, String continuation, int alternatives) {
    if (!(prompt instanceof Prompt.Text(String text))) {
      throw refusal("prompt and continuation are joined as text, not as tokens");
    }
    if (text.isEmpty()) {
      throw refusal("an empty prompt has no first token to score after");
    }
    JsonNode found = echoed(new StringNode(text + continuation), alternatives).at(TOLD);
    return new ContinuationScore(continuation, after(text, continuation, found, alternatives));
  }

  @Override
  public PromptScore scorePrompt(Prompt prompt, int alternatives) {
    JsonNode reply = echoed(json(prompt), alternatives);
    JsonNode found = reply.at(TOLD);
    List<TokenLogProbability> following = new ArrayList<>();
    for (int i = 1; i < found.path("tokens").size(); i++) {
      following.add(token(found, i, alternatives));
    }
    return new PromptScore(
        prompt instanceof Prompt.Text(String text)
            ? text
            : reply.at("/choices/0/text").asString(""),
        found.path("tokens").path(0).asString(""),
        following,
        new PromptReader(LIST).usage(reply).orElseThrow());
  }

  private static JsonNode json(Prompt prompt) {
    return switch (prompt) {
      case Prompt.Text(String text) -> new StringNode(text);
      case Prompt.Tokens(List<Integer> tokens) -> JSON.valueToTree(tokens);
      case Prompt.Chat _ -> throw new IllegalArgumentException("a conversation is not echoed");
    };
  }

  private JsonNode echoed(JsonNode prompt, int alternatives) {
    ObjectNode body = JSON.createObjectNode().put("model", endpoint.model());
    body.set("prompt", prompt);
    body.put("max_tokens", 0)
        .put("temperature", 0)
        .put("echo", true)
        .put("logprobs", Math.max(1, alternatives));
    String url = endpoint.address() + "/completions";
    var call = new RemoteCall(endpoint, url, Map.of(), body.toString(), 1, 0);
    return JSON.readTree(dispatcher.send(call, new PromptReader(LIST)));
  }

  private List<TokenLogProbability> after(
      String prompt, String continuation, JsonNode found, int alternatives) {
    List<TokenLogProbability> tokens = new ArrayList<>();
    String seen = "";
    String scored = "";
    for (int i = 0; i < found.path("tokens").size(); i++) {
      String text = found.path("tokens").path(i).asString();
      if (seen.length() >= prompt.length()) {
        tokens.add(token(found, i, alternatives));
        scored += text;
      } else {
        seen += text;
      }
    }
    if (!seen.equals(prompt) || !scored.equals(continuation)) {
      throw refusal("its tokens do not part where the continuation '" + continuation + "' begins");
    }
    return tokens;
  }

  private TokenLogProbability token(JsonNode found, int index, int alternatives) {
    String text = found.path("tokens").path(index).asString();
    JsonNode value = found.path("token_logprobs").path(index);
    if (!value.isNumber()) {
      throw refusal("the server gives no log-probability for '" + text + "'");
    }
    return new TokenLogProbability(
        text,
        Math.min(0, value.asDouble()),
        Alternatives.ofCompletion(found.path("top_logprobs").path(index), alternatives));
  }

  private EthogramException refusal(String problem) {
    return endpoint.missing(
        problem, "Begin continuations with their space, or use a server that takes token ids");
  }
}

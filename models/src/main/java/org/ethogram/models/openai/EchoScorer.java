package org.ethogram.models.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ethogram.core.EthogramException;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.TokenLogProbability;
import org.ethogram.models.remote.Dispatcher;
import org.ethogram.models.remote.Endpoint;
import org.ethogram.models.remote.RemoteCall;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scores by letting the server echo prompt and continuation.
 *
 * <p>The server tokenizes the joined text, so this is the score that {@link
 * org.ethogram.models.LanguageModel#score} means only where a token begins at the continuation;
 * elsewhere it is refused.
 */
record EchoScorer(Dispatcher dispatcher, Endpoint endpoint) implements Scorer {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String LIST = "/choices/0/logprobs/token_logprobs";

  @Override
  public ContinuationScore score(String prompt, String continuation) {
    if (prompt.isEmpty()) {
      throw refusal("an empty prompt has no first token to score after");
    }
    String body =
        JSON.createObjectNode()
            .put("model", endpoint.model())
            .put("prompt", prompt + continuation)
            .put("max_tokens", 0)
            .put("temperature", 0)
            .put("echo", true)
            .put("logprobs", 1)
            .toString();
    String url = endpoint.address() + "/completions";
    var call = new RemoteCall(endpoint, url, Map.of(), body, 1, 0);
    JsonNode found =
        JSON.readTree(dispatcher.send(call, new PromptReader(LIST))).at("/choices/0/logprobs");
    return new ContinuationScore(continuation, tokens(found, prompt, continuation));
  }

  private List<TokenLogProbability> tokens(JsonNode found, String prompt, String continuation) {
    List<TokenLogProbability> tokens = new ArrayList<>();
    String seen = "";
    String scored = "";
    for (int i = 0; i < found.path("tokens").size(); i++) {
      String text = found.path("tokens").path(i).asString();
      JsonNode value = found.path("token_logprobs").path(i);
      if (seen.length() >= prompt.length()) {
        if (!value.isNumber()) {
          throw refusal("the server gives no log-probability for '" + text + "'");
        }
        tokens.add(new TokenLogProbability(text, Math.min(0, value.asDouble())));
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

  private EthogramException refusal(String problem) {
    return endpoint.missing(
        problem, "Begin continuations with their space, or use a server that takes token ids");
  }
}

package org.ethogram.models.openai;

/** Bodies as servers with OpenAI's interface send them. */
final class Replies {
  private Replies() {}

  static String completion(String text, int promptTokens, int completionTokens) {
    return """
    {"id":"c","object":"text_completion","created":1,"model":"m","choices":[{"index":0,\
    "text":"%s","finish_reason":"stop","logprobs":null}],"usage":{"prompt_tokens":%d,\
    "completion_tokens":%d,"total_tokens":%d}}\
    """
        .formatted(text, promptTokens, completionTokens, promptTokens + completionTokens);
  }

  static String chat(String text) {
    return """
    {"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,\
    "message":{"role":"assistant","content":"%s","refusal":null},"finish_reason":"length",\
    "logprobs":{"content":[{"token":"%s","logprob":-0.5,"bytes":null,"top_logprobs":[]}],\
    "refusal":null}}],"usage":{"prompt_tokens":3,"completion_tokens":1,"total_tokens":4}}\
    """
        .formatted(text, text);
  }
}

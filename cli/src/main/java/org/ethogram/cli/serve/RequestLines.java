package org.ethogram.cli.serve;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ethogram.cli.display.JsonLines;
import org.ethogram.core.EthogramException;
import org.ethogram.serve.AnsweredRequest;
import org.ethogram.serve.ServerLog;

/** What a server does, a line each. */
record RequestLines(PrintWriter output, PrintWriter errors, boolean json) implements ServerLog {
  void ready(String address, List<String> models) {
    if (json) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("event", "ready");
      line.put("address", address);
      line.put("models", models);
      JsonLines.print(output, line);
    } else {
      print(String.join(", ", models) + " at " + address + "; Ctrl-C ends");
    }
  }

  @Override
  public void answered(AnsweredRequest request) {
    if (json) {
      JsonLines.print(output, describe(request));
    } else {
      print(
          String.format(
              Locale.ROOT,
              "%d  %-24s %-20s %6d + %d tokens, %.3f s",
              request.status(),
              request.method() + " " + request.path(),
              request.model(),
              request.usage().promptTokens(),
              request.usage().completionTokens(),
              request.seconds()));
    }
  }

  @Override
  public void failed(Throwable failure) {
    errors.println(
        failure instanceof EthogramException known
            ? "ethogram: " + known.getMessage() + " [" + known.code().label() + "]"
            : "ethogram: a defect in Ethogram itself: " + failure.getClass().getName());
    if (System.getenv("ETHOGRAM_TRACE") != null) {
      failure.printStackTrace(errors);
    }
    errors.flush();
  }

  private static Map<String, Object> describe(AnsweredRequest request) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("event", "request");
    line.put("method", request.method());
    line.put("path", request.path());
    line.put("status", request.status());
    if (!request.model().isEmpty()) {
      line.put("model", request.model());
    }
    line.put("prompt_tokens", request.usage().promptTokens());
    line.put("cached_tokens", request.usage().cachedTokens());
    line.put("completion_tokens", request.usage().completionTokens());
    line.put("seconds", request.seconds());
    return line;
  }

  private void print(String line) {
    output.println(line);
    output.flush();
  }
}

package org.ethogram.models.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.ethogram.models.CompletionRequest;

/**
 * What an SDK is about to send, sent by the dispatcher instead; of the SDK's own headers only the
 * named ones are kept.
 *
 * @param headers that the interface asks for beside the key
 * @param sender has a call answered
 */
public record SdkCalls(
    Endpoint endpoint, List<String> headers, Function<RemoteCall, byte[]> sender) {
  /** Headers that say what the body does not, and stay here. */
  private static final String REPEAT = "ethogram-repeat";

  private static final String MAXIMUM_TOKENS = "ethogram-maximum-tokens";

  public SdkCalls {
    headers = List.copyOf(headers);
  }

  /** The headers that a request to the SDK must carry. */
  public static Map<String, String> headers(CompletionRequest request) {
    return Map.of(
        REPEAT,
        Long.toString(request.seed().value()),
        MAXIMUM_TOKENS,
        Integer.toString(request.maximumTokens()));
  }

  /**
   * @param path below the endpoint's address
   * @param header a header of the SDK by its name
   * @param body writes the request's body
   * @return the body of the reply
   */
  public byte[] send(List<String> path, UnaryOperator<String> header, Consumer<OutputStream> body) {
    Map<String, String> kept = new TreeMap<>();
    headers.forEach(name -> kept.put(name, header.apply(name)));
    var text = new ByteArrayOutputStream();
    body.accept(text);
    var call =
        new RemoteCall(
            endpoint,
            endpoint.address() + "/" + String.join("/", path),
            kept,
            text.toString(UTF_8),
            Integer.parseInt(header.apply(MAXIMUM_TOKENS)),
            Long.parseLong(header.apply(REPEAT)));
    return sender.apply(call);
  }
}

package org.ethogram.serve.protocol;

import java.io.Serial;
import java.util.Collection;
import java.util.OptionalInt;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A request that is not answered, as the interface says it. */
public final class ApiError extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private static final String INVALID = "invalid_request_error";
  private static final String SERVER = "server_error";

  private final int status;
  private final String type;
  private final @Nullable String parameter;
  private final @Nullable String code;

  private ApiError(
      int status, String type, @Nullable String parameter, @Nullable String code, String message) {
    super(message);
    this.status = status;
    this.type = type;
    this.parameter = parameter;
    this.code = code;
  }

  /** A parameter that cannot be used as given. */
  public static ApiError invalid(@Nullable String parameter, String message) {
    return new ApiError(400, INVALID, parameter, null, message);
  }

  static ApiError unsupported(String parameter, String message) {
    return new ApiError(400, INVALID, parameter, "unsupported_parameter", message);
  }

  public static ApiError malformed(String problem) {
    return new ApiError(
        400, INVALID, null, "invalid_json", "The body cannot be read as JSON: " + problem);
  }

  public static ApiError unknownModel(String name, Collection<String> known) {
    return new ApiError(
        404,
        INVALID,
        "model",
        "model_not_found",
        "There is no model '" + name + "'. " + Suggestion.remedy(name, known) + ".");
  }

  public static ApiError unauthorized(String message) {
    return new ApiError(401, INVALID, null, "invalid_api_key", message);
  }

  public static ApiError forbidden(String message) {
    return new ApiError(403, INVALID, null, "forbidden", message);
  }

  public static ApiError unknownAddress(String method, String path) {
    return new ApiError(
        404, INVALID, null, "unknown_url", "There is nothing at " + method + " " + path + ".");
  }

  public static ApiError notJson() {
    return new ApiError(
        415,
        INVALID,
        null,
        "unsupported_media_type",
        "The body must come with the content type application/json.");
  }

  public static ApiError tooLarge(int bytes) {
    return new ApiError(
        413,
        INVALID,
        null,
        "request_too_large",
        "The body is larger than the " + bytes + " bytes that this server takes.");
  }

  public static ApiError tooMany(int requests) {
    return new ApiError(
        429,
        "requests",
        null,
        "rate_limit_exceeded",
        "There are " + requests + " requests in flight, as many as this server takes. Ask again.");
  }

  public static ApiError stopping() {
    return new ApiError(503, SERVER, null, "stopping", "The server is stopping. Ask again later.");
  }

  /** A defect or a failed computation; what it was stands in the server's own messages. */
  public static ApiError failed() {
    return new ApiError(
        500, SERVER, null, "internal_error", "The server failed to answer this request.");
  }

  /**
   * A failure of a model.
   *
   * @param parameter that holds the prompt
   */
  public static ApiError of(EthogramException failure, String parameter) {
    String message = failure.place() + ": " + failure.problem() + ". " + failure.remedy() + ".";
    return switch (failure.code()) {
      case CONTEXT_OVERFLOW ->
          new ApiError(400, INVALID, parameter, "context_length_exceeded", message);
      case CAPABILITY_MISSING ->
          new ApiError(400, INVALID, parameter, "capability_missing", message);
      case INVALID_DATA, USAGE -> invalid(parameter, message);
      case LIMIT_REACHED ->
          new ApiError(429, "insufficient_quota", null, "insufficient_quota", message);
      case INTERRUPTED -> stopping();
      default -> failed();
    };
  }

  public int status() {
    return status;
  }

  /** When to ask again, in seconds, where that can help. */
  public OptionalInt retryAfter() {
    return status == 503 || "rate_limit_exceeded".equals(code)
        ? OptionalInt.of(1)
        : OptionalInt.empty();
  }

  public String json() {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    ObjectNode error = root.putObject("error");
    error.put("message", getMessage());
    error.put("type", type);
    error.put("param", parameter);
    error.put("code", code);
    return root.toString();
  }
}

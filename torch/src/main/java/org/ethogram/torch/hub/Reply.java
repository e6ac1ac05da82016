package org.ethogram.torch.hub;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ethogram.models.remote.RetryAfter;

/** A reply of the hub, or of where it sent us. */
record Reply<T>(URI address, int status, HttpHeaders headers, T body) {
  static final int PARTIAL = 206;
  static final int RANGE_NOT_SATISFIABLE = 416;
  private static final int TIMEOUT = 408;
  private static final int TOO_MANY = 429;
  private static final int NOT_IMPLEMENTED = 501;

  /** Seconds until a limit is lifted (draft-ietf-httpapi-ratelimit-headers-09). */
  private static final Pattern RATE_LIMIT = Pattern.compile(".*\\br=0;.*\\bt=(\\d{1,9}).*");

  static <T> Reply<T> of(HttpResponse<T> response) {
    return new Reply<>(response.uri(), response.statusCode(), response.headers(), response.body());
  }

  boolean succeeded() {
    return status / 100 == 2;
  }

  boolean mayPass() {
    return status == TIMEOUT || status == TOO_MANY || (status >= 500 && status != NOT_IMPLEMENTED);
  }

  Optional<String> header(String name) {
    return headers.firstValue(name).map(String::strip).filter(value -> !value.isEmpty());
  }

  /** Where a redirect leads; nothing where the reply is none. */
  Optional<URI> redirect() {
    boolean redirects =
        status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    try {
      return redirects ? header("location").map(address::resolve) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** How long the hub asks to wait. */
  Optional<Duration> asked() {
    return header("retry-after")
        .flatMap(RetryAfter::read)
        .or(
            () ->
                header("ratelimit")
                    .map(RATE_LIMIT::matcher)
                    .filter(Matcher::matches)
                    .map(limit -> Duration.ofSeconds(Long.parseLong(limit.group(1)))));
  }

  OptionalLong length(String name) {
    return header(name)
        .filter(text -> text.matches("\\d{1,18}"))
        .map(text -> OptionalLong.of(Long.parseLong(text)))
        .orElse(OptionalLong.empty());
  }
}

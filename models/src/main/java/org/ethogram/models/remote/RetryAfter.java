package org.ethogram.models.remote;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header Retry-After: seconds or a date (RFC 9110, section 10.2.3). */
public final class RetryAfter {
  private static final long MILLISECONDS = 1000;

  private RetryAfter() {}

  /** The wait from now on; nothing where the header is neither. */
  public static Optional<Duration> read(String header) {
    return read(header, Clock.systemUTC());
  }

  static Optional<Duration> read(String header, Clock clock) {
    String text = header.strip();
    if (text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
      return Optional.of(Duration.ofMillis((long) (Double.parseDouble(text) * MILLISECONDS)));
    }
    try {
      ZonedDateTime date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration wait = Duration.between(clock.instant(), date.toInstant());
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

package org.ethogram.models.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  /** The date of RFC 9110, section 5.6.7. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("1994-11-06T08:49:37Z"), ZoneOffset.UTC);

  @Test
  void secondsAreWaitedFor() {
    assertThat(RetryAfter.read("121", CLOCK)).hasValue(Duration.ofSeconds(121));
    assertThat(RetryAfter.read(" 0.25 ", CLOCK)).hasValue(Duration.ofMillis(250));
  }

  @Test
  void aDateIsWaitedForAndOneThatIsPastIsNow() {
    assertThat(RetryAfter.read("Sun, 06 Nov 1994 08:51:07 GMT", CLOCK))
        .hasValue(Duration.ofSeconds(90));
    assertThat(RetryAfter.read("Sun, 06 Nov 1994 08:49:00 GMT", CLOCK)).hasValue(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-3", "1e9", "99999999999", "Mon, 06 Nov 1994 08:51:07 GMT"})
  void whatIsNeitherIsNoWait(String header) {
    assertThat(RetryAfter.read(header, CLOCK)).isEmpty();
  }
}

package org.ethogram.models.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The data of server-sent events, as their bytes come in (HTML standard, section 9.2.6; event names
 * and comments are passed over).
 */
final class Events {
  private final UnaryOperator<byte[]> clean;
  private final Consumer<String> data;
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private Optional<String> event = Optional.empty();

  /**
   * @param clean takes out of a line what nobody may see
   * @param data told of each event
   */
  Events(UnaryOperator<byte[]> clean, Consumer<String> data) {
    this.clean = clean;
    this.data = data;
  }

  void take(byte[] bytes) {
    for (byte next : bytes) {
      line.write(next);
      if (next == '\n') {
        byte[] whole = clean.apply(line.toByteArray());
        line.reset();
        seen.writeBytes(whole);
        read(new String(whole, UTF_8).stripTrailing());
      }
    }
  }

  /** All that came, in whole lines. */
  byte[] seen() {
    return seen.toByteArray();
  }

  private void read(String text) {
    if (text.isEmpty()) {
      Optional<String> complete = event;
      event = Optional.empty();
      complete.ifPresent(data);
    } else if (text.startsWith("data:")) {
      String part = text.substring("data:".length()).stripLeading();
      event = Optional.of(event.map(before -> before + '\n' + part).orElse(part));
    }
  }
}

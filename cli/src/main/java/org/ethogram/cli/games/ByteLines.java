package org.ethogram.cli.games;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The lines of a stream of UTF-8, each decoded by itself, so that a damaged one spoils no other and
 * an endless one does not fill the memory.
 */
final class ByteLines {
  /** The longest line that is kept, in bytes. */
  static final int LONGEST = 1 << 20;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final InputStream stream;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int filled;
  private long taken;
  private long number;

  ByteLines(InputStream stream) {
    this.stream = stream;
  }

  /**
   * @param number from 1
   * @param problem what keeps the line from being read, or empty
   */
  record Line(long number, String text, String problem) {
    boolean isBlank() {
      return problem.isEmpty() && text.isBlank();
    }
  }

  /** The next line without its end; empty after the last. It may wait for the stream. */
  Optional<Line> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean tooLong = false;
    boolean any = false;
    while (position < filled || fill()) {
      any = true;
      int end = position;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      tooLong |= line.size() + end - position > LONGEST;
      if (!tooLong) {
        line.write(buffer, position, end - position);
      }
      boolean ended = end < filled;
      position = ended ? end + 1 : end;
      if (ended) {
        break;
      }
    }
    return any ? Optional.of(line(line.toByteArray(), tooLong)) : Optional.empty();
  }

  /** Whether the next line is not there yet, so that reading it would wait. */
  boolean wouldWait() throws IOException {
    return position == filled && stream.available() == 0;
  }

  /** How many bytes have been read from the stream. */
  long taken() {
    return taken;
  }

  private Line line(byte[] bytes, boolean tooLong) {
    number++;
    if (tooLong) {
      return new Line(number, "", "a line of more than " + LONGEST + " bytes");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean marked = number == 1 && text.startsWith(BYTE_ORDER_MARK);
      return new Line(number, marked ? text.substring(1) : text, "");
    } catch (CharacterCodingException e) {
      return new Line(number, "", "the line is no UTF-8 text");
    }
  }

  private boolean fill() throws IOException {
    int read = stream.read(buffer);
    position = 0;
    filled = Math.max(0, read);
    taken += filled;
    return read > 0;
  }
}

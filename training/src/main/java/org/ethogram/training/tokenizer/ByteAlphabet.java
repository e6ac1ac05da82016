package org.ethogram.training.tokenizer;

import java.nio.charset.StandardCharsets;

/**
 * The printable character that stands for each byte in a byte-level vocabulary.
 *
 * <p>Printable Latin-1 bytes stand for themselves; the other 68 are given the characters from
 * U+0100 on, in the order of the bytes, so that a space is {@code Ġ} (Radford et al. 2019, GPT-2).
 */
final class ByteAlphabet {
  private static final char[] CHARACTERS = characters();

  private ByteAlphabet() {}

  /** The character of a byte given as 0 to 255. */
  static char character(int unsignedByte) {
    return CHARACTERS[unsignedByte];
  }

  /** The text's UTF-8 bytes, one character each. */
  static String spell(String text) {
    StringBuilder spelling = new StringBuilder();
    for (byte piece : text.getBytes(StandardCharsets.UTF_8)) {
      spelling.append(CHARACTERS[Byte.toUnsignedInt(piece)]);
    }
    return spelling.toString();
  }

  private static char[] characters() {
    char[] characters = new char[256];
    int unprintable = 0;
    for (int code = 0; code < characters.length; code++) {
      boolean printable =
          (code >= '!' && code <= '~')
              || (code >= '¡' && code <= '¬')
              || (code >= '®' && code <= 'ÿ');
      characters[code] = (char) (printable ? code : 256 + unprintable++);
    }
    return characters;
  }
}

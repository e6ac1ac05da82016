package org.ethogram.training.tokenizer;

import java.text.Normalizer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts text into the pieces inside which byte pairs may merge: a word with the space before it, a
 * run of digits with the space before it, and so on (GPT-2's expression, after NFC normalisation).
 */
final class PreTokenizer {
  private static final Pattern PIECE =
      Pattern.compile(
          "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
          Pattern.UNICODE_CHARACTER_CLASS);

  private PreTokenizer() {}

  static void cut(String text, Consumer<String> pieces) {
    Matcher matcher = PIECE.matcher(Normalizer.normalize(text, Normalizer.Form.NFC));
    while (matcher.find()) {
      pieces.accept(matcher.group());
    }
  }
}

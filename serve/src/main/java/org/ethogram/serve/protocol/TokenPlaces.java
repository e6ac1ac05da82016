package org.ethogram.serve.protocol;

import java.util.ArrayList;
import java.util.List;

/**
 * Where tokens begin in their text, in UTF-16 units.
 *
 * <p>A token that is part of a character has no text of its own: it begins where the last whole one
 * ended, and the next whole one is looked for behind the characters that such tokens can make. The
 * first token of a text may tell a space that some tokenizers see before every text.
 */
public final class TokenPlaces {
  private final String text;
  private int end;
  private int parts;

  private TokenPlaces(String text) {
    this.text = text;
  }

  public static List<Integer> of(String text, List<String> tokens) {
    TokenPlaces places = new TokenPlaces(text);
    List<Integer> found = new ArrayList<>();
    tokens.forEach(token -> found.add(places.next(token)));
    return found;
  }

  private int next(String told) {
    boolean dressed = end == 0 && parts == 0 && !text.startsWith(told);
    String token = dressed ? told.stripLeading() : told;
    for (int skipped = 0; skipped <= parts; skipped++) {
      if (!token.isEmpty() && text.startsWith(token, end + skipped)) {
        int begin = end + skipped;
        end = begin + token.length();
        parts = 0;
        return begin;
      }
    }
    parts += token.isEmpty() ? 0 : 1;
    return end;
  }
}

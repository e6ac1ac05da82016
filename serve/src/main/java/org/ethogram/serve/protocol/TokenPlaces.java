package org.ethogram.serve.protocol;

import java.util.ArrayList;
import java.util.List;

/**
 * Where tokens begin in their text, in UTF-16 units.
 *
 * <p>A token that is part of a character has no text of its own: it begins where the last whole one
 * ended, and the next whole one is looked for behind the characters that such tokens can make.
 */
public final class TokenPlaces {
  /** The place of a token that is not found. */
  public static final int NOWHERE = -1;

  private final String text;
  private int end;
  private int parts;

  private TokenPlaces(String text) {
    this.text = text;
  }

  /** For each token where its text begins, or {@link #NOWHERE} for part of a character. */
  public static List<Integer> find(String text, List<String> tokens) {
    TokenPlaces places = new TokenPlaces(text);
    List<Integer> found = new ArrayList<>();
    tokens.forEach(token -> found.add(places.next(token)));
    return found;
  }

  /** For each token where it begins, as the interface tells it. */
  static List<Integer> offsets(String text, List<String> tokens) {
    TokenPlaces places = new TokenPlaces(text);
    List<Integer> offsets = new ArrayList<>();
    for (String token : tokens) {
      int before = places.end;
      int place = places.next(token);
      offsets.add(place == NOWHERE ? before : place);
    }
    return offsets;
  }

  private int next(String token) {
    for (int skipped = 0; skipped <= parts; skipped++) {
      if (!token.isEmpty() && text.startsWith(token, end + skipped)) {
        int begin = end + skipped;
        end = begin + token.length();
        parts = 0;
        return begin;
      }
    }
    parts += token.isEmpty() ? 0 : 1;
    return NOWHERE;
  }
}

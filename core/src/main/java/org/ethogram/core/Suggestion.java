package org.ethogram.core;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** The known name that a mistyped one was probably meant to be. */
public final class Suggestion {
  private static final int SHORTEST_BEGINNING = 3;

  private Suggestion() {}

  /** The name without case, spaces and punctuation, by which names are compared. */
  public static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    name.toLowerCase(Locale.ROOT)
        .chars()
        .filter(Character::isLetterOrDigit)
        .forEach(character -> plain.append((char) character));
    return plain.toString();
  }

  /**
   * The nearest known name, where one is near enough to be a slip of the hand; else the one whose
   * beginning is.
   */
  public static Optional<String> nearest(String given, Collection<String> known) {
    String wanted = plain(given);
    return nearest(known, name -> distance(wanted, name), name -> slips(wanted, name))
        .or(
            () ->
                wanted.length() < SHORTEST_BEGINNING
                    ? Optional.empty()
                    : nearest(known, name -> toBeginning(wanted, name), _ -> wanted.length() / 4));
  }

  private static Optional<String> nearest(
      Collection<String> known, ToIntFunction<String> distance, ToIntFunction<String> most) {
    return known.stream()
        .min(
            Comparator.comparingInt((String name) -> distance.applyAsInt(plain(name)))
                .thenComparing(Comparator.naturalOrder()))
        .filter(name -> distance.applyAsInt(plain(name)) <= most.applyAsInt(plain(name)));
  }

  /** A remedy for an unknown name: the nearest one, or all of them. */
  public static String remedy(String given, Collection<String> known) {
    return nearest(given, known)
        .map(name -> "Did you mean '" + name + "'")
        .orElse("Choose one of " + String.join(", ", known));
  }

  /** How many edits still pass for a slip: a third of the longer word, and two of a short one. */
  private static int slips(String wanted, String name) {
    return Math.max(2, Math.max(wanted.length(), name.length()) / 3);
  }

  private static int distance(String from, String to) {
    return distances(from, to)[to.length()];
  }

  /** Edits to the nearest beginning of a longer word. */
  private static int toBeginning(String from, String to) {
    return Arrays.stream(distances(from, to)).min().orElseThrow();
  }

  /**
   * Edits to each beginning of a word, from the empty one to all of it: insert, delete, replace
   * (Levenshtein 1966).
   */
  private static int[] distances(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      row[column] = column;
    }
    for (int line = 1; line <= from.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column <= to.length(); column++) {
        int replaced = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(replaced, 1 + Math.min(diagonal, row[column - 1]));
      }
    }
    return row;
  }
}

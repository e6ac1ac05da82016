package org.ethogram.organisms.corpus;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/**
 * The words that name actions in the corpus.
 *
 * <p>One pair of words in six, whatever their order, never names the actions of a game or a table
 * that is trained on, so that reading can be told from remembering. Facts may hold any words.
 */
public final class ActionWords {
  private static final List<String> WORDS =
      List.of(
          "oak",
          "rose",
          "river",
          "stone",
          "cloud",
          "lamp",
          "apple",
          "bread",
          "chair",
          "door",
          "eagle",
          "field",
          "garden",
          "horse",
          "island",
          "jacket",
          "kettle",
          "lemon",
          "mirror",
          "needle",
          "ocean",
          "paper",
          "queen",
          "rabbit",
          "silver",
          "table",
          "umbrella",
          "valley",
          "window",
          "yellow",
          "cabin",
          "drum");
  private static final int HELD_OUT_ONE_IN = 6;

  private ActionWords() {}

  public static List<String> all() {
    return WORDS;
  }

  /** Whether no game or table in training has these two words. */
  public static boolean heldOut(String first, String second) {
    boolean ordered = first.compareTo(second) < 0;
    String pair = ordered ? first + " " + second : second + " " + first;
    CRC32 checksum = new CRC32();
    checksum.update(pair.getBytes(StandardCharsets.UTF_8));
    return checksum.getValue() % HELD_OUT_ONE_IN == 0;
  }

  /** Two different words, from the pairs that are held out or from those that are not. */
  static List<String> drawPair(RandomGenerator random, boolean heldOut) {
    while (true) {
      String first = WORDS.get(random.nextInt(WORDS.size()));
      String second = WORDS.get(random.nextInt(WORDS.size()));
      if (!first.equals(second) && heldOut(first, second) == heldOut) {
        return List.of(first, second);
      }
    }
  }
}

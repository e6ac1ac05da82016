package org.ethogram.report.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * A colour by its role, as it looks on paper and on a dark page.
 *
 * <p>Categories are the colours of Okabe and Ito (2008), which remain apart under the common forms
 * of colour blindness; ordered series take equal steps of viridis, whose lightness is monotone, so
 * that the larger model is always the stronger colour.
 *
 * @param name of the style sheet's variable, without the dashes
 */
public record Tone(String name, String light, String dark) {
  public static final Tone INK = new Tone("ink", "#1b1f24", "#e8e6e1");
  public static final Tone MUTED = new Tone("muted", "#667079", "#9aa3ab");
  public static final Tone GRID = new Tone("grid", "#e6e8ea", "#2b3138");
  public static final Tone SURFACE = new Tone("surface", "#ffffff", "#14181d");

  /** What an ideal reader would do. */
  public static final Tone TRUTH = new Tone("truth", "#c4500b", "#f08a4b");

  private static final List<Tone> CATEGORIES =
      List.of(
          new Tone("category-0", "#0072b2", "#4aa8e0"),
          new Tone("category-1", "#d55e00", "#f08a4b"),
          new Tone("category-2", "#009e73", "#2cc79b"),
          new Tone("category-3", "#b0578d", "#dd93bd"),
          new Tone("category-4", "#b87f00", "#e9b23a"),
          new Tone("category-5", "#3a8fc4", "#8accf2"),
          new Tone("category-6", "#4c5560", "#b6bec6"));

  /** How many categories differ. */
  static final int CATEGORY_COUNT = CATEGORIES.size();

  private static final int STEPS = 13;

  private static final List<Tone> ORDERED = ramp();

  /** The tone of one of several kinds without an order; kinds beyond the palette repeat it. */
  public static Tone category(int index) {
    return CATEGORIES.get(index % CATEGORIES.size());
  }

  /** The tone of the {@code index}-th of {@code count} ordered series, from 0. */
  public static Tone ordered(int index, int count) {
    return ORDERED.get(count < 2 ? STEPS - 1 : index * (STEPS - 1) / (count - 1));
  }

  /** Every tone, for a style sheet. */
  public static List<Tone> all() {
    List<Tone> all = new ArrayList<>(List.of(INK, MUTED, GRID, SURFACE, TRUTH));
    all.addAll(CATEGORIES);
    all.addAll(ORDERED);
    return List.copyOf(all);
  }

  private static List<Tone> ramp() {
    int[] light = {0x5dbf63, 0x2aa884, 0x22878d, 0x2f6b8e, 0x3e4c8a, 0x46247a};
    int[] dark = {0x2f6b8e, 0x22878d, 0x23a983, 0x5ec962, 0xa5db36, 0xf5e23c};
    List<Tone> ramp = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      double position = step / (STEPS - 1.0);
      ramp.add(new Tone("ordered-" + step, mix(light, position), mix(dark, position)));
    }
    return List.copyOf(ramp);
  }

  private static String mix(int[] anchors, double position) {
    double place = position * (anchors.length - 1);
    int below = Math.min((int) place, anchors.length - 2);
    double share = place - below;
    StringBuilder colour = new StringBuilder("#");
    for (int shift = 16; shift >= 0; shift -= 8) {
      int from = anchors[below] >> shift & 0xff;
      int to = anchors[below + 1] >> shift & 0xff;
      colour.append("%02x".formatted(Math.round(from + share * (to - from))));
    }
    return colour.toString();
  }
}

package org.ethogram.report.figure;

/** Which form of a {@link Tone} a rendering uses. */
public enum Ink {
  /** Fixed colours on white, for files that stand alone. */
  PAPER,
  /** Variables of the page's style sheet, so that a figure follows light and dark. */
  PAGE;

  String colour(Tone tone) {
    return switch (this) {
      case PAPER -> tone.light();
      case PAGE -> "var(--" + tone.name() + ")";
    };
  }
}

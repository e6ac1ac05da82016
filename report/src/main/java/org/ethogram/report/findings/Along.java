package org.ethogram.report.findings;

import java.util.OptionalLong;
import org.ethogram.models.ModelScale;

/** The axes of scale. */
public enum Along {
  SIZE("model size", "non-embedding parameters"),
  TRAINING("training", "training tokens");

  private final String title;
  private final String unit;

  Along(String title, String unit) {
    this.title = title;
    this.unit = unit;
  }

  public String title() {
    return title;
  }

  /** What a decade of this axis is ten times of. */
  public String unit() {
    return unit;
  }

  public OptionalLong of(ModelScale scale) {
    return switch (this) {
      case SIZE -> scale.parameters();
      case TRAINING -> scale.trainingTokens();
    };
  }
}

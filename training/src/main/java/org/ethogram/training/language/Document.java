package org.ethogram.training.language;

import java.util.List;
import java.util.stream.Collectors;

/** One text that a model is trained on, in segments of their own loss weight. */
public record Document(List<Segment> segments) {
  public Document {
    segments = List.copyOf(segments);
  }

  public String text() {
    return segments.stream().map(Segment::text).collect(Collectors.joining());
  }
}

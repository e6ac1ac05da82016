package org.ethogram.lab.subject;

import java.util.List;
import org.ethogram.lab.store.Subject;
import org.ethogram.organisms.reader.IdealReader;

/** Known targets that are measured as if they were subjects. */
final class Reference {
  private Reference() {}

  /** What a reader would answer who knows how the corpus of the organisms was made. */
  static PreparedSubject idealReader() {
    try (IdealReader reader = new IdealReader()) {
      var subject =
          new Subject("ideal reader", "reference", "ideal reader", true, reader.identity());
      return new PreparedSubject(subject, IdealReader::new, List.of());
    }
  }
}

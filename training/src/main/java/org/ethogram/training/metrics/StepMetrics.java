package org.ethogram.training.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.ethogram.training.checkpoints.TrainingPoint;

/**
 * What is known after a step.
 *
 * @param values figures by name, in the order in which they are shown; counts are whole numbers
 */
public record StepMetrics(TrainingPoint point, SequencedMap<String, Number> values) {
  public StepMetrics {
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }
}

package org.ethogram.training.metrics;

/**
 * Where the metrics of a training are kept: in order and without repetition, also after a kill.
 *
 * <p>A log that is opened again drops what stands behind the step from which training goes on.
 */
public interface MetricsLog extends AutoCloseable {
  void add(StepMetrics metrics);

  /** Makes everything so far readable by others. */
  void flush();

  @Override
  void close();
}

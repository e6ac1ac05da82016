package org.ethogram.evaluations;

import java.util.List;

/**
 * What one episode brought.
 *
 * @param note why it is not scored, or empty
 */
public record CaseResult(Outcome outcome, List<Measurement> measurements, String note) {
  public CaseResult {
    measurements = List.copyOf(measurements);
    if (outcome != Outcome.SCORED && !measurements.isEmpty()) {
      throw new IllegalArgumentException("only a scored episode has measurements: " + outcome);
    }
  }

  public static CaseResult scored(List<Measurement> measurements) {
    return new CaseResult(Outcome.SCORED, measurements, "");
  }
}

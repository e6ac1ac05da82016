package org.ethogram.report.findings;

import org.ethogram.core.Ratio;
import org.ethogram.lab.store.Subject;
import org.ethogram.stats.Estimate;

/**
 * One figure of one subject.
 *
 * @param total numerators and denominators summed; for a difference, the difference over 1
 * @param estimate with the interval clustered by prompt variant; its n counts the variants
 * @param episodes that contributed
 */
public record RateFinding(
    Subject subject,
    Measure measure,
    Slice slice,
    Reading reading,
    Ratio total,
    Estimate estimate,
    long episodes) {}

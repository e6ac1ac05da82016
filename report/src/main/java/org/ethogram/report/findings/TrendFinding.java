package org.ethogram.report.findings;

import java.util.Optional;
import org.ethogram.stats.laws.rates.RateTrend;
import org.ethogram.stats.laws.rates.VerdictRule;

/**
 * What one measure does along one axis.
 *
 * @param size the size that the trend is about; empty for all of them
 * @param correctedWith how many trends shared the correction of the call's p-value
 */
public record TrendFinding(
    Measure measure,
    Along along,
    Slice slice,
    Reading reading,
    Optional<String> size,
    RateTrend trend,
    VerdictRule.Call call,
    int correctedWith) {}

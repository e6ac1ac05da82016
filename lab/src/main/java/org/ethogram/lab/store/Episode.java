package org.ethogram.lab.store;

import java.time.Duration;
import java.time.Instant;
import org.ethogram.core.Seed;
import org.ethogram.evaluations.CaseResult;
import org.ethogram.evaluations.EvaluationCase;

/** One run of one case: the row that travels from execution to estimates. */
public record Episode(
    EpisodeKey key,
    Subject subject,
    EvaluationCase evaluationCase,
    Seed seed,
    CaseResult result,
    Instant started,
    Duration duration) {}

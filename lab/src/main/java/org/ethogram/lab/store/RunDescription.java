package org.ethogram.lab.store;

import java.time.Instant;
import org.ethogram.core.Provenance;
import org.ethogram.core.Seed;

/**
 * What was run, so that a reader can run it again.
 *
 * @param studyName the study's own name
 * @param studyText the study file as it was read, after {@code --set} and other options
 * @param command the command that runs it again
 */
public record RunDescription(
    String studyName,
    String studyText,
    String command,
    Seed seed,
    Provenance provenance,
    Instant started) {}

package org.ethogram.lab.store;

import java.time.Instant;
import java.util.List;
import org.ethogram.core.Provenance;
import org.ethogram.core.Seed;

/**
 * What was run, so that a reader can run it again.
 *
 * @param studyName the study's own name
 * @param question what the study asks, in a sentence; empty where the file does not say
 * @param studyText the study file as it was read, after {@code --set} and other options
 * @param laws measures whose scaling laws the study asks for; empty leaves the choice to the report
 * @param command the command that runs it again
 * @param warnings what a reader must know before trusting the result, such as duplicate weights
 */
public record RunDescription(
    String studyName,
    String question,
    String studyText,
    List<String> laws,
    String command,
    Seed seed,
    Provenance provenance,
    List<String> warnings,
    Instant started) {
  public RunDescription {
    laws = List.copyOf(laws);
    warnings = List.copyOf(warnings);
  }
}

package org.ethogram.torch.hub;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ethogram.models.reference.ModelReference;

/**
 * Where a revision stands in the training run that it was published from.
 *
 * @param steps of a revision such as {@code step1000}
 * @param tokensPerStep where the suite is known
 */
public record PublishedCheckpoint(OptionalLong steps, OptionalLong tokensPerStep) {
  private static final Pattern STEP = Pattern.compile("step(\\d{1,12})(?:-tokens\\d+[MBT])?");

  /** The suite of Biderman et al. 2023, without its first form ({@code v0}). */
  private static final Pattern PYTHIA =
      Pattern.compile(
          "EleutherAI/pythia-(?:14m|31m|70m|160m|410m|1b|1\\.4b|2\\.8b|6\\.9b|12b)"
              + "(?:-deduped)?(?:-(?:data-|weight-)?seed\\d+)?");

  /** 1024 sequences of 2048 tokens (Biderman et al. 2023, section 2.3). */
  private static final long PYTHIA_TOKENS = 2_097_152;

  /** The last of its checkpoints, which is also the branch {@code main}. */
  private static final long PYTHIA_LAST = 143_000;

  public static PublishedCheckpoint of(String repository, String revision) {
    boolean pythia = PYTHIA.matcher(repository).matches();
    Matcher step = STEP.matcher(revision);
    OptionalLong steps =
        step.matches()
            ? OptionalLong.of(Long.parseLong(step.group(1)))
            : pythia && revision.equals(ModelReference.Hub.MAIN)
                ? OptionalLong.of(PYTHIA_LAST)
                : OptionalLong.empty();
    return new PublishedCheckpoint(
        steps, pythia ? OptionalLong.of(PYTHIA_TOKENS) : OptionalLong.empty());
  }

  /** Tokens seen up to this checkpoint, where steps and tokens a step are known. */
  public OptionalLong tokens() {
    return steps.isPresent() && tokensPerStep.isPresent()
        ? OptionalLong.of(Math.multiplyExact(steps.getAsLong(), tokensPerStep.getAsLong()))
        : OptionalLong.empty();
  }
}

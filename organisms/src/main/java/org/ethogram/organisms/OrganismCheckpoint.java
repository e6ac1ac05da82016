package org.ethogram.organisms;

import java.nio.file.Path;
import org.ethogram.models.ModelScale;

/**
 * One revision of one organism, as a Hugging Face folder.
 *
 * @param family the recipe and the seed, such as {@code default-seed1}
 * @param size such as {@code 150k}
 * @param step of training; 0 before any
 * @param heldOutLoss mean weighted loss in nats a predicted token on documents of the corpus that
 *     no step trains on
 */
public record OrganismCheckpoint(
    String family, String size, long step, Path folder, ModelScale scale, double heldOutLoss) {
  /** As Pythia names its revisions. */
  public String revision() {
    return "step" + step;
  }
}

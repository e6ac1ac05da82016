package org.ethogram.lab.subject;

import java.nio.file.Path;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.organisms.OrganismCache;

/**
 * What the machine offers a study.
 *
 * @param cache where organisms are kept
 * @param threads how many threads may compute at once, at least 1
 */
public record Workplace(Path cache, int threads, ModelFolders folders) {
  public Workplace {
    if (threads < 1) {
      throw new EthogramException(
          ErrorCode.USAGE,
          "--threads",
          threads + " threads compute nothing",
          "Give at least 1, or leave the option out to use every core");
    }
  }

  /**
   * This machine with its cache of organisms and its local models.
   *
   * @param threads how many threads may compute at once, at least 1
   */
  public static Workplace here(int threads) {
    return new Workplace(OrganismCache.standardRoot(), threads, new TorchFolders());
  }
}

package org.ethogram.lab.subject;

import java.nio.file.Path;
import java.util.Map;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.organisms.OrganismCache;
import org.ethogram.torch.hub.Hub;
import org.ethogram.torch.hub.HubSettings;

/**
 * What the machine offers a study.
 *
 * @param cache where organisms are kept
 * @param threads how many threads may compute at once, at least 1
 * @param hub where models come from that are named and not in a folder
 */
public record Workplace(Path cache, int threads, ModelFolders folders, Hub hub) {
  public Workplace {
    if (threads < 1) {
      throw new EthogramException(
          ErrorCode.USAGE,
          "--threads",
          threads + " threads compute nothing",
          "Give at least 1, or leave the option out to use every core");
    }
  }

  /** A workplace that no hub is asked from, with an empty cache of its own. */
  public Workplace(Path cache, int threads, ModelFolders folders) {
    this(
        cache,
        threads,
        folders,
        new Hub(
            HubSettings.from(Map.of("HF_HOME", cache.resolve("hub").toString()), cache)
                .offline(true)));
  }

  /** {@link #here(int, boolean)} as the environment says. */
  public static Workplace here(int threads) {
    return here(threads, false);
  }

  /**
   * This machine with its cache of organisms, its local models and the hub of its environment.
   *
   * @param threads how many threads may compute at once, at least 1
   * @param offline whether no hub is asked, whatever the environment says
   */
  public static Workplace here(int threads, boolean offline) {
    return new Workplace(
        OrganismCache.standardRoot(), threads, new TorchFolders(), Hub.standard(offline));
  }
}

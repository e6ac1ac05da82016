package org.ethogram.torch.hub;

import java.util.Optional;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.StopSignal;
import org.ethogram.models.reference.ModelReference;

/**
 * Models by their names on the Hugging Face hub.
 *
 * <p>What the cache holds whole is used as it is, with no request. Failures are {@link
 * EthogramException}s: {@code FILE_ACCESS} for what does not exist, may not be seen or cannot be
 * written, {@code INVALID_MODEL} for a repository without weights that can be read or with other
 * bytes than it announces, {@code WORK_FAILED} for a network that fails again and again.
 */
public final class Hub {
  private final HubSettings settings;
  private final HubCache cache;
  private final Retries retries;

  public Hub(HubSettings settings) {
    this(settings, Retries.STANDARD);
  }

  Hub(HubSettings settings, Retries retries) {
    this.settings = settings;
    this.cache = new HubCache(settings.cache());
    this.retries = retries;
  }

  /**
   * The hub of the environment variables.
   *
   * @param offline nothing is asked, whatever the environment says
   */
  public static Hub standard(boolean offline) {
    return new Hub(HubSettings.from(System.getenv()).offline(offline));
  }

  public HubSettings settings() {
    return settings;
  }

  /** The model as the cache has it, where it has all of it; nothing is asked. */
  public Optional<Snapshot> find(ModelReference.Hub reference) {
    return cache
        .commit(reference)
        .filter(commit -> RepositoryFiles.complete(cache, reference.repository(), commit))
        .map(
            commit ->
                new Snapshot(
                    reference.repository(),
                    reference.revision(),
                    commit,
                    cache.snapshot(reference.repository(), commit)));
  }

  /** The model, fetched where the cache does not have all of it. */
  public Snapshot fetch(ModelReference.Hub reference, Progress progress, StopSignal stop) {
    return find(reference).orElseGet(() -> refresh(reference, progress, stop));
  }

  /** The model where its revision is now: the hub is asked even if the cache has an earlier one. */
  public Snapshot refresh(ModelReference.Hub reference, Progress progress, StopSignal stop) {
    if (settings.offline()) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          reference.toString(),
          "the cache " + settings.cache() + " does not have all of it, and the hub is offline",
          "Unset HF_HUB_OFFLINE and leave out --offline, or name the cache that has it by HF_HOME");
    }
    try (var client = new HubClient(settings, retries, stop)) {
      return new SnapshotDownload(reference, cache, client, retries, progress, stop).run();
    }
  }
}

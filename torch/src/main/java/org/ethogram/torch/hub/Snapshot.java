package org.ethogram.torch.hub;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of a repository at one commit, in the cache.
 *
 * @param repository such as {@code EleutherAI/pythia-70m}
 * @param revision as it was asked for, such as {@code step1000}
 * @param commit 40 hexadecimal digits
 * @param folder a Hugging Face folder
 */
public record Snapshot(String repository, String revision, String commit, Path folder) {
  /**
   * What a folder inside a cache is a snapshot of. Its revision is the branch or tag that is kept
   * for its commit ({@code main} before others), or else the commit.
   */
  public static Optional<Snapshot> at(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    int names = absolute.getNameCount();
    if (names < 3 || !absolute.getName(names - 2).toString().equals(HubCache.SNAPSHOTS)) {
      return Optional.empty();
    }
    String commit = absolute.getFileName().toString();
    return HubCache.repository(absolute.getName(names - 3).toString())
        .map(
            repository -> {
              Path root = absolute.resolve("../../..").normalize();
              String revision = new HubCache(root).revision(repository, commit);
              return new Snapshot(repository, revision, commit, folder);
            });
  }
}

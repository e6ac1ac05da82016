package org.ethogram.torch.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.StopSignal;
import org.ethogram.models.reference.ModelReference;

/** A repository at a revision on its way into the cache: small files first, the weights last. */
final class SnapshotDownload {
  private final ModelReference.Hub reference;
  private final HubCache cache;
  private final HubClient client;
  private final Retries retries;
  private final Progress progress;
  private final StopSignal stop;

  SnapshotDownload(
      ModelReference.Hub reference,
      HubCache cache,
      HubClient client,
      Retries retries,
      Progress progress,
      StopSignal stop) {
    this.reference = reference;
    this.cache = cache;
    this.client = client;
    this.retries = retries;
    this.progress = progress;
    this.stop = stop;
  }

  /** Fetches what the cache lacks; the revision is kept last, when all is there. */
  Snapshot run() {
    Listing listing = client.listing(reference);
    String commit = listing.commit();
    Path folder = cache.snapshot(reference.repository(), commit);
    for (FileFacts file : missing(RepositoryFiles.small(reference, listing.files()), commit)) {
      fetch(file, commit, _ -> {});
    }
    RepositoryFiles.OPTIONAL.stream()
        .filter(file -> !listing.files().contains(file))
        .forEach(file -> cache.keepAbsence(reference.repository(), commit, file));
    fetchWeights(
        missing(RepositoryFiles.weights(reference, folder, listing.files()), commit), commit);
    cache.keepCommit(reference, commit);
    return new Snapshot(reference.repository(), reference.revision(), commit, folder);
  }

  private void fetchWeights(List<FileFacts> files, String commit) {
    long total = files.stream().mapToLong(file -> file.size().orElse(0)).sum();
    requireRoom(files);
    if (files.isEmpty()) {
      return;
    }
    try (Progress.Task task = progress.begin("fetch " + reference, total, "bytes")) {
      var done = new AtomicLong();
      for (FileFacts file : files) {
        long before = done.get();
        fetch(
            file, commit, bytes -> task.report(done.addAndGet(bytes), Map.of("file", file.name())));
        done.set(before + file.size().orElse(done.get() - before));
        task.report(done.get(), Map.of());
      }
    }
  }

  private List<FileFacts> missing(List<String> files, String commit) {
    Path folder = cache.snapshot(reference.repository(), commit);
    List<FileFacts> missing = new ArrayList<>();
    for (String file : files) {
      if (!Files.exists(folder.resolve(file))) {
        missing.add(client.facts(reference, commit, file));
      }
    }
    return missing;
  }

  private void fetch(FileFacts file, String commit, LongConsumer moved) {
    String repository = reference.repository();
    Path blob = cache.blob(repository, file.etag());
    String place = reference + ", " + file.name();
    if (!Files.exists(blob)) {
      try (var _ = BlobLock.acquire(cache.lock(repository, file.etag()), place, retries, stop)) {
        if (!Files.exists(blob)) {
          new BlobDownload(client, retries, stop, reference, commit, file, blob, moved).run();
        }
      }
    }
    cache.place(blob, cache.snapshot(repository, commit).resolve(file.name()));
  }

  /** A disk that will not hold the weights is told before they are fetched. */
  private void requireRoom(List<FileFacts> files) {
    try {
      long wanted = 0;
      for (FileFacts file : files) {
        Path blob = cache.blob(reference.repository(), file.etag());
        Path part = PartialFile.beside(blob);
        long here = Files.exists(part) ? Files.size(part) : 0;
        wanted += Files.exists(blob) ? 0 : Math.max(0, file.size().orElse(0) - here);
      }
      long free = Files.getFileStore(cache.root()).getUsableSpace();
      if (wanted > free) {
        throw new EthogramException(
            ErrorCode.FILE_ACCESS,
            cache.root().toString(),
            String.format(
                Locale.ROOT,
                "the weights of %s need %,d bytes more, and the disk has %,d",
                reference,
                wanted,
                free),
            "Free some space, or set HF_HOME to a folder on another disk");
      }
    } catch (IOException e) {
      throw HubCache.unwritable(cache.root(), e);
    }
  }
}

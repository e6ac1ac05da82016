package org.ethogram.torch.hub;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.models.reference.ModelReference;

/**
 * The cache folder as the Python client lays it out: {@code models--org--name} with {@code refs}
 * (revision to commit), {@code blobs} (content by etag) and {@code snapshots} (a folder a commit,
 * of relative links into the blobs).
 *
 * <p>Source: "Understand caching" in the documentation of huggingface_hub.
 */
record HubCache(Path root) {
  static final String SNAPSHOTS = "snapshots";
  private static final String PREFIX = "models--";
  private static final String COMMIT = "[0-9a-f]{40}";

  Path folder(String repository) {
    return root.resolve(PREFIX + repository.replace("/", "--"));
  }

  /** The repository whose folder has this name. */
  static Optional<String> repository(String folderName) {
    return folderName.startsWith(PREFIX)
        ? Optional.of(folderName.substring(PREFIX.length()).replace("--", "/"))
        : Optional.empty();
  }

  Path snapshot(String repository, String commit) {
    return folder(repository).resolve(SNAPSHOTS).resolve(commit);
  }

  Path blob(String repository, String etag) {
    return folder(repository).resolve("blobs").resolve(etag);
  }

  Path lock(String repository, String etag) {
    return root.resolve(".locks").resolve(folder(repository).getFileName()).resolve(etag + ".lock");
  }

  /** Where the client notes that a commit does not have a file. */
  Path absence(String repository, String commit, String file) {
    return folder(repository).resolve(".no_exist").resolve(commit).resolve(file);
  }

  static boolean isCommit(String revision) {
    return revision.matches(COMMIT);
  }

  /** The commit that a revision was at when it was asked for last. */
  Optional<String> commit(ModelReference.Hub reference) {
    if (isCommit(reference.revision())) {
      return Optional.of(reference.revision());
    }
    Path ref = ref(reference.repository(), reference.revision());
    try {
      return Files.isRegularFile(ref)
          ? Optional.of(Files.readString(ref).strip()).filter(HubCache::isCommit)
          : Optional.empty();
    } catch (IOException e) {
      throw unreadable(ref, e);
    }
  }

  /** The revision that is kept for a commit, {@code main} before others; or the commit. */
  String revision(String repository, String commit) {
    Path refs = folder(repository).resolve("refs");
    if (!Files.isDirectory(refs)) {
      return commit;
    }
    try (Stream<Path> files = Files.walk(refs)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> refs.relativize(file).toString().replace('\\', '/'))
          .filter(name -> isAt(repository, name, commit))
          .min(
              (one, other) ->
                  one.equals(ModelReference.Hub.MAIN)
                      ? -1
                      : other.equals(ModelReference.Hub.MAIN) ? 1 : one.compareTo(other))
          .orElse(commit);
    } catch (IOException e) {
      throw unreadable(refs, e);
    }
  }

  private boolean isAt(String repository, String revision, String commit) {
    try {
      return Files.readString(ref(repository, revision)).strip().equals(commit);
    } catch (IOException e) {
      return false;
    }
  }

  /** Keeps the commit of a branch or tag. */
  void keepCommit(ModelReference.Hub reference, String commit) {
    if (!reference.revision().equals(commit)) {
      write(ref(reference.repository(), reference.revision()), commit);
    }
  }

  void keepAbsence(String repository, String commit, String file) {
    write(absence(repository, commit, file), "");
  }

  /** Puts a blob under its name into a snapshot: as a link, or as a copy where links cannot be. */
  void place(Path blob, Path pointer) {
    Path folder = Objects.requireNonNull(pointer.getParent());
    Path target = folder.relativize(blob);
    try {
      Files.createDirectories(folder);
      if (Files.isSymbolicLink(pointer) && !Files.exists(pointer)) {
        Files.delete(pointer);
      }
      Files.createSymbolicLink(pointer, target);
    } catch (FileAlreadyExistsException e) {
      // Another process has placed the same content.
    } catch (UnsupportedOperationException | FileSystemException e) {
      copy(blob, pointer);
    } catch (IOException e) {
      throw unwritable(pointer, e);
    }
  }

  static void copy(Path blob, Path pointer) {
    try {
      Path part = Files.createTempFile(pointer.getParent(), ".copy", "");
      Files.copy(blob, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, pointer, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unwritable(pointer, e);
    }
  }

  static EthogramException unwritable(Path file, IOException cause) {
    boolean full = String.valueOf(cause.getMessage()).contains("No space left");
    return new EthogramException(
        ErrorCode.FILE_ACCESS,
        file.toString(),
        full ? "the disk is full" : "cannot be written (" + cause + ")",
        full
            ? "Free some space, or set HF_HOME to a folder on another disk; what was fetched is"
                + " kept"
            : "Make the folder writable, or set HF_HOME to a folder of your own",
        cause);
  }

  private Path ref(String repository, String revision) {
    return folder(repository).resolve("refs").resolve(revision);
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Path part = Files.createTempFile(file.getParent(), ".part", "");
      Files.writeString(part, text);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static EthogramException unreadable(Path file, IOException cause) {
    return new EthogramException(
        ErrorCode.FILE_ACCESS,
        file.toString(),
        "cannot be read (" + cause + ")",
        "Make the cache readable, or set HF_HOME to a folder of your own",
        cause);
  }
}

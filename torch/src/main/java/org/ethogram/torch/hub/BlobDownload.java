package org.ethogram.torch.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.StopSignal;
import org.ethogram.models.reference.ModelReference;

/**
 * One file on its way into the blobs. What has come stays in {@code ETAG.incomplete}, and a broken
 * download goes on where it ended.
 */
final class BlobDownload {
  private static final int CHUNK = 1 << 17;
  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes (\\d{1,18})-\\d+/(\\d{1,18})");

  /** A file that came with the wrong content is fetched from its beginning this often. */
  private static final int MOST_FAULTS = 2;

  private final HubClient client;
  private final Retries retries;
  private final StopSignal stop;
  private final ModelReference.Hub reference;
  private final String commit;
  private final FileFacts file;
  private final Path blob;
  private final Path incomplete;
  private final String place;
  private final LongConsumer moved;

  /**
   * @param moved told how many bytes there are more, or fewer where some were thrown away
   */
  BlobDownload(
      HubClient client,
      Retries retries,
      StopSignal stop,
      ModelReference.Hub reference,
      String commit,
      FileFacts file,
      Path blob,
      LongConsumer moved) {
    this.client = client;
    this.retries = retries;
    this.stop = stop;
    this.reference = reference;
    this.commit = commit;
    this.file = file;
    this.blob = blob;
    this.incomplete = incomplete(blob);
    this.place = reference + ", " + file.name();
    this.moved = moved;
  }

  static Path incomplete(Path blob) {
    return blob.resolveSibling(blob.getFileName() + ".incomplete");
  }

  /** Fetches the blob; the caller holds its lock. */
  void run() {
    try {
      Files.createDirectories(blob.getParent());
      moved.accept(length());
      Optional<String> fault;
      int faults = 0;
      do {
        transfer();
        fault = file.fault(incomplete);
        if (fault.isPresent()) {
          restart();
          faults++;
        }
      } while (fault.isPresent() && faults < MOST_FAULTS);
      if (fault.isPresent()) {
        throw new EthogramException(
            ErrorCode.INVALID_MODEL,
            place,
            fault.get(),
            "Try again later; where it happens again, the file on the hub or a proxy is at fault");
      }
      Files.move(incomplete, blob, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw HubCache.unwritable(incomplete, e);
    }
  }

  /** Fetches until the announced size is there, or the end where none was announced. */
  private void transfer() throws IOException {
    if (file.size().isEmpty()) {
      restart();
    } else if (length() > file.size().getAsLong()) {
      restart();
    }
    long furthest = length();
    int failures = 0;
    boolean ended = false;
    while (!ended && !(Files.exists(incomplete) && complete())) {
      Retries.requireGoing(place, stop);
      try {
        receive(length());
        ended = file.size().isEmpty();
      } catch (Disk e) {
        throw e.cause;
      } catch (IOException e) {
        failures = length() > furthest ? 1 : failures + 1;
        furthest = Math.max(furthest, length());
        Retries.requireGoing(place, stop);
        retries.again(place, failures, e, stop);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        Retries.requireGoing(place, () -> true);
      }
    }
  }

  /** One reply, to its end or to where it breaks off. */
  private void receive(long from) throws IOException, InterruptedException {
    Reply<InputStream> reply = client.bytes(reference, commit, file, from);
    try (InputStream body = reply.body()) {
      if (reply.status() == Reply.RANGE_NOT_SATISFIABLE) {
        restart();
        throw new IOException("the hub has no bytes from " + from + " on");
      }
      requireSize(reply);
      if (!begins(reply, from)) {
        restart();
        if (reply.status() == Reply.PARTIAL) {
          throw new IOException("other bytes came than those from " + from + " on");
        }
      }
      append(body);
    }
    if (file.size().isPresent() && !complete()) {
      throw new IOException("the connection ended after " + length() + " bytes");
    }
  }

  private void append(InputStream body) throws IOException {
    byte[] chunk = new byte[CHUNK];
    try (OutputStream output = open();
        Watch watch = new Watch(body, retries.stall(), stop)) {
      long room = file.size().orElse(Long.MAX_VALUE) - length();
      for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
        watch.heard();
        if (read > room) {
          throw new IOException(
              "more bytes came than the " + file.size().getAsLong() + " announced");
        }
        room -= read;
        write(output, chunk, read);
        moved.accept(read);
        Retries.requireGoing(place, stop);
      }
    }
  }

  /** A reply of another length than was announced would never become the file. */
  private void requireSize(Reply<?> reply) throws IOException {
    long announced =
        reply.status() == Reply.PARTIAL
            ? range(reply).map(found -> Long.parseLong(found.group(2))).orElse(-1L)
            : reply.length("content-length").orElse(-1);
    if (file.size().isPresent() && announced >= 0 && announced != file.size().getAsLong()) {
      throw new IOException(
          announced + " bytes are sent where " + file.size().getAsLong() + " were announced");
    }
  }

  /** Whether a reply begins at a byte; one that ignores the range begins at the first. */
  private static boolean begins(Reply<?> reply, long from) {
    return reply.status() == Reply.PARTIAL
        ? range(reply).map(found -> Long.parseLong(found.group(1)) == from).orElse(false)
        : from == 0;
  }

  private static Optional<Matcher> range(Reply<?> reply) {
    return reply.header("content-range").map(CONTENT_RANGE::matcher).filter(Matcher::matches);
  }

  private OutputStream open() throws Disk {
    try {
      return Files.newOutputStream(
          incomplete, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new Disk(e);
    }
  }

  private static void write(OutputStream output, byte[] chunk, int length) throws Disk {
    try {
      output.write(chunk, 0, length);
    } catch (IOException e) {
      throw new Disk(e);
    }
  }

  /** A failure of this machine's disk: another attempt would not help. */
  private static final class Disk extends IOException {
    private static final long serialVersionUID = 1;
    private final IOException cause;

    Disk(IOException cause) {
      super(cause);
      this.cause = cause;
    }
  }

  private boolean complete() throws IOException {
    return file.size().isPresent() && length() == file.size().getAsLong();
  }

  private long length() throws IOException {
    return Files.exists(incomplete) ? Files.size(incomplete) : 0;
  }

  private void restart() throws IOException {
    moved.accept(-length());
    Files.deleteIfExists(incomplete);
    Files.createFile(incomplete);
  }
}

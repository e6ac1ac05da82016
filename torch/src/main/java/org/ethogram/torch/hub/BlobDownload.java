package org.ethogram.torch.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
  private final PartialFile part;
  private final String place;

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
    this.part = PartialFile.of(blob, moved);
    this.place = reference + ", " + file.name();
  }

  /** Fetches the blob; the caller holds its lock. */
  void run() {
    try {
      Files.createDirectories(blob.getParent());
      part.moved().accept(part.length());
      Optional<String> fault;
      int faults = 0;
      do {
        transfer();
        fault = file.fault(part.path());
        if (fault.isPresent()) {
          part.restart();
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
      Files.move(part.path(), blob, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw HubCache.unwritable(part.path(), e);
    }
  }

  /** Fetches until the announced size is there, or the end where none was announced. */
  private void transfer() throws IOException {
    if (file.size().isEmpty() || part.length() > file.size().getAsLong()) {
      part.restart();
    }
    long furthest = part.length();
    int failures = 0;
    boolean ended = false;
    while (!ended && !(part.exists() && complete())) {
      Retries.requireGoing(place, stop);
      try {
        receive(part.length());
        ended = file.size().isEmpty();
      } catch (PartialFile.Disk e) {
        throw e.failure();
      } catch (IOException e) {
        failures = part.length() > furthest ? 1 : failures + 1;
        furthest = Math.max(furthest, part.length());
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
        part.restart();
        throw new IOException("the hub has no bytes from " + from + " on");
      }
      requireSize(reply);
      if (!begins(reply, from)) {
        part.restart();
        if (reply.status() == Reply.PARTIAL) {
          throw new IOException("other bytes came than those from " + from + " on");
        }
      }
      append(body);
    }
    if (file.size().isPresent() && !complete()) {
      throw new IOException("the connection ended after " + part.length() + " bytes");
    }
  }

  private void append(InputStream body) throws IOException {
    byte[] chunk = new byte[CHUNK];
    try (OutputStream output = part.append();
        Watch watch = new Watch(body, retries.stall(), stop)) {
      long room = file.size().orElse(Long.MAX_VALUE) - part.length();
      for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
        watch.heard();
        if (read > room) {
          throw new IOException(
              "more bytes came than the " + file.size().getAsLong() + " announced");
        }
        room -= read;
        part.write(output, chunk, read);
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

  private boolean complete() throws IOException {
    return file.size().isPresent() && part.length() == file.size().getAsLong();
  }
}

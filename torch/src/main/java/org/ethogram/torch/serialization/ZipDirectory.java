package org.ethogram.torch.serialization;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * The central directory of a zip archive, with sizes of 64 bits, believed only where it agrees with
 * the file.
 *
 * <p>Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3 and 4.5.3. The JDK's own reader does not tell
 * where in the file an entry's bytes begin.
 */
final class ZipDirectory {
  static final int LOCAL_HEADER = 0x04034b50;
  private static final int CENTRAL_HEADER = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int END_LENGTH = 22;
  private static final int LOCATOR_LENGTH = 20;
  private static final int END_64_LENGTH = 56;
  private static final int CENTRAL_LENGTH = 46;
  private static final int LOCAL_LENGTH = 30;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final long IN_EXTRA_FIELD = 0xffffffffL;
  private static final int ENCRYPTED = 1;
  private static final long MOST_ENTRIES = 1_000_000;

  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Path file;
  private final MemorySegment bytes;
  private final SequencedMap<String, ZipEntry> entries = new LinkedHashMap<>();

  private ZipDirectory(Path file, MemorySegment bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /** The entries by name, in the order of the directory; none overlaps another. */
  static SequencedMap<String, ZipEntry> read(Path file, MemorySegment bytes) {
    ZipDirectory directory = new ZipDirectory(file, bytes);
    directory.readEntries();
    return directory.entries;
  }

  private void readEntries() {
    long end = end();
    long count = unsignedShort(end + 10);
    long place = unsignedInt(end + 16);
    if (end >= LOCATOR_LENGTH && bytes.get(INT, end - LOCATOR_LENGTH) == LOCATOR_64) {
      long end64 = bytes.get(LONG, end - LOCATOR_LENGTH + 8);
      requireWithin(end64, END_64_LENGTH);
      require(bytes.get(INT, end64) == END_64, "the end of its directory is not where it says");
      count = bytes.get(LONG, end64 + 32);
      place = bytes.get(LONG, end64 + 48);
    }
    require(count <= MOST_ENTRIES, "its zip archive says it has " + count + " entries");
    long directory = place;
    for (long read = 0; read < count; read++) {
      place = readEntry(place);
    }
    requireApart(directory);
  }

  /** The last record of the archive, behind which only a comment may stand. */
  private long end() {
    long last = bytes.byteSize() - END_LENGTH;
    for (long place = last; place >= Math.max(0, last - LONGEST_COMMENT); place--) {
      if (bytes.get(INT, place) == END) {
        return place;
      }
    }
    throw Damage.of(file, "its zip archive has no end: the file is truncated or damaged");
  }

  /** Reads an entry of the directory and says where the next one begins. */
  private long readEntry(long place) {
    requireWithin(place, CENTRAL_LENGTH);
    require(
        bytes.get(INT, place) == CENTRAL_HEADER,
        "the directory of its zip archive has fewer entries than it says");
    int nameLength = unsignedShort(place + 28);
    int extraLength = unsignedShort(place + 30);
    int commentLength = unsignedShort(place + 32);
    requireWithin(place, CENTRAL_LENGTH + (long) nameLength + extraLength + commentLength);
    String name = text(place + CENTRAL_LENGTH, nameLength);
    require((unsignedShort(place + 8) & ENCRYPTED) == 0, "its entry " + name + " is encrypted");
    Extra extra = new Extra(place + CENTRAL_LENGTH + nameLength, extraLength);
    long size = extra.instead(unsignedInt(place + 24));
    long stored = extra.instead(unsignedInt(place + 20));
    long begin = extra.instead(unsignedInt(place + 42));
    requireWithin(begin, LOCAL_LENGTH);
    require(
        bytes.get(INT, begin) == LOCAL_HEADER,
        "its entry " + name + " is not where the directory says");
    int localNameLength = unsignedShort(begin + 26);
    long data = begin + LOCAL_LENGTH + localNameLength + unsignedShort(begin + 28);
    requireWithin(begin, data - begin);
    require(
        text(begin + LOCAL_LENGTH, localNameLength).equals(name),
        "its entry " + name + " has another name where it stands");
    requireWithin(data, stored);
    ZipEntry entry = new ZipEntry(name, unsignedShort(place + 10), begin, data, stored, size);
    require(entries.put(name, entry) == null, "its entry " + name + " stands twice");
    return place + CENTRAL_LENGTH + nameLength + extraLength + commentLength;
  }

  private void requireApart(long directory) {
    long covered = 0;
    for (ZipEntry entry :
        entries.values().stream().sorted(Comparator.comparingLong(ZipEntry::begin)).toList()) {
      require(
          entry.begin() >= covered && entry.end() <= directory,
          "its entry " + entry.name() + " overlaps another or the directory");
      covered = entry.end();
    }
  }

  /** Sizes and places that do not fit 32 bits stand in an extra field, one after the other. */
  private final class Extra {
    private static final int SIZES_64 = 1;

    private long place;
    private long end;

    Extra(long begin, int length) {
      long field = begin;
      while (field + 4 <= begin + length) {
        long fieldEnd = Math.min(field + 4 + unsignedShort(field + 2), begin + length);
        if (unsignedShort(field) == SIZES_64) {
          place = field + 4;
          end = fieldEnd;
          return;
        }
        field = fieldEnd;
      }
    }

    long instead(long value) {
      if (value != IN_EXTRA_FIELD) {
        return value;
      }
      require(place + Long.BYTES <= end, "a size is missing from the directory of its zip archive");
      place += Long.BYTES;
      return bytes.get(LONG, place - Long.BYTES);
    }
  }

  private int unsignedShort(long place) {
    return Short.toUnsignedInt(bytes.get(SHORT, place));
  }

  private long unsignedInt(long place) {
    return Integer.toUnsignedLong(bytes.get(INT, place));
  }

  private String text(long place, int length) {
    byte[] name = bytes.asSlice(place, length).toArray(ValueLayout.JAVA_BYTE);
    return new String(name, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "?");
  }

  private void requireWithin(long place, long length) {
    require(
        place >= 0 && length >= 0 && length <= bytes.byteSize() - place,
        "its zip archive points behind its end: the file is truncated or damaged");
  }

  private void require(boolean holds, String problem) {
    if (!holds) {
      throw Damage.of(file, problem);
    }
  }
}

package org.ethogram.torch.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.ethogram.testkit.CheckpointArchive;
import org.ethogram.testkit.PickleBytes;
import org.ethogram.torch.runtime.Natives;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files composed byte by byte: programs in place of data, and sizes that lie. */
class HostileCheckpointTest {
  private static final long[] ONE = {1};
  private static final long[] NONE = {};

  @TempDir Path folder;

  @BeforeAll
  static void startNatives() {
    Natives.start();
  }

  static Stream<Arguments> programs() {
    PickleBytes nested = PickleBytes.begin();
    PickleBytes marked = PickleBytes.begin();
    for (int depth = 0; depth < 100_000; depth++) {
      nested.put(']', 0x85);
      marked.put('(');
    }
    PickleBytes deep = PickleBytes.begin().put(']');
    for (int depth = 0; depth < 100_000; depth++) {
      deep.put(0x85);
    }
    PickleBytes doubling = PickleBytes.begin().put(']', 'q', 0);
    for (int generation = 0; generation < 200; generation++) {
      doubling.put('h', 0, 'h', 0, 0x86, 'q', 0);
    }
    return Stream.of(
        Arguments.of(
            "a call of the shell",
            PickleBytes.begin().global("os", "system").text("touch hacked").put(0x85, 'R').stop(),
            "os.system"),
        Arguments.of("a name alone", PickleBytes.begin().global("builtins", "eval").stop(), "eval"),
        Arguments.of(
            "a name of the newer protocol",
            PickleBytes.begin().text("posix").text("system").put(0x93).stop(),
            "posix.system"),
        Arguments.of(
            "a name below an allowed module",
            PickleBytes.begin().global("torch.serialization", "load").stop(),
            "torch.serialization.load"),
        Arguments.of(
            "a call of a storage's class",
            PickleBytes.begin().global("torch", "FloatStorage").put(')', 'R').stop(),
            "it calls torch.FloatStorage"),
        Arguments.of(
            "a dictionary made of something",
            PickleBytes.begin().global("collections", "OrderedDict").put(']', 0x85, 'R').stop(),
            "collections.OrderedDict with a tuple of 1"),
        Arguments.of(
            "a tensor made by another function",
            PickleBytes.begin()
                .global("torch._tensor", "_rebuild_from_type_v2")
                .put('(')
                .global("torch._tensor", "_rebuild_from_type_v2")
                .put('N', ')', '}', 't', 'R')
                .stop(),
            "_rebuild_from_type_v2"),
        Arguments.of(
            "a call of what is no function",
            PickleBytes.begin().text("os.system").put(')', 'R').stop(),
            "it calls 'os.system'"),
        Arguments.of(
            "attributes of a class",
            PickleBytes.begin()
                .global("torch", "Tensor")
                .put('}')
                .text("a")
                .text("b")
                .put('s', 'b')
                .stop(),
            "it sets attributes of torch.Tensor"),
        Arguments.of(
            "attributes of a tensor",
            PickleBytes.begin().tensor(1, 0, ONE, ONE).put('}', 'b').stop(),
            "it sets attributes of an object"),
        Arguments.of(
            "items of a class",
            PickleBytes.begin().global("torch", "Tensor").text("a").text("b").put('s').stop(),
            "it sets items of torch.Tensor"),
        Arguments.of("an extension", PickleBytes.begin().put(0x82, 1).stop(), "EXT1"),
        Arguments.of(
            "an extension of 4 bytes", PickleBytes.begin().put(0x84, 1, 0, 0, 0).stop(), "EXT4"),
        Arguments.of("an object", PickleBytes.begin().put(')', 0x81).stop(), "NEWOBJ"),
        Arguments.of("an instance", PickleBytes.begin().put('(', 'i').stop(), "INST"),
        Arguments.of(
            "a persistent identifier of text",
            PickleBytes.begin().text("storage").put('Q').stop(),
            "it points outside the pickle by 'storage'"),
        Arguments.of(
            "a persistent identifier of a module",
            PickleBytes.begin()
                .put('(')
                .text("module")
                .global("torch", "Tensor")
                .text("a")
                .text("b")
                .text("c")
                .put('t', 'Q')
                .stop(),
            "which names no storage"),
        Arguments.of(
            "a part of another storage",
            PickleBytes.begin()
                .put('(')
                .text("storage")
                .global("torch", "FloatStorage")
                .text("0")
                .text("cpu")
                .whole(1)
                .text("other")
                .put('t', 'Q')
                .stop(),
            "which names no storage"),
        Arguments.of(
            "a storage of a negative size",
            PickleBytes.begin().storage("FloatStorage", "0", -1).stop(),
            "the integer -1 where a count should be"),
        Arguments.of(
            "numbers that are not read",
            PickleBytes.begin().global("torch", "ComplexFloatStorage").stop(),
            "torch.ComplexFloatStorage"),
        Arguments.of(
            "a storage of two types",
            PickleBytes.begin()
                .storage("FloatStorage", "0", 1)
                .storage("LongStorage", "0", 1)
                .stop(),
            "as 1 of FloatStorage and as 1 of LongStorage"),
        Arguments.of("marks without an end", marked.stop(), "nests more than 1000"),
        Arguments.of("deeply nested lists", nested.stop(), "holds a tuple of 1 and not tensors"),
        Arguments.of("deeply nested tuples", deep.stop(), "holds a tuple of 1 and not tensors"),
        Arguments.of("tuples that double", doubling.stop(), "holds a tuple of 2 and not tensors"),
        Arguments.of(
            "a list that holds itself",
            PickleBytes.begin().put(']', 'q', 0, 'h', 0, 'a').stop(),
            "holds a list of 1 and not tensors"),
        Arguments.of(
            "a text that is longer than the file",
            PickleBytes.begin().put('X').littleEndian(-1).stop(),
            "ends in the middle"),
        Arguments.of(
            "a text of 2^63 bytes",
            PickleBytes.begin().put(0x8d, 255, 255, 255, 255, 255, 255, 255, 255).stop(),
            "ends in the middle"),
        Arguments.of("an integer of 2^31 bytes", PickleBytes.begin().put(0x8b).stop(), "LONG4"),
        Arguments.of("a value that was never kept", PickleBytes.begin().put('h', 9).stop(), "9"),
        Arguments.of("a value that is not there", PickleBytes.begin().put('R').stop(), "not there"),
        Arguments.of("a mark that is not there", PickleBytes.begin().put('t').stop(), "mark"),
        Arguments.of("nothing", PickleBytes.begin().stop(), "not there"),
        Arguments.of("no end", new byte[] {(byte) 0x80, 2, '}'}, "ends in the middle"),
        Arguments.of("an unknown instruction", PickleBytes.begin().put(0xff).stop(), "0xff"),
        Arguments.of("an older protocol", new byte[] {(byte) 0x80, 1, '}', '.'}, "protocol 1"),
        Arguments.of("a newer protocol", new byte[] {(byte) 0x80, 6, '}', '.'}, "protocol 6"),
        Arguments.of(
            "a text of other bytes", PickleBytes.begin().put(0x8c, 1, 0xff).stop(), "is not UTF-8"),
        Arguments.of(
            "a tuple as a key", PickleBytes.begin().put('}', ')', 'N', 's').stop(), "a tuple of 0"),
        Arguments.of(
            "an integer as a key",
            PickleBytes.begin().put('}').whole(3).put('N', 's').stop(),
            "the integer 3 as a key"),
        Arguments.of(
            "a name that would write over the terminal",
            PickleBytes.begin().put('}').text("\033[2Jx").tensor(4, 0, ONE, ONE).put('s').stop(),
            "'?[2Jx' as the name of a tensor"),
        Arguments.of(
            "a key without a value",
            PickleBytes.begin().put('}', '(').text("x").put('u').stop(),
            "a key without a value"),
        Arguments.of(
            "a tensor twice",
            PickleBytes.begin()
                .put('}')
                .text("x")
                .tensor(1, 0, ONE, ONE)
                .put('s')
                .text("x")
                .tensor(1, 0, ONE, ONE)
                .put('s')
                .stop(),
            "has 'x' twice"),
        Arguments.of(
            "what is no tensor",
            PickleBytes.begin().put('}').text("model").put('}', 's').stop(),
            "'model': it is no tensor, but a dictionary of 0"),
        Arguments.of(
            "more strides than sizes",
            PickleBytes.single(1, 0, ONE, NONE),
            "1 sizes and 0 strides"),
        Arguments.of(
            "a negative stride",
            PickleBytes.single(1, 0, ONE, new long[] {-1}),
            "the integer -1 where a count should be"),
        Arguments.of(
            "a tensor that ends behind its storage",
            PickleBytes.single(4, 3, new long[] {2}, ONE),
            "tensor x: its storage '0' has 4 numbers, too few for offset 3, shape [2]"),
        Arguments.of(
            "strides that lead behind its storage",
            PickleBytes.single(4, 0, new long[] {2, 2}, new long[] {4, 1}),
            "tensor x: its storage '0' has 4 numbers, too few for"),
        Arguments.of(
            "an offset that overflows",
            PickleBytes.single(4, Long.MAX_VALUE, ONE, ONE),
            "tensor x: its storage '0' has 4 numbers, too few for"),
        Arguments.of(
            "sizes that overflow",
            PickleBytes.single(4, 0, new long[] {1L << 40, 1L << 40}, new long[] {0, 0}),
            "tensor x: its storage '0' has 4 numbers, too few for"),
        Arguments.of(
            "a storage that is said to be larger",
            PickleBytes.single(1L << 61, 0, ONE, ONE),
            "tensor x: its storage '0' has 16 bytes, where 2305843009213693952 numbers"),
        Arguments.of(
            "a storage that is said to be smaller",
            PickleBytes.single(1, 0, ONE, ONE),
            "tensor x: its storage '0' has 16 bytes, where 1 numbers of FloatStorage"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void whatIsNoSoundDataIsRefused(String name, byte[] pickle, String problem) throws IOException {
    Path file =
        CheckpointArchive.of(pickle).withFloats(4).write(folder.resolve("pytorch_model.bin"));
    CheckpointFileTest.requireRefused(file, problem);
    assertThat(folder.resolve("hacked")).doesNotExist();
  }

  /** A tensor whose strides repeat one number a trillion times takes no memory, and no time. */
  @Test
  void aTensorThatWouldGrowIsRefusedWhenItIsAskedFor() throws IOException {
    byte[] pickle = PickleBytes.single(4, 0, new long[] {1L << 40}, new long[] {0});
    Path file =
        CheckpointArchive.of(pickle).withFloats(4).write(folder.resolve("pytorch_model.bin"));
    try (CheckpointFile opened = CheckpointFile.openIncomplete(file)) {
      assertThatThrownBy(() -> opened.tensor("x")).hasMessageContaining("tensor x: it repeats");
    }
  }

  @Test
  void aSoundArchiveOfAnotherPackerIsReadThoughItsNumbersAreNotAligned() throws IOException {
    byte[] pickle = PickleBytes.single(6, 1, new long[] {2, 2}, new long[] {1, 3});
    for (String padding : new String[] {"", "1", "12", "123"}) {
      Path file =
          CheckpointArchive.of(pickle)
              .with("padding", padding)
              .withFloats(6)
              .write(folder.resolve("pytorch_model.bin"));
      try (var _ = new PointerScope();
          CheckpointFile opened = CheckpointFile.openIncomplete(file)) {
        CheckpointFileTest.requireTensor(opened, "x", ScalarType.Float, "[2, 2]", 1, 4, 2, 5);
      }
    }
  }

  /** Sizes and places as archives above 4 GB have them: in extra fields of 64 bits. */
  @Test
  void sizesOf64BitsAreRead() throws IOException {
    byte[] pickle = PickleBytes.single(4, 0, new long[] {4}, ONE);
    Path file = CheckpointArchive.of(pickle).withFloats(4).write(folder.resolve("large.bin"));
    byte[] large = withSizesOf64Bits(Files.readAllBytes(file));
    Files.write(file, large);
    try (var _ = new PointerScope();
        CheckpointFile opened = CheckpointFile.openIncomplete(file)) {
      CheckpointFileTest.requireTensor(opened, "x", ScalarType.Float, "[4]", 0, 1, 2, 3);
    }
    int extra = find(large, 0x00180001, 0);
    large[extra + 4 + 7] = 0x7f;
    Files.write(file, large);
    CheckpointFileTest.requireRefused(file, "the sizes of its entry archive/data.pkl disagree");
    large[extra + 4 + 15] = 0x7f;
    Files.write(file, large);
    CheckpointFileTest.requireRefused(file, "points behind its end");
  }

  private static byte[] withSizesOf64Bits(byte[] archive) {
    ByteBuffer old = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer written = ByteBuffer.allocate(archive.length + 1_000).order(ByteOrder.LITTLE_ENDIAN);
    int directory = find(archive, 0x02014b50, 0);
    written.put(archive, 0, directory);
    int entries = 0;
    for (int place = directory; old.getInt(place) == 0x02014b50; entries++) {
      int name = old.getShort(place + 28);
      int begin = written.position();
      written.put(archive, place, 46 + name);
      written.putInt(begin + 20, -1).putInt(begin + 24, -1).putInt(begin + 42, -1);
      written.putShort(begin + 30, (short) 28);
      written.putInt(0x00180001).putLong(old.getInt(place + 24)).putLong(old.getInt(place + 20));
      written.putLong(old.getInt(place + 42));
      place += 46 + name + old.getShort(place + 30);
    }
    int end = written.position();
    written.putInt(0x06064b50).putLong(44).putLong(0).putInt(0).putLong(entries).putLong(entries);
    written.putLong(end - directory).putLong(directory);
    written.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
    written.putInt(0x06054b50).putInt(0).putInt(-1).putInt(-1).putInt(-1).putShort((short) 0);
    return Arrays.copyOf(written.array(), written.position());
  }

  @Test
  void archivesThatAreNoneOfPyTorchAreRefused() throws IOException {
    byte[] pickle = PickleBytes.single(4, 0, ONE, ONE);
    Path file = folder.resolve("pytorch_model.bin");
    CheckpointFileTest.requireRefused(
        CheckpointArchive.of(pickle).withFloats(4).write(file, ZipEntry.DEFLATED),
        "data.pkl is compressed");
    CheckpointFileTest.requireRefused(
        CheckpointArchive.of(pickle).withFloats(4).with("byteorder", "big").write(file),
        "little-endian");
    CheckpointFileTest.requireRefused(
        CheckpointArchive.of(pickle).withFloats(4).with("constants.pkl", "").write(file),
        "TorchScript");
    CheckpointFileTest.requireRefused(
        new CheckpointArchive().with("a", "b").write(file), "without data.pkl");
    CheckpointFileTest.requireRefused(
        CheckpointArchive.of(pickle).write(file), "tensor x: its storage '0' is missing");
    Path spare = CheckpointArchive.of(pickle).withFloats(4).with("data/1", "spare").write(file);
    try (CheckpointFile opened = CheckpointFile.openIncomplete(spare)) {
      assertThatThrownBy(opened::requireNoHoles).hasMessageContaining("data/1 of 5 bytes belongs");
      assertThat(opened.absence()).contains("data/1");
    }
  }

  @Test
  void entriesThatOverlapAreRefused() throws IOException {
    Path file = folder.resolve("pytorch_model.bin");
    CheckpointArchive.of(PickleBytes.single(4, 0, ONE, ONE)).withFloats(4).write(file);
    byte[] bytes = Files.readAllBytes(file);
    int directory = find(bytes, 0x02014b50, 0);
    bytes[directory + 20]++;
    bytes[directory + 24]++;
    Files.write(file, bytes);
    CheckpointFileTest.requireRefused(file, "archive/data/0 overlaps");
  }

  @Test
  void anEntryThatIsElsewhereOrTwiceIsRefused() throws IOException {
    Path file = folder.resolve("pytorch_model.bin");
    CheckpointArchive.of(PickleBytes.single(4, 0, ONE, ONE)).withFloats(4).write(file);
    byte[] bytes = Files.readAllBytes(file);
    int directory = find(bytes, 0x02014b50, 0);
    int second = find(bytes, 0x02014b50, directory + 1);
    byte[] moved = bytes.clone();
    System.arraycopy(bytes, directory + 42, moved, second + 42, 4);
    Files.write(file, moved);
    CheckpointFileTest.requireRefused(file, "archive/data/0 has another name where it stands");
    byte[] encrypted = bytes.clone();
    encrypted[second + 8] ^= 1;
    Files.write(file, encrypted);
    CheckpointFileTest.requireRefused(file, "archive/data/0 is encrypted");
  }

  private static int find(byte[] bytes, int signature, int from) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int place = from; place <= bytes.length - 4; place++) {
      if (buffer.getInt(place) == signature) {
        return place;
      }
    }
    throw new AssertionError("no such signature");
  }
}

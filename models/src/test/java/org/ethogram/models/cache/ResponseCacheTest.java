package org.ethogram.models.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResponseCacheTest {
  private static final CacheKey KEY =
      new CacheKey("openai", "http://a/v1", "m", "main", "{\"p\":\"x\",\"t\":0}", 1);

  @TempDir private Path folder;

  @Test
  void everythingThatMattersChangesTheKey() {
    Stream<CacheKey> others =
        Stream.of(
            new CacheKey("other", "http://a/v1", "m", "main", KEY.request(), 1),
            new CacheKey("openai", "http://b/v1", "m", "main", KEY.request(), 1),
            new CacheKey("openai", "http://a/v1", "n", "main", KEY.request(), 1),
            new CacheKey("openai", "http://a/v1", "m", "step1", KEY.request(), 1),
            new CacheKey("openai", "http://a/v1", "m", "main", "{\"p\":\"y\",\"t\":0}", 1),
            new CacheKey("openai", "http://a/v1", "m", "main", "{\"p\":\"x\",\"t\":1}", 1),
            new CacheKey("openai", "http://a/v1m", "", "main", KEY.request(), 1),
            new CacheKey("openai", "http://a/v1", "m", "main", KEY.request(), 2),
            KEY);
    assertThat(others.map(CacheKey::hash)).doesNotHaveDuplicates().hasSize(9);
  }

  @Test
  void theOrderOfFieldsDoesNotMatter() {
    var turned = new CacheKey("openai", "http://a/v1", "m", "main", "{ \"t\":0, \"p\":\"x\"}", 1);
    assertThat(turned.hash()).isEqualTo(KEY.hash());
  }

  @Test
  void aFileThatIsNoCacheIsNamedAndLeftAsItIs() throws Exception {
    Path file = folder.resolve("responses.db");
    byte[] other = "This is a letter, and by no means a data base.".repeat(200).getBytes(UTF_8);
    Files.write(file, other);
    assertUnusable(() -> ResponseCache.open(file), "responses.db", "not a database");
    assertThat(Files.readAllBytes(file)).isEqualTo(other);
    assertUnusable(() -> ResponseCache.open(folder), folder.toString(), "cannot be used");
    assertUnusable(
        () -> ResponseCache.open(file.resolve("inside.db")), "inside.db", "cannot be used");
  }

  @Test
  void aCutFileIsNamedWhenItIsRead() throws Exception {
    Path file = folder.resolve("responses.db");
    try (var cache = ResponseCache.open(file)) {
      for (int repeat = 0; repeat < 200; repeat++) {
        cache.keep(key(repeat), new byte[500], new byte[5000]);
      }
    }
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 2);
    }
    assertUnusable(
        () -> {
          try (var cache = ResponseCache.open(file)) {
            for (int repeat = 0; repeat < 200; repeat++) {
              cache.find(key(repeat));
            }
          }
        },
        "responses.db",
        "damaged");
  }

  @Test
  void aFileOfAnotherVersionIsLeftAsItIs() throws Exception {
    Path file = folder.resolve("responses.db");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = 7");
    }
    assertUnusable(() -> ResponseCache.open(file), "responses.db", "format 7");
  }

  @Test
  void aFileOfTheFirstFormatIsUsedOn() throws Exception {
    Path file = folder.resolve("responses.db");
    try (var cache = ResponseCache.open(file)) {
      cache.keep(KEY, new byte[1], new byte[] {5});
    }
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = 0");
    }
    try (var cache = ResponseCache.open(file)) {
      assertThat(cache.find(KEY)).hasValueSatisfying(kept -> assertThat(kept).containsExactly(5));
    }
  }

  @Test
  void aFullDiskIsNamedAndWhatWasKeptStays() {
    Path file = folder.resolve("responses.db");
    try (var cache = ResponseCache.open(file, 20)) {
      cache.keep(KEY, new byte[1], new byte[] {5});
      assertUnusable(
          () -> {
            for (int repeat = 2; repeat < 100; repeat++) {
              cache.keep(key(repeat), new byte[500], new byte[5000]);
            }
          },
          "responses.db",
          "full",
          "the disk has room");
      assertThat(cache.find(KEY)).isPresent();
    }
    try (var cache = ResponseCache.open(file)) {
      assertThat(cache.find(KEY)).isPresent();
      cache.keep(key(100), new byte[500], new byte[5000]);
    }
  }

  private static CacheKey key(int repeat) {
    return new CacheKey("openai", "http://a/v1", "m", "main", KEY.request(), repeat);
  }

  private static void assertUnusable(ThrowingCallable call, String... said) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            EthogramException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_ACCESS))
        .message()
        .contains(said);
  }

  @Test
  void twoProcessesWriteOneFileAndTheFirstAnswerStays() {
    Path file = folder.resolve("made/here/responses.db");
    try (var one = ResponseCache.open(file);
        var other = ResponseCache.open(file)) {
      for (ResponseCache cache : List.of(one, other)) {
        cache.keep(KEY, KEY.request().getBytes(UTF_8), new byte[] {(byte) (cache == one ? 1 : 2)});
      }
      assertThat(other.find(KEY)).hasValueSatisfying(kept -> assertThat(kept).containsExactly(1));
      assertThat(other.hits()).isEqualTo(1);
      assertThat(one.hits()).isZero();
    }
  }
}

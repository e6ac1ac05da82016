package org.ethogram.models.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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

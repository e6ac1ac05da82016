package org.ethogram.models.cache;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything on which an answer depends.
 *
 * @param endpoint the whole address that is asked
 * @param request the body as JSON: messages or prompt, sampling, stops, what else is sent; the
 *     order of its fields does not matter
 * @param repeat tells apart answers to equal requests: the seed of the request, which is derived
 *     from the index of the repeat
 */
public record CacheKey(
    String provider, String endpoint, String model, String revision, String request, long repeat) {
  private static final JsonMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  /** SHA-256 over the fields, each with its length before it. */
  public String hash() {
    var bytes = new ByteArrayOutputStream();
    String canonical = SORTED.writeValueAsString(SORTED.readValue(request, Object.class));
    for (String field : List.of(provider, endpoint, model, revision, canonical)) {
      byte[] text = field.getBytes(StandardCharsets.UTF_8);
      bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
      bytes.writeBytes(text);
    }
    bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(repeat).array());
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

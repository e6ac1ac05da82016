package org.ethogram.core;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The origin of every random draw.
 *
 * <p>A seed is never consumed. Work that needs randomness derives a seed of its own by purpose, so
 * its draws do not depend on what ran before it, on which thread, or on how many machines.
 */
public record Seed(long value) {
  private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
      RandomGeneratorFactory.of("L64X128MixRandom");

  /** The seed for {@code purpose}: the first eight bytes of SHA-256 over this seed and the text. */
  public Seed derive(String purpose) {
    byte[] text = purpose.getBytes(StandardCharsets.UTF_8);
    ByteBuffer input = ByteBuffer.allocate(Long.BYTES + text.length).putLong(value).put(text);
    return new Seed(ByteBuffer.wrap(sha256().digest(input.array())).getLong());
  }

  public Seed derive(String purpose, long index) {
    return derive(purpose + '#' + index);
  }

  /** A generator at the start of this seed's stream; equal seeds give equal streams. */
  public RandomGenerator generator() {
    return GENERATORS.create(value);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

package org.ethogram.torch.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the hub says of a file.
 *
 * @param etag the content's SHA-256 for a large file, git's hash of it for a small one
 */
record FileFacts(String name, String etag, OptionalLong size) {
  /** An etag without its quotes and without the mark of a weak one. */
  static String plain(String etag) {
    return etag.replaceFirst("^W/", "").replace("\"", "");
  }

  /** Whether an etag can be the name of a file. */
  static boolean isSafe(String etag) {
    return etag.matches("\\w[\\w.-]{0,127}");
  }

  /** What is wrong with the bytes that came; nothing where they are what was announced. */
  Optional<String> fault(Path content) throws IOException {
    long length = Files.size(content);
    if (size.isPresent() && size.getAsLong() != length) {
      return Optional.of(length + " bytes came, where " + size.getAsLong() + " were announced");
    }
    String found =
        switch (etag.length()) {
          case 64 -> hash("SHA-256", "", content);
          case 40 -> hash("SHA-1", "blob " + length + '\0', content);
          default -> etag; // some mirrors hash nothing: the size has to do
        };
    return found.equals(etag)
        ? Optional.empty()
        : Optional.of("the bytes have the hash " + found + ", where " + etag + " was announced");
  }

  private static String hash(String algorithm, String before, Path content) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      digest.update(before.getBytes(StandardCharsets.US_ASCII));
      try (InputStream stream = new DigestInputStream(Files.newInputStream(content), digest)) {
        stream.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}

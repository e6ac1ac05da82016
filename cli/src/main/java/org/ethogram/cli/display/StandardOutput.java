package org.ethogram.cli.display;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.jspecify.annotations.Nullable;

/**
 * The standard output, which remembers what it could not write: a print stream swallows that, so a
 * full disk would lose results in silence.
 */
public final class StandardOutput extends FilterOutputStream {
  private @Nullable IOException failure;

  StandardOutput(OutputStream stream) {
    super(stream);
  }

  /** Puts one in the place of {@link System#out}, in the same encoding. */
  public static StandardOutput install() {
    StandardOutput output =
        new StandardOutput(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    System.setOut(new PrintStream(output, true, System.out.charset()));
    return output;
  }

  /** Why not everything was written; a reader that has read enough is no failure. */
  public Optional<EthogramException> failure() {
    System.out.flush();
    return Optional.ofNullable(failure)
        .filter(cause -> !String.valueOf(cause.getMessage()).contains("Broken pipe"))
        .map(
            cause ->
                new EthogramException(
                    ErrorCode.FILE_ACCESS,
                    "standard output",
                    "not everything could be written (" + cause.getMessage() + ")",
                    "Check that the disk has room; run again",
                    cause));
  }

  @Override
  public void write(int value) throws IOException {
    noting(() -> out.write(value));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    noting(() -> out.write(bytes, offset, length));
  }

  @Override
  public void flush() throws IOException {
    noting(out::flush);
  }

  private void noting(Writing writing) throws IOException {
    try {
      writing.run();
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }

  private interface Writing {
    void run() throws IOException;
  }
}

package org.ethogram.games.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ethogram.core.EthogramException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
  @TempDir private Path folder;

  @Test
  void aFolderAnAbsentFileAndOneThatIsNoTextAreToldApart() throws IOException {
    assertThat(problem(folder)).isEqualTo("this is a folder");
    assertThat(problem(folder.resolve("absent"))).isEqualTo("there is no such file");
    Path noText = Files.write(folder.resolve("picture"), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThat(problem(noText)).isEqualTo("the file is no UTF-8 text");
  }

  private static String problem(Path file) {
    return catchThrowableOfType(EthogramException.class, () -> TextFile.read(file.toString()))
        .problem();
  }
}

package org.ethogram.cli.games;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StrategyPageTest {
  @Test
  void theReferencePageIsTheOneThatTheCodeWrites() throws IOException {
    Path page = Path.of("..", "docs", "reference", "strategies.md");
    assertThat(Files.readString(page))
        .as("renew it: ./ethogram games strategies --markdown > docs/reference/strategies.md")
        .isEqualTo(StrategyPage.text());
  }
}

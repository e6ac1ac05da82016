package org.ethogram.models.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.ethogram.core.EthogramException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelReferenceTest {
  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({
    "EleutherAI/pythia-70m@step1000, EleutherAI/pythia-70m, step1000",
    "EleutherAI/pythia-70m, EleutherAI/pythia-70m, main",
    "org/name@refs/pr/3, org/name, refs/pr/3",
    "gpt2@main, gpt2, main",
    "org/v1.5_x@v1.0, org/v1.5_x, v1.0",
  })
  void anOrganisationAndANameAreOfTheHub(String text, String repository, String revision) {
    assertThat(ModelReference.parse(text)).isEqualTo(new ModelReference.Hub(repository, revision));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"folder", "./org/name", "../name", "/org/name", "a/b/c", "org/", "a--b/c"})
  void anythingElseIsAFolder(String text) {
    assertThat(ModelReference.parse(text)).isEqualTo(new ModelReference.Folder(Path.of(text)));
  }

  @Test
  void aFolderThatExistsWins() {
    assertThat(ModelReference.parse(home.toString())).isEqualTo(new ModelReference.Folder(home));
    assertThat(ModelReference.parse("src/main")).isInstanceOf(ModelReference.Folder.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"org/name@../../x", "org/name@a b", "org/..", "or--g/name", "org/n@", "@"})
  void whatCouldLeaveTheCacheIsNoName(String text) {
    assertThatThrownBy(() -> ModelReference.hub(text))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("org/name@revision");
  }
}

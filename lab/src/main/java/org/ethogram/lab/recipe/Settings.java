package org.ethogram.lab.recipe;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;

/** What a recipe settles, by address, as it is told and compared. */
final class Settings {
  private final Path folder;
  private final SequencedMap<String, String> written = new LinkedHashMap<>();

  /**
   * @param file the recipe, from whose folder paths are told
   */
  Settings(Path file) {
    this.folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of("/"));
  }

  void put(String address, Object value) {
    written.put(address, value.toString());
  }

  void path(String address, Path path) {
    put(address, relative(path));
  }

  void paths(String address, List<Path> paths) {
    put(address, paths.stream().map(this::relative).toList());
  }

  private Path relative(Path path) {
    return folder.normalize().relativize(path.toAbsolutePath().normalize());
  }

  SequencedMap<String, String> written() {
    return Collections.unmodifiableSequencedMap(written);
  }
}

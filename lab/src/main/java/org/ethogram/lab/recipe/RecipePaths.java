package org.ethogram.lab.recipe;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ethogram.lab.yaml.Value;
import org.ethogram.models.reference.ModelReference;

/**
 * The files that a recipe names.
 *
 * @param folder that relative paths start from
 * @param hub the folder of a model that is named as one of the Hugging Face hub
 */
record RecipePaths(Path folder, Function<ModelReference.Hub, Path> hub) {
  Path resolve(String written) {
    return folder.resolve(written).normalize();
  }

  Optional<Path> folder(Value value) {
    Optional<Path> path = value.text().map(this::resolve);
    if (path.isPresent() && !Files.isDirectory(path.get())) {
      value.problem("is no folder: " + path.get());
      return Optional.empty();
    }
    return path;
  }

  /** The folder of a model, or {@code org/name@revision} where there is no such folder. */
  Optional<Path> model(Value value) {
    String written = value.isMapping() || value.isList() ? "" : value.text().orElse("");
    if (!Files.exists(resolve(written)) && ModelReference.isHub(written)) {
      return Optional.of(hub.apply(ModelReference.hub(written)));
    }
    Optional<Path> model = folder(value);
    if (model.isPresent() && !Files.exists(model.get().resolve("config.json"))) {
      value.problem("holds no config.json: " + model.get());
      return Optional.empty();
    }
    return model;
  }

  Optional<Path> file(Value value) {
    Optional<Path> path = value.text().map(this::resolve);
    if (path.isPresent() && !Files.isRegularFile(path.get())) {
      value.problem("is no file: " + path.get());
      return Optional.empty();
    }
    return path;
  }

  /**
   * The files of a list in which each entry is a file, a folder whose files of some kinds are
   * meant, or a pattern such as {@code docs/**.md}; of each entry in the order of their names.
   *
   * @param kinds ends of the names that count in a folder
   */
  List<Path> files(Value value, List<String> kinds) {
    List<Path> files = new ArrayList<>();
    for (Value item : value.items()) {
      item.text()
          .ifPresent(
              written ->
                  found(item, written, kinds).stream()
                      .filter(file -> !files.contains(file))
                      .forEach(files::add));
    }
    return files;
  }

  private List<Path> found(Value value, String written, List<String> kinds) {
    Path path = isPattern(written) ? Path.of("") : resolve(written);
    if (!isPattern(written) && Files.isRegularFile(path)) {
      return List.of(path);
    }
    List<Path> found;
    if (isPattern(written)) {
      found = matching(value, written);
    } else if (Files.isDirectory(path)) {
      found = below(value, path, file -> kinds.stream().anyMatch(lowerCaseName(file)::endsWith));
    } else {
      value.problem("is neither a file nor a folder nor a pattern of files: " + path);
      return List.of();
    }
    if (found.isEmpty()) {
      value.problem(
          isPattern(written)
              ? "matches no file"
              : "holds no file whose name ends in " + String.join(", ", kinds));
    }
    return found;
  }

  private static String lowerCaseName(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }

  private static boolean isPattern(String written) {
    return written.matches(".*[*?{\\[].*");
  }

  /** Walks from the folder before the first part that is a pattern. */
  private List<Path> matching(Value value, String written) {
    List<String> fixed = new ArrayList<>();
    for (String part : written.split("/", -1)) {
      if (isPattern(part)) {
        break;
      }
      fixed.add(part);
    }
    Path start = resolve(String.join("/", fixed) + (written.startsWith("/") ? "/" : ""));
    String rest = written.substring(String.join("/", fixed).length());
    String pattern = rest.startsWith("/") ? rest.substring(1) : rest;
    if (!Files.isDirectory(start)) {
      value.problem("starts from a folder that is not there: " + start);
      return List.of();
    }
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    return below(
        value, start, file -> matcher.matches(Paths.get("").resolve(start.relativize(file))));
  }

  private static List<Path> below(Value value, Path start, Predicate<Path> wanted) {
    try (Stream<Path> files = Files.walk(start)) {
      return files.filter(Files::isRegularFile).filter(wanted).sorted().toList();
    } catch (IOException e) {
      value.problem("cannot be listed (" + e.getMessage() + ")");
      return List.of();
    }
  }
}

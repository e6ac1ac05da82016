package org.ethogram.lab.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.core.Suggestion;
import org.ethogram.lab.behaviour.Behaviour;
import org.ethogram.lab.subject.SubjectEntry;
import org.ethogram.lab.subject.SubjectKind;
import org.ethogram.lab.yaml.Section;
import org.ethogram.lab.yaml.Value;
import org.ethogram.lab.yaml.YamlFile;

/** Reads study files. */
public final class StudyFile {
  private static final int MOST_REPEATS = 100_000;

  private final Vocabulary vocabulary;

  public StudyFile(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * Reads a study.
   *
   * @param sets what {@code --set} was given, such as {@code evaluations.cooperation.rounds=4}
   * @param seed what {@code --seed} was given
   * @throws EthogramException that shows every problem of the file and of the options at its place
   */
  public Study read(Path file, List<String> sets, OptionalLong seed) {
    List<YamlFile.Change> changes = new ArrayList<>();
    sets.forEach(set -> changes.add(new YamlFile.Change("--set " + set, set)));
    seed.ifPresent(
        value -> changes.add(new YamlFile.Change("--seed seed=" + value, "seed=" + value)));
    YamlFile yaml = YamlFile.read(file, changes);
    Study study = study(file, yaml);
    yaml.problems().raise();
    return study;
  }

  private Study study(Path file, YamlFile yaml) {
    Section root = yaml.root();
    String name = root.require("study", "study: cooperation").flatMap(Value::text).orElse("");
    String question = root.text("question", "");
    long seed =
        root.get("seed").flatMap(value -> value.integer(Long.MIN_VALUE, Long.MAX_VALUE)).orElse(1L);
    int repeats = root.integer("repeats", 1, 1, MOST_REPEATS);
    Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of("/"));
    var context = new SubjectKind.Context(folder, new Seed(seed));
    List<SubjectEntry> subjects =
        root
            .require("subjects", "- organisms: default")
            .map(Value::items)
            .orElse(List.of())
            .stream()
            .flatMap(value -> subject(value, context).stream())
            .toList();
    List<Study.StudiedBehaviour> evaluations =
        root.require("evaluations", "cooperation: {rounds: 6}")
            .flatMap(Value::section)
            .map(this::evaluations)
            .orElse(List.of());
    List<String> laws = root.list("laws", List.of(), Value::text);
    root.finish();
    return new Study(
        file, name, question, new Seed(seed), repeats, subjects, evaluations, laws, yaml.text());
  }

  private Optional<SubjectEntry> subject(Value value, SubjectKind.Context context) {
    Optional<Section> written = value.isNull() ? Optional.empty() : value.section();
    if (written.isEmpty()) {
      if (value.isNull()) {
        value.problem("is empty: expected a subject, such as organisms: default");
      }
      return Optional.empty();
    }
    Section entry = written.get();
    List<SubjectKind> named =
        vocabulary.subjects().stream().filter(kind -> entry.get(kind.key()).isPresent()).toList();
    if (named.isEmpty()) {
      value.problem("names no kind of subject" + meant(entry));
      return Optional.empty();
    }
    if (named.size() > 1) {
      value.problem("is two kinds of subject at once: expected only one of " + kinds());
      return Optional.empty();
    }
    SubjectKind kind = named.getFirst();
    Optional<SubjectEntry> subject =
        entry.get(kind.key()).flatMap(at -> kind.read(at, entry, context));
    entry.finish();
    return subject;
  }

  private String kinds() {
    return String.join(", ", kindKeys());
  }

  private List<String> kindKeys() {
    return vocabulary.subjects().stream().map(SubjectKind::key).toList();
  }

  private String meant(Section entry) {
    return entry.keys().stream()
        .flatMap(key -> Suggestion.nearest(key, kindKeys()).stream())
        .findFirst()
        .map(kind -> "; did you mean '" + kind + "'?")
        .orElse(": expected one of " + kinds());
  }

  private List<Study.StudiedBehaviour> evaluations(Section section) {
    List<Study.StudiedBehaviour> evaluations = new ArrayList<>();
    for (Behaviour behaviour : vocabulary.behaviours()) {
      Optional<Value> settings = section.get(behaviour.name());
      settings
          .flatMap(Value::section)
          .ifPresent(
              keys -> {
                evaluations.add(
                    new Study.StudiedBehaviour(behaviour.read(keys), behaviour.headline()));
                keys.finish();
              });
    }
    section.finish();
    return evaluations;
  }
}

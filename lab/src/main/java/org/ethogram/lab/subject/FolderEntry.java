package org.ethogram.lab.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.StopSignal;
import org.ethogram.lab.store.Subject;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.ModelIdentity;
import org.ethogram.models.ModelScale;

/**
 * Models in Hugging Face folders: one, or the checkpoints of one training run, whether of all of a
 * model or of an adapter of it.
 */
record FolderEntry(List<Checkpoint> checkpoints, Facts facts) implements SubjectEntry {
  private static final Pattern REVISION = Pattern.compile("step(\\d{1,15})");
  private static final String CONFIGURATION = "config.json";

  /** What the study file says about a folder; what it leaves out is read from the folder. */
  record Facts(
      String label,
      String family,
      String size,
      OptionalLong parameters,
      OptionalLong tokens,
      OptionalLong tokensPerStep) {}

  /** A folder with the adapter that is on, and the step it was taken at where that is known. */
  record Checkpoint(Path folder, Optional<Path> adapter, OptionalLong step) {
    ModelIdentity identify(ModelFolders folders) {
      return adapter
          .map(found -> folders.identify(folder, found))
          .orElseGet(() -> folders.identify(folder));
    }

    LanguageModel open(ModelFolders folders) {
      return adapter
          .map(found -> folders.open(folder, found))
          .orElseGet(() -> folders.open(folder));
    }
  }

  static FolderEntry single(Path folder, Optional<Path> adapter, Facts facts) {
    return new FolderEntry(List.of(new Checkpoint(folder, adapter, OptionalLong.empty())), facts);
  }

  static FolderEntry ofRevisions(SortedMap<Long, Path> revisions, Facts facts) {
    List<Checkpoint> checkpoints =
        revisions.entrySet().stream()
            .map(
                step ->
                    new Checkpoint(
                        step.getValue(), Optional.empty(), OptionalLong.of(step.getKey())))
            .toList();
    return new FolderEntry(checkpoints, facts);
  }

  /**
   * @param adapters by their steps, for the model in {@code base}
   */
  static FolderEntry ofAdapters(Path base, SortedMap<Long, Path> adapters, Facts facts) {
    List<Checkpoint> checkpoints =
        adapters.entrySet().stream()
            .map(
                step ->
                    new Checkpoint(
                        base, Optional.of(step.getValue()), OptionalLong.of(step.getKey())))
            .toList();
    return new FolderEntry(checkpoints, facts);
  }

  /** The models {@code stepN} in a folder that is no model itself. */
  static SortedMap<Long, Path> revisions(Path folder) {
    return revisions(folder, CONFIGURATION);
  }

  /** The adapters {@code stepN} in a folder that is no adapter itself. */
  static SortedMap<Long, Path> adapterRevisions(Path folder) {
    return revisions(folder, AdaptedFolder.CONFIGURATION);
  }

  /**
   * @param mark a file by which a revision is known
   */
  private static SortedMap<Long, Path> revisions(Path folder, String mark) {
    SortedMap<Long, Path> revisions = new TreeMap<>();
    if (Files.exists(folder.resolve(mark))) {
      return revisions;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      for (Path path : (Iterable<Path>) inside::iterator) {
        Matcher name = REVISION.matcher(String.valueOf(path.getFileName()));
        if (name.matches() && Files.exists(path.resolve(mark))) {
          revisions.put(Long.parseLong(name.group(1)), path);
        }
      }
    } catch (IOException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          folder.toString(),
          "the folder cannot be listed: " + e.getMessage(),
          "Check that it may be read",
          e);
    }
    return revisions;
  }

  @Override
  public List<ForeseenSubject> foresee(Workplace workplace) {
    return checkpoints.stream()
        .map(checkpoint -> ForeseenSubject.ready(prepared(checkpoint, workplace)))
        .toList();
  }

  @Override
  public List<PreparedSubject> prepare(Workplace workplace, Progress progress, StopSignal stop) {
    return checkpoints.stream().map(checkpoint -> prepared(checkpoint, workplace)).toList();
  }

  private PreparedSubject prepared(Checkpoint checkpoint, Workplace workplace) {
    ModelIdentity found = checkpoint.identify(workplace.folders());
    OptionalLong step = checkpoint.step();
    String revision = step.isPresent() ? "step" + step.getAsLong() : found.revision();
    String label = step.isPresent() ? facts.label() + '@' + revision : facts.label();
    var identity =
        new ModelIdentity(
            facts.label(),
            revision,
            found.architecture(),
            found.weightsHash(),
            found.tokenizerHash(),
            scale(found.scale(), step));
    return new PreparedSubject(
        new Subject(label, facts.family(), facts.size(), false, identity),
        () -> checkpoint.open(workplace.folders()),
        List.of());
  }

  private ModelScale scale(ModelScale found, OptionalLong step) {
    return new ModelScale(
        first(facts.parameters(), found.parameters()),
        first(facts.tokens(), first(tokensAt(step), found.trainingTokens())),
        first(step, found.trainingSteps()),
        found.feedbackSteps());
  }

  private OptionalLong tokensAt(OptionalLong step) {
    return step.isPresent() && facts.tokensPerStep().isPresent()
        ? OptionalLong.of(Math.multiplyExact(step.getAsLong(), facts.tokensPerStep().getAsLong()))
        : OptionalLong.empty();
  }

  private static OptionalLong first(OptionalLong preferred, OptionalLong otherwise) {
    return preferred.isPresent() ? preferred : otherwise;
  }
}

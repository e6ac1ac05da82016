package org.ethogram.lab.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.StopSignal;
import org.ethogram.evaluations.Evaluation;
import org.ethogram.lab.behaviour.Behaviour;
import org.ethogram.lab.store.Subject;
import org.ethogram.lab.store.SubjectLoss;
import org.ethogram.lab.study.Study;
import org.ethogram.lab.study.StudyFile;
import org.ethogram.lab.study.Vocabulary;
import org.ethogram.lab.subject.ForeseenSubject;
import org.ethogram.lab.subject.ModelFolders;
import org.ethogram.lab.subject.PreparedSubject;
import org.ethogram.lab.subject.SubjectEntry;
import org.ethogram.lab.subject.SubjectKind;
import org.ethogram.lab.subject.Workplace;
import org.ethogram.lab.yaml.Section;
import org.ethogram.lab.yaml.Value;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.ModelIdentity;
import org.ethogram.models.ModelScale;
import org.ethogram.models.scripted.ScriptedModel;

/** Studies of scripted models tossing coins: everything of a study but the natives. */
final class CoinStudies {
  private CoinStudies() {}

  /** A workplace without model folders. */
  static Workplace workplace(int threads) {
    return new Workplace(
        Path.of("unused"),
        threads,
        new ModelFolders() {
          @Override
          public ModelIdentity identify(Path folder) {
            throw new IllegalArgumentException("no folders here: " + folder);
          }

          @Override
          public LanguageModel open(Path folder) {
            throw new IllegalArgumentException("no folders here: " + folder);
          }

          @Override
          public ModelIdentity identify(Path folder, Path adapter) {
            return identify(folder);
          }

          @Override
          public LanguageModel open(Path folder, Path adapter) {
            return open(folder);
          }
        });
  }

  static Study read(Path file, IntConsumer beforeToss, String... sets) {
    var vocabulary = new Vocabulary(List.of(new ScriptedKind()), List.of(behaviour(beforeToss)));
    return new StudyFile(vocabulary).read(file, List.of(sets), OptionalLong.empty());
  }

  static Behaviour behaviour(IntConsumer beforeToss) {
    return new CoinBehaviour(beforeToss);
  }

  /** {@code coin: {coins: 8, bias: 0.5}}. */
  private record CoinBehaviour(IntConsumer beforeToss) implements Behaviour {
    @Override
    public String name() {
      return "coin";
    }

    @Override
    public Headline headline() {
      return new Headline("heads", new TreeMap<>());
    }

    @Override
    public Evaluation read(Section settings) {
      return new CoinEvaluation(
          settings.integer("coins", 8, 1, 10_000), settings.number("bias", 0.5, 0, 1), beforeToss);
    }
  }

  /** {@code - scripted: NAME} with {@code sure}, {@code step}, {@code weights}, {@code loss}. */
  private static final class ScriptedKind implements SubjectKind {
    @Override
    public String key() {
      return "scripted";
    }

    @Override
    public Optional<SubjectEntry> read(Value value, Section entry, Context context) {
      String name = value.text().orElse("");
      double sure = entry.number("sure", 0.5, 0, 1);
      int step = entry.integer("step", 0, 0, 1_000_000);
      String weights = entry.text("weights", name + '@' + step);
      double loss = entry.number("loss", 0, 0, 100);
      var scale =
          new ModelScale(
              OptionalLong.of(1000),
              OptionalLong.of(step * 100L),
              OptionalLong.of(step),
              OptionalLong.of(0));
      var identity = new ModelIdentity(name, "step" + step, "scripted", weights, "", scale);
      var subject = new Subject(name + '@' + step, "family", name, false, identity);
      List<SubjectLoss> losses =
          loss == 0
              ? List.of()
              : List.of(
                  new SubjectLoss(
                      subject.label(), SubjectLosses.FIXED_TEXT, loss, OptionalLong.of(10)));
      boolean opens = entry.flag("opens", true);
      return Optional.of(new Scripted(new PreparedSubject(subject, opener(sure, opens), losses)));
    }

    private static PreparedSubject.Opener opener(double sure, boolean opens) {
      return () -> {
        if (!opens) {
          throw new EthogramException(
              ErrorCode.INVALID_MODEL, "weights", "are damaged", "Fetch them");
        }
        return new ScriptedModel("scripted", List.of(), (prompt, continuation) -> sure);
      };
    }
  }

  private record Scripted(PreparedSubject subject) implements SubjectEntry {
    @Override
    public List<ForeseenSubject> foresee(Workplace workplace) {
      return List.of(ForeseenSubject.ready(subject));
    }

    @Override
    public List<PreparedSubject> prepare(Workplace workplace, Progress progress, StopSignal stop) {
      return List.of(subject);
    }
  }
}

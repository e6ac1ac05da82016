package org.ethogram.lab.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.evaluations.CallRange;
import org.ethogram.evaluations.CaseResult;
import org.ethogram.evaluations.Cast;
import org.ethogram.evaluations.Evaluation;
import org.ethogram.evaluations.EvaluationCase;
import org.ethogram.lab.behaviour.Behaviour;
import org.ethogram.lab.subject.FolderKind;
import org.ethogram.lab.subject.OrganismsKind;
import org.ethogram.lab.subject.RemoteKind;
import org.ethogram.lab.yaml.Section;
import org.ethogram.models.Capability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyFileTest {
  private static final String VALID =
      """
      study: s
      seed: 3
      subjects:
        - organisms: smoke
      evaluations:
        talk:
          rounds: 4
      """;

  @TempDir Path folder;

  @Test
  void aStudyIsReadWithItsDefaults() throws IOException {
    Study study = read(VALID);
    assertThat(study.name()).isEqualTo("s");
    assertThat(study.seed()).isEqualTo(new Seed(3));
    assertThat(study.repeats()).isEqualTo(1);
    assertThat(study.question()).isEmpty();
    assertThat(study.subjects()).hasSize(1);
    assertThat(settings(study)).containsEntry("rounds", "4").containsEntry("games", "[chess]");
    assertThat(study.text()).isEqualTo(VALID);
  }

  @Test
  void oneLineTurnsOrganismsIntoAFolder() throws IOException {
    Files.createDirectories(folder.resolve("model"));
    Study study = read(VALID.replace("organisms: smoke", "folder: model"));
    assertThat(study.subjects()).hasSize(1);
  }

  @Test
  void everyProblemIsShownAtItsPlaceAndAllAtOnce() throws IOException {
    EthogramException refused =
        refused(
            """
            study: s
            seeed: 3
            subjects:
              - organisms: smokey
                stepps: last
              - organism: smoke
            evaluations:
              talk:
                rounds: many
                games: [chess, go, chess, cess]
                rounds: 5
            repeats: 0
            """);
    assertThat(refused.code()).isEqualTo(ErrorCode.CONFIGURATION);
    assertThat(refused.problem().replace(folder + "/", ""))
        .isEqualTo(
            """
            9 problems before anything was run

            study.yaml:2:1: unknown key 'seeed'; did you mean 'seed'?
              seeed: 3
              ^^^^^

            study.yaml:4:16: 'subjects.0.organisms' cannot be 'smokey'; did you mean 'smoke'?
                - organisms: smokey
                             ^^^^^^

            study.yaml:5:5: unknown key 'stepps' in 'subjects.0'; did you mean 'steps'?
                  stepps: last
                  ^^^^^^

            study.yaml:6:5: 'subjects.1' names no kind of subject; did you mean 'organisms'?
                - organism: smoke
                  ^

            study.yaml:9:13: 'evaluations.talk.rounds' is 'many': expected a whole number from 1 \
            to 99
                  rounds: many
                          ^^^^

            study.yaml:10:24: 'evaluations.talk.games.2' stands twice in its list
                  games: [chess, go, chess, cess]
                                     ^^^^^

            study.yaml:10:31: 'evaluations.talk.games.3' cannot be 'cess'; did you mean 'chess'?
                  games: [chess, go, chess, cess]
                                            ^^^^

            study.yaml:11:5: the key 'rounds' stands twice, first in line 9
                  rounds: 5
                  ^^^^^^

            study.yaml:12:10: 'repeats' is '0': expected a whole number from 1 to 100000
              repeats: 0
                       ^
            """);
  }

  @Test
  void whatIsMissingIsSaidWithAnExample() throws IOException {
    assertThat(refused("question: why\n").problem())
        .contains("the key 'study' is missing, such as study: cooperation")
        .contains("the key 'subjects' is missing")
        .contains("the key 'evaluations' is missing");
  }

  @Test
  void brokenYamlIsShownWhereItBreaks() throws IOException {
    assertThat(refused("study: s\nsubjects: [a, b\nrepeats: 2\n").problem())
        .contains("study.yaml:3:")
        .contains("not valid YAML")
        .contains("  repeats: 2\n");
    assertThat(refused("study: 'open\n").problem()).contains("not valid YAML");
    assertThat(refused("").problem()).contains("empty");
    assertThat(refused("- a\n- b\n").problem()).contains("not a mapping");
    Files.write(
        folder.resolve("study.yaml"), "study: \u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(
            catchThrowableOfType(
                    EthogramException.class, () -> readFile(folder.resolve("study.yaml")))
                .problem())
        .contains("not UTF-8");
    assertThat(
            catchThrowableOfType(EthogramException.class, () -> readFile(folder.resolve("none")))
                .code())
        .isEqualTo(ErrorCode.FILE_ACCESS);
  }

  @Test
  void optionsSetValuesByAddress() throws IOException {
    Study study =
        read(
            VALID,
            "evaluations.talk.rounds=7",
            "evaluations.talk.games=[go, chess]",
            "question='Why? Because: it is'",
            "repeats=2",
            "subjects.0.seeds=[1, 2]");
    assertThat(study.repeats()).isEqualTo(2);
    assertThat(settings(study)).containsEntry("rounds", "7").containsEntry("games", "[go, chess]");
    Files.writeString(folder.resolve("again.yaml"), study.text());
    Study again = readFile(folder.resolve("again.yaml"));
    assertThat(settings(again)).isEqualTo(settings(study));
    assertThat(again.subjects()).isEqualTo(study.subjects());
  }

  @Test
  void theSeedOptionWins() throws IOException {
    Path file = Files.writeString(folder.resolve("study.yaml"), VALID);
    Study study = studyFile().read(file, List.of("seed=8"), OptionalLong.of(9));
    assertThat(study.seed()).isEqualTo(new Seed(9));
    assertThat(study.text()).contains("seed: 9");
  }

  @Test
  void badOptionsAreShownLikeBadLines() throws IOException {
    assertThat(
            refused(VALID, "evaluations.talk.ronds=3", "repeats=x", "seed", "subjects.4.sizes=[a]")
                .problem())
        .contains(
            """
            --set evaluations.talk.ronds=3: unknown key 'ronds' in 'evaluations.talk'; did you \
            mean 'rounds'?
              --set evaluations.talk.ronds=3
                                     ^^^^^
            """)
        .contains(
            """
            --set repeats=x: 'repeats' is 'x': expected a whole number from 1 to 100000
              --set repeats=x
                            ^
            """)
        .contains("--set seed: expected key=value")
        .contains("'subjects' is a list of 1: expected a position from 0 to 0");
    assertThat(refused(VALID, "study.name=x").problem())
        .contains("'study' is a single value, so nothing can be set in it");
    assertThat(refused(VALID, "seed=").problem()).contains("a value is missing after '='");
    assertThat(refused(VALID, "seed=[").problem()).contains("--set seed=[: not valid YAML");
  }

  @Test
  void stepsAreSelectedByWordRangeOrList() throws IOException {
    for (String steps : List.of("last", "all", "0..4", "[0, 1]", "2")) {
      assertThat(read(VALID, "subjects.0.steps=" + steps).subjects()).hasSize(1);
    }
    assertThat(refused(VALID, "subjects.0.steps=5..5").problem()).contains("selects no checkpoint");
    assertThat(refused(VALID, "subjects.0.steps=[0, 5]").problem())
        .contains("'subjects.0.steps.1' is no checkpoint; there are 0, 1, 2");
    assertThat(refused(VALID, "subjects.0.steps=lst").problem()).contains("expected all, last");
  }

  @Test
  void aFolderThatIsNotThereIsFoundBeforeAnythingRuns() throws IOException {
    assertThat(refused(VALID.replace("organisms: smoke", "folder: nowhere")).problem())
        .contains("'subjects.0.folder' is no folder: " + folder.resolve("nowhere"));
  }

  private Study read(String text, String... sets) throws IOException {
    return readFile(Files.writeString(folder.resolve("study.yaml"), text), sets);
  }

  private static Study readFile(Path file, String... sets) {
    return studyFile().read(file, List.of(sets), OptionalLong.empty());
  }

  private EthogramException refused(String text, String... sets) {
    return catchThrowableOfType(EthogramException.class, () -> read(text, sets));
  }

  private static StudyFile studyFile() {
    return new StudyFile(
        new Vocabulary(
            List.of(new OrganismsKind(), new FolderKind(), new RemoteKind()),
            List.of(new TalkBehaviour())));
  }

  private static Map<String, String> settings(Study study) {
    return study.evaluations().getFirst().evaluation().settings();
  }

  private static final class TalkBehaviour implements Behaviour {
    @Override
    public String name() {
      return "talk";
    }

    @Override
    public Headline headline() {
      return new Headline("words", new TreeMap<>());
    }

    @Override
    public Evaluation read(Section settings) {
      int rounds = settings.integer("rounds", 6, 1, 99);
      List<String> games =
          settings.list("games", List.of("chess"), value -> value.choice(List.of("chess", "go")));
      return new Talk(rounds, games);
    }
  }

  private record Talk(int rounds, List<String> games) implements Evaluation {
    @Override
    public String name() {
      return "talk";
    }

    @Override
    public SortedMap<String, String> settings() {
      return new TreeMap<>(Map.of("rounds", Integer.toString(rounds), "games", games.toString()));
    }

    @Override
    public List<EvaluationCase> cases() {
      return List.of(new EvaluationCase(new TreeMap<>()));
    }

    @Override
    public CallRange calls(EvaluationCase evaluationCase, Set<Capability> subject) {
      return CallRange.NOTHING;
    }

    @Override
    public CaseResult run(EvaluationCase evaluationCase, Cast cast, Seed seed) {
      return CaseResult.scored(List.of());
    }
  }
}

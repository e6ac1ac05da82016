package org.ethogram.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.ethogram.evaluations.Outcome;
import org.ethogram.lab.store.Episode;
import org.ethogram.lab.store.SqliteStore;
import org.ethogram.lab.store.Subject;
import org.ethogram.lab.store.SubjectLoss;
import org.ethogram.lab.study.Study;
import org.ethogram.lab.study.StudyFile;
import org.ethogram.lab.study.Vocabulary;
import org.ethogram.lab.subject.TorchFolders;
import org.ethogram.lab.subject.Workplace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the study file to the store, with models that are grown and opened for it. */
class SmokeStudyTest {
  @TempDir Path folder;

  @Test
  void theSmokeStudyGrowsPlaysAndKeeps() {
    Study study =
        new StudyFile(Vocabulary.standard())
            .read(Path.of("..", "studies", "smoke.yaml"), List.of(), OptionalLong.empty());
    var runner = new StudyRunner(new Workplace(folder.resolve("cache"), 2, new TorchFolders()));
    var before = runner.foresee(study, folder.resolve("out"));
    assertThat(before.toGrow()).isEqualTo(8);
    RunSummary summary = runner.run(study, folder.resolve("out"), RunOptions.quiet("smoke"));
    assertThat(summary.planned()).isEqualTo(before.episodes());
    assertThat(summary.count(Outcome.SCORED)).isEqualTo(summary.planned());
    try (var store = SqliteStore.read(folder.resolve("out"));
        var episodes = store.episodes()) {
      assertThat(store.subjects()).filteredOn(Subject::reference).hasSize(1);
      assertThat(store.losses()).extracting(SubjectLoss::loss).containsOnly("held-out");
      assertThat(store.losses()).hasSize(8);
      List<Episode> all = episodes.toList();
      assertThat(all).hasSize((int) summary.planned());
      assertThat(store.transcript(all.getFirst().key()).lines().count())
          .isBetween(
              before.calls().least().calls() / all.size() / 2, before.calls().most().calls());
      assertThat(store.description().provenance().libraries()).containsKey("pytorch");
    }
    RunSummary again = runner.run(study, folder.resolve("out"), RunOptions.quiet("smoke"));
    assertThat(again.skipped()).isEqualTo(summary.planned());
  }
}

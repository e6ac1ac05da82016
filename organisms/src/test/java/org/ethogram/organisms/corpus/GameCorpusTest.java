package org.ethogram.organisms.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ethogram.core.Seed;
import org.ethogram.games.telling.Parsed;
import org.ethogram.games.telling.TellingReader;
import org.ethogram.training.language.Document;
import org.ethogram.training.language.Segment;
import org.junit.jupiter.api.Test;

class GameCorpusTest {
  private static final CorpusRecipe RECIPE = CorpusRecipe.standard();
  private static final GameCorpus TRAINING = GameCorpus.training(RECIPE, new Seed(1));
  private static final GameCorpus HELD_OUT = GameCorpus.heldOut(RECIPE, new Seed(2));
  private static final long LAST_STAGE = 26_000;

  @Test
  void aNumberAlwaysGivesTheSameDocument() {
    GameCorpus again = GameCorpus.training(RECIPE, new Seed(1));
    for (long index : new long[] {40_000, 3, 12_345}) {
      assertThat(again.document(index)).isEqualTo(TRAINING.document(index));
    }
    assertThat(TRAINING.document(40_000)).isNotEqualTo(TRAINING.document(40_001));
  }

  @Test
  void thePairsOfWordsHeldOutAreNeverPlayedWithInTraining() {
    // Facts may name any words; games and tables may not play with a pair that is held out.
    assertThat(LongStream.range(LAST_STAGE, LAST_STAGE + 500).mapToObj(TRAINING::document))
        .filteredOn(document -> !document.text().startsWith("facts:"))
        .map(GameCorpusTest::actionWords)
        .hasSizeGreaterThan(400)
        .noneMatch(words -> ActionWords.heldOut(words.getFirst(), words.getLast()));
    assertThat(LongStream.range(0, 200).mapToObj(HELD_OUT::document))
        .map(GameCorpusTest::actionWords)
        .allMatch(words -> ActionWords.heldOut(words.getFirst(), words.getLast()));
  }

  @Test
  void gamesReadBackAndTheirPeopleOpenAsTheCorpusStates() {
    int first = 0;
    int cooperations = 0;
    for (long index = 0; index < 2000; index++) {
      Parsed parsed = TellingReader.read(HELD_OUT.document(index).text());
      assertThat(parsed.history().rounds())
          .isBetween(RECIPE.minimumRounds(), RECIPE.maximumRounds());
      if (parsed.game().cooperativeAction().isPresent()) {
        int cooperate = parsed.game().cooperativeAction().getAsInt();
        for (int action : parsed.history().profile(1)) {
          first++;
          cooperations += action == cooperate ? 1 : 0;
        }
      }
    }
    // .05 + .9 * .825, as in IdealReaderTest; four standard errors over some 3,680 first moves.
    assertThat(cooperations / (double) first).isCloseTo(0.7925, within(0.027));
  }

  @Test
  void noPredictionIsAskedOfWhatNothingForetells() {
    Document facts = TRAINING.document(0);
    List<Segment> told =
        facts.segments().stream()
            .takeWhile(segment -> !segment.text().equals("\n"))
            .filter(segment -> segment.text().matches(" \\w+"))
            .toList();
    assertThat(told).isNotEmpty().allMatch(segment -> segment.weight() == 0);
    assertThat(facts.segments())
        .anyMatch(segment -> segment.text().matches(" \\d") && segment.weight() == 1);
  }

  @Test
  void noLineBeginsWithAnActionWord() {
    assertThat(LongStream.range(0, 60).map(step -> step * 700).mapToObj(TRAINING::document))
        .flatMap(document -> document.text().lines().toList())
        .allMatch(line -> !ActionWords.all().contains(line.split("[ .?]")[0]));
  }

  private static List<String> actionWords(Document document) {
    List<String> words = List.of(document.text().split("[^a-z]+"));
    return IntStream.range(0, ActionWords.all().size())
        .mapToObj(ActionWords.all()::get)
        .filter(words::contains)
        .toList();
  }
}

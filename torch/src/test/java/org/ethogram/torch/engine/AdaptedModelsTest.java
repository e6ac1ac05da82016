package org.ethogram.torch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.models.Completion;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.Prompt;
import org.ethogram.models.Sampling;
import org.ethogram.models.ScoreRequest;
import org.ethogram.torch.adapters.Adapter;
import org.ethogram.torch.adapters.AdapterFolder;
import org.ethogram.torch.adapters.LoraConfiguration;
import org.ethogram.torch.adapters.Merge;
import org.ethogram.torch.adapters.TargetModules;
import org.ethogram.torch.adapters.TaughtAdapter;
import org.ethogram.torch.folder.ModelFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdaptedModelsTest {
  private static final String RULES = "If both say oak, each gets three points. ";
  private static final List<String> NAMES = List.of("kind", "terse", "odd");

  @TempDir Path folder;

  /** Every adapter merged into a model of its own is the independent way to the same answers. */
  @ParameterizedTest
  @EnumSource
  void eachAdapterAnswersAsItsMergedModelWhateverIsCached(SmallModel small) {
    SequencedMap<String, Path> adapters = save(small);
    try (LocalModel model =
        LocalModel.open(folder.resolve("base"), LocalModelOptions.DEFAULT, adapters)) {
      for (String text : List.of(RULES + "Kim says", RULES, RULES + "Kim says", RULES + "Kim")) {
        for (String name : NAMES) {
          try (LocalModel merged = LocalModel.open(folder.resolve("merged-" + name))) {
            LanguageModel adapted = model.adapted(name);
            assertClose(adapted.score(score(text)), merged.score(score(text)));
            assertThat(adapted.complete(greedy(text)).text())
                .isEqualTo(merged.complete(greedy(text)).text());
          }
        }
        try (LocalModel base = LocalModel.open(folder.resolve("base"))) {
          assertClose(model.score(score(text)), base.score(score(text)));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void manyThreadsOverThreeAdaptersAndTheBaseGetTheAnswersOfOneAlone(SmallModel small)
      throws Exception {
    SequencedMap<String, Path> adapters = save(small);
    Path base = folder.resolve("base");
    try (LocalModel together = LocalModel.open(base, LocalModelOptions.DEFAULT, adapters);
        LocalModel alone =
            LocalModel.open(base, LocalModelOptions.DEFAULT.withPrefixCache(false), adapters)) {
      List<Future<List<ContinuationScore>>> scores = new ArrayList<>();
      List<Future<Completion>> completions = new ArrayList<>();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int call = 0; call < 128; call++) {
          LanguageModel asked = answerer(together, call);
          String text = RULES + "Round " + call / 8;
          scores.add(threads.submit(() -> asked.score(score(text))));
          completions.add(threads.submit(() -> asked.complete(greedy(text))));
        }
      }
      for (int call = 0; call < 128; call++) {
        LanguageModel asked = answerer(alone, call);
        String text = RULES + "Round " + call / 8;
        assertClose(scores.get(call).get(), asked.score(score(text)));
        assertThat(completions.get(call).get().text())
            .isEqualTo(asked.complete(greedy(text)).text());
      }
      assertThat(alone.cachedTokens()).isZero();
    }
  }

  /** The smallest pool holds 1022 tokens; four trees of prefixes want several times as many. */
  @Test
  void evictionReachesThePrefixesOfEveryAdapter() {
    SequencedMap<String, Path> adapters = save(SmallModel.PARALLEL_NEOX);
    Path base = folder.resolve("base");
    try (LocalModel small =
            LocalModel.open(base, LocalModelOptions.DEFAULT.withCacheBytes(0), adapters);
        LocalModel uncached =
            LocalModel.open(base, LocalModelOptions.DEFAULT.withPrefixCache(false), adapters)) {
      for (int call = 0; call < 80; call++) {
        ScoreRequest request = score("Round " + call / 4 + ". " + RULES);
        assertClose(answerer(small, call).score(request), answerer(uncached, call).score(request));
        assertThat(small.cachedTokens()).isLessThanOrEqualTo(1022);
      }
    }
  }

  @Test
  void anAdaptersOwnOutputEmbeddingAnswersForItsRowsAlone() {
    Path base = folder.resolve("base");
    SmallModel.PARALLEL_NEOX.save(base);
    LoraConfiguration plain =
        LoraConfiguration.uniform(2, 4, new TargetModules.Named(List.of("dense")));
    LoraConfiguration configuration =
        new LoraConfiguration(
            2,
            4,
            true,
            plain.targets(),
            plain.rankPattern(),
            plain.alphaPattern(),
            List.of("embed_out"),
            false,
            "");
    SequencedMap<String, Path> adapters = new LinkedHashMap<>();
    adapters.put("whole", folder.resolve("whole"));
    saveTaught(base, "whole", configuration);
    try (LocalModel model = LocalModel.open(base, LocalModelOptions.DEFAULT, adapters);
        LocalModel merged = LocalModel.open(folder.resolve("merged-whole"));
        LocalModel alone = LocalModel.open(base)) {
      assertClose(model.adapted("whole").score(score(RULES)), merged.score(score(RULES)));
      assertClose(model.score(score(RULES)), alone.score(score(RULES)));
    }
  }

  @Test
  void everyAdapterIsAModelOfItsOwnName() {
    SequencedMap<String, Path> adapters = save(SmallModel.SEQUENTIAL_NEOX);
    try (LocalModel model =
        LocalModel.open(folder.resolve("base"), LocalModelOptions.DEFAULT, adapters)) {
      assertThat(model.adapted("kind").identity().name()).isEqualTo("base+kind");
      assertThat(NAMES.stream().map(name -> model.adapted(name).identity().weightsHash()))
          .doesNotHaveDuplicates()
          .allMatch(hash -> hash.startsWith(model.identity().weightsHash()));
      assertThatThrownBy(() -> model.adapted("knid"))
          .isInstanceOfSatisfying(
              EthogramException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION);
                assertThat(e.remedy()).contains("kind");
              });
    }
  }

  private static LanguageModel answerer(LocalModel model, int call) {
    int which = call % (NAMES.size() + 1);
    return which == NAMES.size() ? model : model.adapted(NAMES.get(which));
  }

  /** A base, three adapters and the three models into which they are merged. */
  private SequencedMap<String, Path> save(SmallModel small) {
    Path base = folder.resolve("base");
    small.save(base);
    SequencedMap<String, Path> adapters = new LinkedHashMap<>();
    for (int index = 0; index < NAMES.size(); index++) {
      String name = NAMES.get(index);
      saveTaught(
          base, name, LoraConfiguration.uniform(1 + index, 2, new TargetModules.AllLinear()));
      adapters.put(name, folder.resolve(name));
    }
    return adapters;
  }

  private void saveTaught(Path base, String name, LoraConfiguration configuration) {
    try (ModelFolder opened = ModelFolder.open(base);
        Adapter adapter = TaughtAdapter.of(name, configuration, opened.network())) {
      AdapterFolder.save(folder.resolve(name), adapter);
      try (Merge _ = Merge.of(opened.network(), adapter)) {
        ModelFolder.save(folder.resolve("merged-" + name), opened.network());
      }
    }
    ByteTokenizer.write(folder.resolve("merged-" + name));
  }

  private static void assertClose(
      List<ContinuationScore> actual, List<ContinuationScore> expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int index = 0; index < actual.size(); index++) {
      assertThat(actual.get(index).logProbability())
          .isCloseTo(expected.get(index).logProbability(), offset(1e-4));
    }
  }

  private static ScoreRequest score(String text) {
    return new ScoreRequest(Prompt.of(text), List.of(" oak", " rose", "!"));
  }

  private static CompletionRequest greedy(String text) {
    return new CompletionRequest(
        Prompt.of(text), 6, Sampling.atTemperature(0), List.of(), new Seed(1));
  }
}

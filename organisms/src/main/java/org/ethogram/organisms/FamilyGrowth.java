package org.ethogram.organisms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.core.StopSignal;
import org.ethogram.organisms.corpus.GameCorpus;
import org.ethogram.training.language.Corpus;
import org.ethogram.training.language.HeldOutLoss;
import org.ethogram.training.tokenizer.BytePairTokenizer;
import org.ethogram.training.tokenizer.BytePairTrainer;

/**
 * Grows the members of a family side by side, each on one thread, the largest first.
 *
 * <p>All members see the same documents in the same order.
 */
final class FamilyGrowth {
  private static final int SIDE_BY_SIDE = 2;
  private static final int TOKENIZER_DOCUMENTS = 1000;
  private static final int HELD_OUT_DOCUMENTS = 128;

  private final FamilyRecipe recipe;
  private final Seed seed;
  private final FamilyFolder folder;
  private final Corpus corpus;
  private final BytePairTokenizer tokenizer;
  private final HeldOutLoss heldOut;

  FamilyGrowth(FamilyRecipe recipe, Seed seed, FamilyFolder folder) {
    this.recipe = recipe;
    this.seed = seed;
    this.folder = folder;
    this.corpus = recipe.corpusOf(seed);
    this.tokenizer = tokenizer();
    this.heldOut =
        new HeldOutLoss(
            GameCorpus.heldOut(recipe.corpus(), seed.derive("held-out corpus")),
            HELD_OUT_DOCUMENTS,
            tokenizer,
            recipe.architecture().contextLength());
  }

  void run(Progress progress, StopSignal stop) {
    AtomicBoolean failed = new AtomicBoolean();
    StopSignal stopAll = () -> failed.get() || stop.stopRequested();
    List<Future<?>> members = new ArrayList<>();
    try (ExecutorService threads =
        Executors.newFixedThreadPool(
            SIDE_BY_SIDE, Thread.ofPlatform().name("grow-", 1).daemon().factory())) {
      for (OrganismSize size : largestFirst()) {
        members.add(
            threads.submit(
                () -> {
                  try {
                    member(size).run(progress, stopAll);
                  } catch (RuntimeException e) {
                    failed.set(true);
                    throw e;
                  }
                }));
      }
    }
    firstFailure(members);
  }

  private MemberGrowth member(OrganismSize size) {
    return new MemberGrowth(recipe, size, seed, folder, corpus, tokenizer, heldOut);
  }

  private List<OrganismSize> largestFirst() {
    return recipe.members().stream()
        .sorted(Comparator.comparingLong(OrganismSize::nonEmbeddingParameters).reversed())
        .toList();
  }

  private BytePairTokenizer tokenizer() {
    BytePairTrainer trainer = new BytePairTrainer(recipe.architecture().vocabularySize(), 2);
    Corpus games = GameCorpus.heldOut(recipe.corpus(), seed.derive("tokenizer"));
    for (int index = 0; index < TOKENIZER_DOCUMENTS; index++) {
      trainer.count(corpus.document(index).text());
      trainer.count(games.document(index).text());
    }
    return trainer.train();
  }

  /** Rethrows what ended a member early; a stop is only reported when nothing worse happened. */
  private static void firstFailure(List<Future<?>> members) {
    List<RuntimeException> failures = new ArrayList<>();
    for (Future<?> member : members) {
      try {
        member.get();
      } catch (ExecutionException e) {
        failures.add(
            e.getCause() instanceof RuntimeException cause
                ? cause
                : new IllegalStateException(e.getCause()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted after all members had ended", e);
      }
    }
    failures.stream()
        .sorted(Comparator.comparing(FamilyGrowth::isStop))
        .findFirst()
        .ifPresent(
            failure -> {
              throw failure;
            });
  }

  private static boolean isStop(RuntimeException failure) {
    return failure instanceof EthogramException known && known.code() == ErrorCode.INTERRUPTED;
  }
}

package org.ethogram.torch.engine;

import org.ethogram.torch.runtime.PlacementChoice;

/**
 * How a local model spends memory, and where it computes.
 *
 * @param prefixCache whether keys and values outlive the call that computed them, so that calls
 *     share their prefixes
 * @param cacheBytes memory of the keys and values that are kept; exceeded only by what the calls in
 *     flight need themselves
 * @param batchTokens most tokens of one pass through the network; a longer prompt is computed in
 *     pieces, between which other calls go on
 * @param placement device and numbers
 */
public record LocalModelOptions(
    boolean prefixCache, long cacheBytes, int batchTokens, PlacementChoice placement) {
  public static final LocalModelOptions DEFAULT =
      new LocalModelOptions(true, 256L << 20, 2048, PlacementChoice.SINGLE_ON_CPU);

  public LocalModelOptions {
    if (cacheBytes < 0 || batchTokens < 1) {
      throw new IllegalArgumentException(
          "no such memory: cache " + cacheBytes + " bytes, batch " + batchTokens + " tokens");
    }
  }

  public LocalModelOptions withPrefixCache(boolean on) {
    return new LocalModelOptions(on, cacheBytes, batchTokens, placement);
  }

  public LocalModelOptions withCacheBytes(long bytes) {
    return new LocalModelOptions(prefixCache, bytes, batchTokens, placement);
  }

  public LocalModelOptions withBatchTokens(int tokens) {
    return new LocalModelOptions(prefixCache, cacheBytes, tokens, placement);
  }

  public LocalModelOptions withPlacement(PlacementChoice choice) {
    return new LocalModelOptions(prefixCache, cacheBytes, batchTokens, choice);
  }
}

package org.ethogram.lab.store;

import java.util.Set;
import java.util.stream.Stream;

/**
 * The episodes of a run, durable one by one.
 *
 * <p>Safe to use from any thread. An episode that {@link #append} returned from survives the loss
 * of the process.
 */
public interface EpisodeStore extends AutoCloseable {
  /** Keys of the episodes that need no second run: all but the errored ones. */
  Set<EpisodeKey> completed();

  /**
   * Keeps an episode, replacing an errored one of the same key.
   *
   * @param transcript the calls of the episode, requests and responses, as JSON lines
   */
  void append(Episode episode, String transcript);

  /** Every episode in the order of its key, without transcripts; close the stream. */
  Stream<Episode> episodes();

  /** The transcript of an episode that is in the store. */
  String transcript(EpisodeKey key);

  RunDescription description();

  @Override
  void close();
}

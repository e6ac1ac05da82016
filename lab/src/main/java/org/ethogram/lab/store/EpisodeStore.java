package org.ethogram.lab.store;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The episodes of a run, durable one by one.
 *
 * <p>Safe to use from any thread. An episode that {@link #append} returned from survives the loss
 * of the process.
 *
 * <p>Episodes of an earlier form of the study (another setting, a subject that was taken out) stay
 * in the store and are found again when the study returns to that form; readers see only those of
 * the present plan.
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

  /** Keeps a loss, replacing an earlier one of the same subject and name. */
  void append(SubjectLoss loss);

  /** Adds to what a reader must know; a warning that is there already is not repeated. */
  void warn(String warning);

  /** The episodes of the present plan in the order of their keys, without transcripts; close it. */
  Stream<Episode> episodes();

  /** How many episodes the present plan holds, run or not. */
  long planned();

  /** The subjects of the present plan, in the order of the study file. */
  List<Subject> subjects();

  /** The losses of the subjects of the present plan. */
  List<SubjectLoss> losses();

  /** The transcript of an episode that is in the store. */
  String transcript(EpisodeKey key);

  /** The present form of the study. */
  RunDescription description();

  @Override
  void close();
}

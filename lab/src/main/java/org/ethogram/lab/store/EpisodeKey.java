package org.ethogram.lab.store;

/**
 * What makes an episode the same episode when a study is run again.
 *
 * @param subject hash over the subject's identity: name, revision, weights and tokenizer
 * @param evaluation name of the evaluation
 * @param settings hash over the evaluation's settings
 * @param evaluationCase identity of the case
 * @param repeat from 0
 */
public record EpisodeKey(
    String subject, String evaluation, String settings, String evaluationCase, int repeat) {}

package org.ethogram.models;

/**
 * Which model answered, exactly enough to tell two apart and to find it again.
 *
 * @param name such as {@code EleutherAI/pythia-70m} or a folder's name
 * @param revision such as {@code step1000}; {@code main} where there are no revisions
 * @param architecture such as {@code GPTNeoXForCausalLM}; for a remote model, its provider
 * @param weightsHash SHA-256 over the weight files, or empty for a remote model
 * @param tokenizerHash SHA-256 over the tokenizer's file, or empty for a remote model
 */
public record ModelIdentity(
    String name,
    String revision,
    String architecture,
    String weightsHash,
    String tokenizerHash,
    ModelScale scale) {}

package org.ethogram.models.openai;

import org.ethogram.models.ContinuationScore;
import org.ethogram.models.remote.Endpoint;

/** A server that tells nothing about prompts. */
record NoScorer(Endpoint endpoint) implements Scorer {
  @Override
  public ContinuationScore score(String prompt, String continuation) {
    throw endpoint.missing(
        "this endpoint is not known to tell log-probabilities of a prompt, so it cannot score",
        "Say how it does with --scoring echo or --scoring vllm, or estimate the choice by"
            + " sampling");
  }
}

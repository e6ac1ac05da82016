package org.ethogram.models.openai;

import org.ethogram.core.EthogramException;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.Prompt;
import org.ethogram.models.PromptScore;
import org.ethogram.models.remote.Endpoint;

/** A server that tells nothing about prompts. */
record NoScorer(Endpoint endpoint) implements Scorer {
  @Override
  public ContinuationScore score(Prompt prompt, String continuation, int alternatives) {
    throw refusal();
  }

  @Override
  public PromptScore scorePrompt(Prompt prompt, int alternatives) {
    throw refusal();
  }

  private EthogramException refusal() {
    return endpoint.missing(
        "this endpoint is not known to tell log-probabilities of a prompt, so it cannot score",
        "Say how it does with --scoring echo or --scoring vllm, or estimate the choice by"
            + " sampling");
  }
}

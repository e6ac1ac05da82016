package org.ethogram.torch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlasThreadsTest {
  /** The presets would otherwise leave as many threads as cores, which spin. */
  @Test
  void openBlasComputesOnTheThreadThatAsks() {
    Natives.start();
    assertThat(BlasThreads.get()).hasValue(1);
  }
}

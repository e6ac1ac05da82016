package org.ethogram.torch.network.neox;

import org.ethogram.core.Seed;
import org.ethogram.torch.network.DecoderNetwork;
import org.ethogram.torch.network.ParameterSource;
import org.ethogram.torch.runtime.Natives;

/** The GPT-NeoX network, which may also begin its training. */
public final class NeoxNetwork extends DecoderNetwork {
  private final NeoxConfiguration configuration;

  public NeoxNetwork(NeoxConfiguration configuration, ParameterSource source) {
    super(configuration, source);
    this.configuration = configuration;
  }

  /** A network at the beginning of its training; equal seeds give equal parameters. */
  public static NeoxNetwork initialise(NeoxConfiguration configuration, Seed seed) {
    Natives.start();
    return new NeoxNetwork(configuration, new NeoxInitialisation(configuration, seed));
  }

  public NeoxConfiguration configuration() {
    return configuration;
  }
}

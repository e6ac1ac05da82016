package org.ethogram.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest states. */
final class CodeVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Ethogram.class.getPackage().getImplementationVersion();
    return new String[] {"ethogram " + (version == null ? "(from classes)" : version)};
  }
}

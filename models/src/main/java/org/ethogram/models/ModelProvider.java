package org.ethogram.models;

/** Models behind an interface of somebody else, found on the class path by service loading. */
public interface ModelProvider {
  /** The name in study files: the first half of {@code remote: provider/model}. */
  String name();

  /** Who answers under that name, as far as it can be known without a call that costs. */
  ModelIdentity identify(String model);

  LanguageModel open(String model);
}

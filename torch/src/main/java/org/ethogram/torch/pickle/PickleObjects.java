package org.ethogram.torch.pickle;

/** What the names in a pickle stand for: all that a pickle can ask for is here. */
public interface PickleObjects {
  /** Whether a pickle may hold this name; every other ends the reading. */
  boolean allows(Value.Global name);

  /**
   * What a function gives, or an object of a class.
   *
   * @param function one that is allowed
   * @throws PickleException where it cannot be called, or not so
   */
  Value call(Value.Global function, Value.Tuple arguments);

  /** What stands outside the pickle under an identifier. */
  Value persistent(Value identifier);
}

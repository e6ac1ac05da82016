package org.ethogram.core;

/**
 * Asked between steps of long work: when true, finish what is in flight, make it durable, and throw
 * {@link ErrorCode#INTERRUPTED}.
 */
@FunctionalInterface
public interface StopSignal {
  StopSignal NEVER = () -> false;

  boolean stopRequested();
}

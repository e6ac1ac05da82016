package org.ethogram.models.remote;

/**
 * How a provider wants its key.
 *
 * @param prefix before the key in the header
 */
public record Authorization(String header, String prefix, Secret secret) {
  String value() {
    return prefix + secret.reveal();
  }
}

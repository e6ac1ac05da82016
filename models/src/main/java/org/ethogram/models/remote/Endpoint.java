package org.ethogram.models.remote;

import java.net.URI;
import java.util.Locale;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.models.ModelIdentity;
import org.ethogram.models.ModelScale;

/**
 * Where a model is asked.
 *
 * @param provider such as {@code openai}
 * @param address before the paths of the interface, without a slash at its end
 */
public record Endpoint(String provider, URI address, String model) {
  /**
   * @throws EthogramException when {@code address} is no plain http or https address
   */
  public static Endpoint of(String provider, String address, String model) {
    URI uri;
    try {
      uri = URI.create(address.replaceAll("/+$", ""));
    } catch (IllegalArgumentException e) {
      throw invalid(provider);
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.matches("https?")
        || uri.getHost() == null
        || uri.getUserInfo() != null
        || uri.getQuery() != null
        || uri.getFragment() != null) {
      throw invalid(provider);
    }
    return new Endpoint(provider, uri, model);
  }

  /** As messages name it. */
  public String place() {
    return provider + ':' + model + " at " + address;
  }

  /**
   * Who answers here.
   *
   * @param official the provider's own address, which need not be named
   */
  public ModelIdentity identity(String official) {
    String where = address.toString();
    return new ModelIdentity(
        model,
        "main",
        where.equals(official) ? provider : provider + " at " + where,
        "",
        "",
        ModelScale.UNKNOWN);
  }

  /** A refusal of what cannot be asked for here; nothing was sent. */
  public EthogramException missing(String problem, String remedy) {
    return new EthogramException(ErrorCode.CAPABILITY_MISSING, place(), problem, remedy);
  }

  /** What to say of a reply that the SDK cannot read. */
  public EthogramException unreadable(RuntimeException cause) {
    return new EthogramException(
        ErrorCode.WORK_FAILED,
        place(),
        "the reply does not keep to the interface: " + cause.getMessage(),
        "Check that the endpoint speaks the interface of " + provider,
        cause);
  }

  /** The address is not repeated: a key may stand in it. */
  private static EthogramException invalid(String provider) {
    return new EthogramException(
        ErrorCode.CONFIGURATION,
        "endpoint of " + provider,
        "it is no address such as https://host:port/v1 without user, query and fragment",
        "Keys belong into the environment, the rest into the address");
  }
}

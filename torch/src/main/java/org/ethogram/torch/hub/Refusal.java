package org.ethogram.torch.hub;

import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.models.reference.ModelReference;

/** What a reply that is final means to the user. */
final class Refusal {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int LONGEST = 300;

  private Refusal() {}

  /**
   * @param what was asked for: the reference, or one of its files
   */
  static EthogramException of(
      HubSettings settings, ModelReference.Hub reference, String what, Reply<?> reply) {
    String place = what + " at " + settings.endpoint();
    String page = settings.endpoint() + '/' + reference.repository();
    String said = said(settings, reply);
    String error = reply.header("x-error-code").orElse("");
    return switch (reply.status()) {
      case UNAUTHORIZED, FORBIDDEN ->
          new EthogramException(
              ErrorCode.FILE_ACCESS,
              place,
              (error.equals("GatedRepo")
                      ? "the model is gated and access to it was not granted"
                      : "the model does not exist, or is private, or is gated")
                  + settings
                      .token()
                      .map(token -> " to the token of " + token.origin())
                      .orElse(" (no token is set)")
                  + said,
              "Check the name"
                  + local(reference)
                  + "; for a gated or private model ask for access at "
                  + page
                  + " and set HF_TOKEN to a token of that account");
      case NOT_FOUND ->
          new EthogramException(
              ErrorCode.FILE_ACCESS,
              place,
              error.equals("RevisionNotFound")
                  ? "the model has no revision '" + reference.revision() + "'" + said
                  : "there is no such model or revision" + said,
              "Check the name" + local(reference) + " and the revision; " + page + " lists both");
      default ->
          new EthogramException(
              ErrorCode.WORK_FAILED,
              place,
              "the hub answers with status " + reply.status() + said,
              "Check HF_ENDPOINT and what " + page + " shows in a browser");
    };
  }

  private static String local(ModelReference.Hub reference) {
    return reference.revision().equals(ModelReference.Hub.MAIN)
        ? " (there is no folder '" + reference.repository() + "' here either)"
        : "";
  }

  /** What the hub says in its own words, without the token. */
  static String said(HubSettings settings, Reply<?> reply) {
    String text = reply.header("x-error-message").orElse("").replaceAll("\\p{Cntrl}+", " ").strip();
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + " ..." : text;
    String safe = settings.token().map(token -> token.removeFrom(shown)).orElse(shown);
    return safe.isEmpty() ? "" : ": " + safe.replaceAll("\\.+$", "");
  }
}

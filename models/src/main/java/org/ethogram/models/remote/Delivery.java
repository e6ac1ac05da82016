package org.ethogram.models.remote;

import java.io.IOException;

/** How one call is sent and its reply comes in. */
interface Delivery {
  /** Sends the call once. */
  RemoteReply send(RemoteCall call) throws IOException, InterruptedException;

  /** Whether a reply of this type can be read. */
  boolean reads(String contentType);

  /**
   * The reply as one JSON document.
   *
   * @throws tools.jackson.core.JacksonException when it is none
   */
  byte[] document(byte[] body);

  /** Whether somebody was told of the reply already, so that it cannot be asked for again. */
  boolean told();

  /** The reply as one body. */
  record Whole(Transport transport) implements Delivery {
    @Override
    public RemoteReply send(RemoteCall call) throws IOException, InterruptedException {
      return transport.send(call);
    }

    @Override
    public boolean reads(String contentType) {
      return contentType.contains("json");
    }

    @Override
    public byte[] document(byte[] body) {
      return body;
    }

    @Override
    public boolean told() {
      return false;
    }
  }
}

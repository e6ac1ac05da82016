package org.ethogram.models.remote;

import java.util.Optional;
import org.ethogram.models.Usage;
import tools.jackson.databind.JsonNode;

/** How replies of one interface are checked. */
public interface ReplyReader {
  /** What keeps the reply from being an answer. */
  Optional<String> problem(JsonNode reply);

  /** The tokens that the provider counted, where it says. */
  Optional<Usage> usage(JsonNode reply);
}

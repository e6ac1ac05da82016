package org.ethogram.torch.hub;

import java.util.Set;

/**
 * A repository at a revision.
 *
 * @param commit 40 hexadecimal digits
 * @param files by their names, with slashes where they lie in folders
 */
record Listing(String commit, Set<String> files) {
  Listing {
    files = Set.copyOf(files);
  }
}

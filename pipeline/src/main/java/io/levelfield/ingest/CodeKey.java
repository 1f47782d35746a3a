package io.levelfield.ingest;

import java.io.Serializable;
import java.security.SecureRandom;

/**
 * The key of a {@link CodeHash}: made anew for each fold and kept nowhere, so that hashes that are
 * found somewhere can neither be looked up nor be matched with those of another run.
 */
record CodeKey(long low, long high) implements Serializable {
  static CodeKey random() {
    var random = new SecureRandom();
    return new CodeKey(random.nextLong(), random.nextLong());
  }

  /** Not the key, which no log may hold. */
  @Override
  public String toString() {
    return "a key";
  }
}

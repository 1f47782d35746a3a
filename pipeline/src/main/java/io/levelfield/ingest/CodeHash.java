package io.levelfield.ingest;

/**
 * A 64-bit hash of codes (FNV-1a over folded letters without blanks, mixed at the end): codes of
 * different hashes differ.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/draft-eastlake-fnv">FNV-1a</a>
 */
final class CodeHash {
  static final long START = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final long MIXER = 0xd6e8feb86659fd93L;

  private CodeHash() {}

  /** Adds the letters from one place to another. */
  static long add(long hash, char[] chars, int from, int to) {
    long added = hash;
    for (int i = from; i < to; i++) {
      char folded = Spelling.folded(chars[i]);
      if (folded != Spelling.BLANK) {
        added = (added ^ folded) * PRIME;
      }
    }
    return added;
  }

  static long add(long hash, String text) {
    char[] chars = text.toCharArray();
    return add(hash, chars, 0, chars.length);
  }

  /** Adds a number, such as that of a letter. */
  static long add(long hash, long number) {
    return (hash ^ number) * PRIME;
  }

  /** What was added, spread over all bits. */
  static long mixed(long hash) {
    long mixed = (hash ^ (hash >>> 32)) * MIXER;
    return mixed ^ (mixed >>> 32);
  }
}

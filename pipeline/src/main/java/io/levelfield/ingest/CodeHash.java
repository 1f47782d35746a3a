package io.levelfield.ingest;

/**
 * A keyed 64-bit hash of codes: SipHash-2-4 of what is added, a letter being two bytes. Codes of
 * different hashes differ; whoever lacks the key learns nothing of a code from its hash.
 *
 * @see <a href="https://www.aumasson.jp/siphash/siphash.pdf">Aumasson, Bernstein: SipHash</a>
 */
final class CodeHash {
  /** No letter that {@link #add(char[], int, int)} adds: it is a blank. */
  static final char SEPARATOR = '\u001f';

  private static final int LETTER_BITS = Character.SIZE;

  /** Place of the last letter of a word, from 0; a mask, too. */
  private static final int LAST_LETTER = Long.SIZE / LETTER_BITS - 1;

  private static final int ENDING_ROUNDS = 4;

  /** Where the number of bytes stands in the last word. */
  private static final int LENGTH_AT = 56;

  private final CodeKey key;
  private long v0;
  private long v1;
  private long v2;
  private long v3;
  private long word;
  private int letters;

  CodeHash(CodeKey key) {
    this.key = key;
  }

  /** Begins a hash. */
  CodeHash begin() {
    v0 = key.low() ^ 0x736f6d6570736575L;
    v1 = key.high() ^ 0x646f72616e646f6dL;
    v2 = key.low() ^ 0x6c7967656e657261L;
    v3 = key.high() ^ 0x7465646279746573L;
    word = 0;
    letters = 0;
    return this;
  }

  /** Adds the letters from one place to another, folded and without blanks. */
  void add(char[] chars, int from, int to) {
    // In variables, as this is the inner loop of the folds.
    long filling = word;
    int count = letters;
    for (int i = from; i < to; i++) {
      char folded = Spelling.folded(chars[i]);
      if (folded != Spelling.BLANK) {
        filling |= (long) folded << ((count & LAST_LETTER) * LETTER_BITS);
        if ((count++ & LAST_LETTER) == LAST_LETTER) {
          take(filling);
          filling = 0;
        }
      }
    }
    word = filling;
    letters = count;
  }

  /** Adds a text so. */
  void add(String text) {
    char[] chars = text.toCharArray();
    add(chars, 0, chars.length);
  }

  /** Adds a letter as it is. */
  void add(char letter) {
    int at = letters++ & LAST_LETTER;
    word |= (long) letter << (at * LETTER_BITS);
    if (at == LAST_LETTER) {
      take(word);
      word = 0;
    }
  }

  /** Adds a number, such as that of a school. */
  void add(long number) {
    for (int at = 0; at < Long.SIZE; at += LETTER_BITS) {
      add((char) (number >>> at));
    }
  }

  /** The hash of what was added. */
  long value() {
    long bytes = (long) letters * Character.BYTES;
    take(word | (bytes << LENGTH_AT));
    v2 ^= 0xff;
    for (int i = 0; i < ENDING_ROUNDS; i++) {
      round();
    }
    return v0 ^ v1 ^ v2 ^ v3;
  }

  private void take(long full) {
    v3 ^= full;
    round();
    round();
    v0 ^= full;
  }

  private void round() {
    v0 += v1;
    v1 = Long.rotateLeft(v1, 13) ^ v0;
    v0 = Long.rotateLeft(v0, 32);
    v2 += v3;
    v3 = Long.rotateLeft(v3, 16) ^ v2;
    v0 += v3;
    v3 = Long.rotateLeft(v3, 21) ^ v0;
    v2 += v1;
    v1 = Long.rotateLeft(v1, 17) ^ v2;
    v2 = Long.rotateLeft(v2, 32);
  }
}

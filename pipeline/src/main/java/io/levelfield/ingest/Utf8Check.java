package io.levelfield.ingest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Strict UTF-8 validation of a stream of buffers; of what is no UTF-8 it tells how much of it
 * nevertheless looks so.
 */
final class Utf8Check {
  /** Bytes that are letters in IBM866, and next to never used in Russian windows-1251. */
  private static final boolean[] DOS_LETTER = new boolean[256];

  static {
    for (int b = 0x80; b <= 0xAF; b++) {
      boolean dashOrQuote = b == 0x85 || (b >= 0x91 && b <= 0x97) || b == 0xAB;
      DOS_LETTER[b] = !dashOrQuote && b != 0xA0 && b != 0xA8;
    }
  }

  private static final int FEWEST_PAIRS = 16;

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer pending;
  private final CharBuffer out;
  private boolean valid = true;
  private int firstBad = -1;
  private byte last;
  private long pairs;
  private long high;
  private long dosLetters;

  Utf8Check(int bufferBytes) {
    pending = ByteBuffer.allocate(bufferBytes + 8);
    out = CharBuffer.allocate(bufferBytes + 8);
  }

  /**
   * Takes the next bytes.
   *
   * @return whether they are the first that are no UTF-8; {@link #firstBad} tells which
   */
  boolean feed(byte[] bytes, int length) {
    if (!valid) {
      count(bytes, 0, length);
      return false;
    }
    int carried = pending.position();
    pending.put(bytes, 0, length).flip();
    valid = !decoder.decode(pending, out.clear(), false).isError();
    // A letter of two bytes gives one character; rarer, longer ones may count twice.
    int inPairs = pending.position() - out.position();
    pairs += inPairs;
    high += 2L * inPairs;
    if (!valid) {
      firstBad = Math.max(0, pending.position() - carried);
      count(bytes, firstBad, length);
      return true;
    }
    pending.compact();
    return false;
  }

  /** Settles the end; true if the last character is cut. */
  boolean finish() {
    boolean cut = valid && decoder.decode(pending.flip(), out.clear(), true).isError();
    valid &= !cut;
    return cut;
  }

  private void count(byte[] bytes, int from, int to) {
    byte before = last;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b < 0) {
        high++;
        boolean afterLead = before == (byte) 0xD0 || before == (byte) 0xD1;
        pairs += afterLead && b < (byte) 0xC0 ? 1 : 0;
        dosLetters += DOS_LETTER[b & 0xFF] ? 1 : 0;
      }
      before = b;
    }
    last = before;
  }

  boolean valid() {
    return valid;
  }

  /** Place in the buffer fed last of the first byte that is no UTF-8. */
  int firstBad() {
    return firstBad;
  }

  /** Whether much of what is no UTF-8 as a whole is Russian text in UTF-8. */
  boolean partly() {
    return !valid
        && pairs > 0
        && (4 * pairs > high || (pairs >= FEWEST_PAIRS && 40 * pairs > high));
  }

  /** Whether most letters are such as only IBM866 has. */
  boolean likeDos() {
    return !valid && !partly() && 2 * dosLetters > high;
  }
}

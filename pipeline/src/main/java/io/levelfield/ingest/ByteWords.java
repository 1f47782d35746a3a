package io.levelfield.ingest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of a text at once, as a number whose lowest byte is the first of them.
 *
 * @see <a href="https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord">Determine if a
 *     word has a zero byte</a>
 */
final class ByteWords {
  /** Bytes of a word: an array that is read by words ends in as many unused ones. */
  static final int BYTES = Long.BYTES;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long EACH = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long SIXTEENS = 0xF0F0F0F0F0F0F0F0L;
  private static final long THIRTY_TWOS = 0xE0E0E0E0E0E0E0E0L;

  private ByteWords() {}

  static long at(byte[] bytes, int place) {
    return (long) WORDS.get(bytes, place);
  }

  /** The first bytes of a word, the others 0. */
  static long first(long word, int bytes) {
    return word & ((1L << (Byte.SIZE * bytes)) - 1);
  }

  /** The word that consists of one byte. */
  static long of(byte b) {
    return (b & 0xFF) * EACH;
  }

  /** The high bits of the bytes that are 0, and no other bits. */
  static long zeros(long word) {
    return ~(((word & ~HIGH) + ~HIGH) | word | ~HIGH);
  }

  /** The high bits of the bytes below 16, line ends and tabs among them. */
  static long below16(long word) {
    return zeros(word & SIXTEENS);
  }

  /** The high bits of the bytes below 32: those of no letter. */
  static long below32(long word) {
    return zeros(word & THIRTY_TWOS);
  }

  /** Place in its word of the first byte whose high bit is set. */
  static int place(long highBits) {
    return Long.numberOfTrailingZeros(highBits) / Byte.SIZE;
  }

  /** The high bits of the bytes that are none of ASCII. */
  static long beyondAscii(long word) {
    return word & HIGH;
  }
}

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

  /** The word of eight digits 0; what is a digit holds its value when they are taken off. */
  private static final long ZEROS = 0x3030303030303030L;

  /** Makes sixteen or more of what is above nine, and of nothing below. */
  private static final long ABOVE_NINE = 0x0606060606060606L;

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

  /**
   * The number that the first bytes of a word write in digits, -1 where one of them is no digit.
   * Neighbours are brought together, then pairs, then fours (Lemire, Quickly parsing eight digits,
   * 2018).
   *
   * @param bytes from 1 to 8
   */
  static int number(long word, int bytes) {
    long digits = (word ^ ZEROS) << (Byte.SIZE * (BYTES - bytes));
    if (((digits + ABOVE_NINE) & SIXTEENS) != 0 || (digits & SIXTEENS) != 0) {
      return -1;
    }
    digits = (digits * (10 * 256 + 1)) >>> 8;
    digits = ((digits & 0x00FF00FF00FF00FFL) * (100L * 65536 + 1)) >>> 16;
    return (int) (((digits & 0x0000FFFF0000FFFFL) * (10_000L * 4_294_967_296L + 1)) >>> 32);
  }

  /** The high bits of the bytes that are none of ASCII. */
  static long beyondAscii(long word) {
    return word & HIGH;
  }
}

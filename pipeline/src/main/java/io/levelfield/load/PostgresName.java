package io.levelfield.load;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.DigestUtils;

/** Names as PostgreSQL keeps them. */
final class PostgresName {
  /**
   * @see <a
   *     href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS">
   *     Identifiers</a>: what is longer is cut off in silence
   */
  private static final int MOST_BYTES = 63;

  /** Hexadecimal digits of its hash that tell a name from others that begin alike. */
  private static final int HASH_DIGITS = 8;

  private PostgresName() {}

  /** The name itself; one that is too long ends in a part of its hash instead. */
  static String of(String name) {
    if (bytes(name) <= MOST_BYTES) {
      return name;
    }
    int end = name.length();
    while (bytes(name.substring(0, end)) > MOST_BYTES - 1 - HASH_DIGITS) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end) + "_" + DigestUtils.sha256Hex(name).substring(0, HASH_DIGITS);
  }

  private static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The name as SQL writes it. */
  static String quoted(String name) {
    return '"' + of(name).replace("\"", "\"\"") + '"';
  }

  /** A text as SQL writes it. */
  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}

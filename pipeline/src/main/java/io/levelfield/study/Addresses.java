package io.levelfield.study;

import java.util.regex.Pattern;

/** Addresses of files elsewhere, such as hdfs://host/data.csv. */
final class Addresses {
  private static final Pattern DIRECTORY = Pattern.compile("[a-z][a-z0-9+.-]*:/.+");

  /** What stands between a colon and @, unless it is a port and a path. */
  private static final Pattern PASSWORD = Pattern.compile("[^/]*//[^/@:]*:(?!\\d*/)[^@]*@");

  private Addresses() {}

  /** Whether a text is an address, and no path. */
  static boolean is(String text) {
    return DIRECTORY.matcher(text).matches();
  }

  /** Whether a password stands before the host. */
  static boolean holdsPassword(String text) {
    return PASSWORD.matcher(text).lookingAt();
  }
}

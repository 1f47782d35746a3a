package io.levelfield.model.input;

import java.util.regex.Pattern;

/** Addresses of files, such as hdfs://host/data.csv, beside paths of this machine. */
public final class FileAddress {
  /** A scheme of one letter is a drive. */
  private static final Pattern ADDRESS = Pattern.compile("[a-z][a-z0-9+.-]+:/.*");

  /** What stands between a colon and @, unless it is a port and a path. */
  private static final Pattern PASSWORD = Pattern.compile("[^/]*//[^/@:]*:(?!\\d*/)[^@]*@");

  private FileAddress() {}

  /** Whether a text is an address, and no path. */
  public static boolean is(String text) {
    return ADDRESS.matcher(text).matches();
  }

  /** Whether a password stands before the host. */
  public static boolean holdsPassword(String text) {
    return PASSWORD.matcher(text).lookingAt();
  }
}

package io.levelfield.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.MissingResourceException;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/**
 * A file of texts beside a class. {@link ResourceBundle#getBundle} looks for a class of that name,
 * and for texts of no language, in all jars of the class path, which takes a fifth of a short
 * start.
 */
public final class TextFile {
  private TextFile() {}

  /**
   * Reads it as UTF-8.
   *
   * @param name with its ending
   * @throws MissingResourceException if there is none
   */
  public static ResourceBundle read(Class<?> beside, String name) {
    try (InputStream file = beside.getResourceAsStream(name)) {
      if (file == null) {
        throw new MissingResourceException("no texts " + name, beside.getName(), name);
      }
      return new PropertyResourceBundle(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

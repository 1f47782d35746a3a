package io.levelfield.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The page's style and programs, with the hashes by which a browser lets them run and no others.
 *
 * @param charts Apache ECharts
 * @param program the page's own programs, one after another
 */
public record Assets(String style, String charts, String program) {
  private static final List<String> PROGRAMS =
      List.of(
          "base.js",
          "paged.js",
          "figures.js",
          "names.js",
          "map.js",
          "ranks.js",
          "funnel.js",
          "partners.js",
          "schools.js",
          "lists.js",
          "card.js",
          "start.js");

  static Assets load() {
    return new Assets(
        resource("page.css"),
        resource("echarts.min.js"),
        PROGRAMS.stream().map(Assets::resource).collect(Collectors.joining("\n")));
  }

  /** The style of papers of the office, such as a word processor understands. */
  static String office() {
    return resource("office.css");
  }

  /** The style of the page for everyone. */
  static String ofPublic() {
    return resource("public.css");
  }

  /** What the page may load and run: its own programs and styles, and nothing from anywhere. */
  public String policy() {
    return "default-src 'none'; script-src "
        + hash(charts)
        + " "
        + hash(program)
        + "; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
  }

  private static String hash(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream file = Assets.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}

package io.levelfield.report;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes JSON that is the same to the byte on every system. */
public final class Json {
  private Json() {}

  /** Writes a tree, its members in the order in which they were put. */
  public static void write(JsonNode json, Path file) throws IOException {
    var indenter = new DefaultIndenter("  ", "\n");
    var printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    Files.writeString(
        file, JsonMapper.builder().build().writer(printer).writeValueAsString(json) + "\n");
  }
}

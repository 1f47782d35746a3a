package io.levelfield.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads the files below {@code reference/}. */
public final class ReferenceFiles {
  private ReferenceFiles() {}

  /** The rows of a CSV file with a header. */
  public static List<CSVRecord> rows(String file) {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var reader = new InputStreamReader(open(file), StandardCharsets.UTF_8)) {
      return format.parse(reader).getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static JsonNode json(String file) {
    try (InputStream in = open(file)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }

  private static InputStream open(String file) {
    InputStream in = ReferenceFiles.class.getResourceAsStream("/reference/" + file);
    if (in == null) {
      throw new IllegalArgumentException("no reference file " + file);
    }
    return in;
  }
}

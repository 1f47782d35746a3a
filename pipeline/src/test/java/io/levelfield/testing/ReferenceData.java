package io.levelfield.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.levelfield.stats.Correlation;
import io.levelfield.stats.PrincipalComponents;
import io.levelfield.stats.Standardisation;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The real data sets and R's results for them, in {@code reference/} of the test resources. */
public final class ReferenceData {
  private final List<CSVRecord> rows;

  private ReferenceData(List<CSVRecord> rows) {
    this.rows = rows;
  }

  /** Reads a table. */
  public static ReferenceData csv(String file) {
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var reader = new InputStreamReader(open(file), StandardCharsets.UTF_8)) {
      return new ReferenceData(format.parse(reader).getRecords());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads results. */
  public static JsonNode json(String file) {
    try (InputStream in = open(file)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A column as text. */
  public List<String> texts(String column) {
    return rows.stream().map(row -> row.get(column)).toList();
  }

  /** A column of numbers. */
  public double[] column(String column) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row.get(column))).toArray();
  }

  /** A column of whole numbers. */
  public int[] labels(String column) {
    return rows.stream().mapToInt(row -> Integer.parseInt(row.get(column))).toArray();
  }

  /** Columns of numbers, {@code [row][column]}. */
  public double[][] columns(String... columns) {
    return transposed(Arrays.stream(columns).map(this::column).toArray(double[][]::new));
  }

  /** Rows from columns. */
  public static double[][] rows(double[]... columns) {
    return transposed(columns);
  }

  /** Standardised rows from columns. */
  public static double[][] standardised(double[]... columns) {
    double[][] rows = transposed(columns);
    return Standardisation.of(rows).standardise(rows);
  }

  /** Scores on the first principal component, signed so that the first column loads positively. */
  public static double[] firstComponent(double[][] rows) {
    double[][] z = Standardisation.of(rows).standardise(rows);
    double[] loadings = PrincipalComponents.ofCorrelations(Correlation.matrix(rows)).loadings(0);
    double sign = Math.signum(loadings[0]);
    double[] scores = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      for (int j = 0; j < loadings.length; j++) {
        scores[i] += sign * loadings[j] * z[i][j];
      }
    }
    return scores;
  }

  private static double[][] transposed(double[][] columns) {
    double[][] rows = new double[columns[0].length][columns.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        rows[i][j] = columns[j][i];
      }
    }
    return rows;
  }

  private static InputStream open(String file) {
    return Objects.requireNonNull(
        ReferenceData.class.getResourceAsStream("/reference/" + file), file);
  }
}

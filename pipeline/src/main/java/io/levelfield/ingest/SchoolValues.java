package io.levelfield.ingest;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.Reject;
import io.levelfield.model.input.RowAccount;
import io.levelfield.model.input.RowCounts;
import io.levelfield.model.text.Message;
import io.levelfield.study.Dialect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A school and numbers that are known of it, from a plain table without a study.
 *
 * @param schoolId the school
 * @param values in the order in which their columns were asked for
 */
public record SchoolValues(String schoolId, List<OptionalDouble> values) {
  public static final String SCHOOL_ID = "school_id";

  public SchoolValues {
    values = List.copyOf(values);
  }

  /**
   * Reads a table whose columns are {@link #SCHOOL_ID} and those named; others are passed over. How
   * the file is written is recognised from it.
   *
   * @return in the order of the file
   * @throws InputsRefused if the file cannot be read, lacks a column or rows, or has a row that
   *     cannot be used
   */
  public static List<SchoolValues> read(Path file, List<String> columns) {
    List<String> wanted = new ArrayList<>(List.of(SCHOOL_ID));
    wanted.addAll(columns);
    CsvFile csv = CsvFile.open(file, file.toString(), Dialect.sniffed(), wanted);
    var cells = new Cells(csv.shape());
    int[] at = columns.stream().mapToInt(csv.shape()::column).toArray();
    int schoolAt = csv.shape().column(SCHOOL_ID);
    List<SchoolValues> schools = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<PartLog> logs = new ArrayList<>();
    for (FilePart part : csv.survey().parts()) {
      logs.add(
          Rows.read(
              part,
              csv.shape(),
              (row, line, lost) -> {
                String school = cells.school(row, schoolAt);
                if (!seen.add(school)) {
                  throw cells.bad(row, schoolAt, Message.of("reject.school-twice"));
                }
                List<OptionalDouble> values = new ArrayList<>();
                for (int column : at) {
                  values.add(cells.number(row, column));
                }
                schools.add(new SchoolValues(school, values));
                return RowAccount.COUNTED;
              }));
    }
    RowCounts counts = RowCounts.sum(logs.stream().map(PartLog::counts).toList());
    if (counts.rows() == 0) {
      throw new InputsRefused(Message.of("assign.no-rows", file.toString()));
    }
    List<Reject> rejects = logs.stream().flatMap(log -> log.rejects().stream()).toList();
    if (!rejects.isEmpty()) {
      Message head = Message.of("assign.rejects", file.toString(), rejects.size(), counts.rows());
      throw new InputsRefused(InputLog.listed(head, rejects));
    }
    return schools;
  }
}

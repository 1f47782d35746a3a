package io.levelfield.report;

import io.levelfield.model.support.ProgrammeIndicator;
import io.levelfield.model.support.ProgrammeIndicator.Kind;
import io.levelfield.text.Texts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Worksheet;

/**
 * The programme's indicators as a report wants them: a row per indicator, the value and the target
 * of each year, what can be said of the newest.
 */
final class IndicatorSheet {
  static final String TABLE = "indicators";

  private static final int FIRST_YEAR = 2;
  private static final int NUMBER_WIDTH = 8;
  private static final int NAME_WIDTH = 60;
  private static final int VALUE_WIDTH = 13;
  private static final int STATUS_WIDTH = 34;
  private static final int TOLD_WIDTH = 60;

  private static final Set<String> FACTS =
      Arrays.stream(ProgrammeIndicator.values())
          .filter(indicator -> indicator.kind() == Kind.FACT)
          .map(ProgrammeIndicator::number)
          .collect(Collectors.toSet());

  private final Worksheet sheet;
  private final ReportTable table;
  private final Texts texts;

  private IndicatorSheet(Worksheet sheet, ReportTable table, Texts texts) {
    this.sheet = sheet;
    this.table = table;
    this.texts = texts;
  }

  static void fill(Worksheet sheet, ReportTable table, Texts texts) {
    new IndicatorSheet(sheet, table, texts).fill();
  }

  private void fill() {
    Map<Long, Map<Long, List<Optional<Object>>>> places = new TreeMap<>();
    Set<Long> years = new TreeSet<>();
    for (List<Optional<Object>> row : table.rows()) {
      long year = (Long) cell(row, "year").orElseThrow();
      years.add(year);
      places
          .computeIfAbsent((Long) cell(row, "place").orElseThrow(), p -> new TreeMap<>())
          .put(year, row);
    }
    List<Long> columns = List.copyOf(years);
    header(columns);
    int line = 1;
    for (Map<Long, List<Optional<Object>>> ofYears : places.values()) {
      row(line++, ofYears, columns);
    }
  }

  private void header(List<Long> years) {
    int told = FIRST_YEAR + 2 * years.size();
    column(0, texts.get("workbook.number"), NUMBER_WIDTH);
    column(1, texts.get("workbook.indicator"), NAME_WIDTH);
    for (int i = 0; i < years.size(); i++) {
      String year = Long.toString(years.get(i));
      column(FIRST_YEAR + 2 * i, texts.get("workbook.value", year), VALUE_WIDTH);
      column(FIRST_YEAR + 2 * i + 1, texts.get("workbook.target", year), VALUE_WIDTH);
    }
    column(told, texts.get("workbook.status"), STATUS_WIDTH);
    column(told + 1, texts.get("workbook.told"), TOLD_WIDTH);
    TableSheet.head(sheet, told + 2);
    sheet.freezePane(FIRST_YEAR, 1);
    TableSheet.onePageWide(sheet);
  }

  private void column(int column, String heading, int width) {
    sheet.value(0, column, heading);
    sheet.width(column, width);
  }

  private void row(int line, Map<Long, List<Optional<Object>>> ofYears, List<Long> years) {
    List<Optional<Object>> newest = ofYears.get(years.get(years.size() - 1));
    List<Optional<Object>> any = ofYears.values().iterator().next();
    String number = (String) cell(any, "number").orElseThrow();
    text(line, 0, Optional.of(number));
    text(line, 1, cell(any, "name"));
    for (int i = 0; i < years.size(); i++) {
      List<Optional<Object>> row = ofYears.get(years.get(i));
      boolean known = row != null;
      value(line, FIRST_YEAR + 2 * i, number, known ? cell(row, "value") : Optional.empty());
      if (known && cell(row, "target").isPresent()) {
        value(line, FIRST_YEAR + 2 * i + 1, number, cell(row, "target"));
      }
    }
    if (newest != null) {
      text(line, FIRST_YEAR + 2 * years.size(), cell(newest, "status_text"));
      text(line, FIRST_YEAR + 2 * years.size() + 1, cell(newest, "reason"));
    }
    String longest =
        Stream.of(cell(any, "name"), cell(newest == null ? any : newest, "reason"))
            .flatMap(Optional::stream)
            .map(String.class::cast)
            .max(Comparator.comparingInt(String::length))
            .orElse("");
    TableSheet.heighten(sheet, line, longest, NAME_WIDTH);
  }

  private void value(int line, int column, String number, Optional<Object> value) {
    if (value.isEmpty()) {
      text(line, column, Optional.of(texts.get("workbook.no-data")));
    } else if (FACTS.contains(number)) {
      boolean there = (Double) value.get() > 0;
      text(line, column, Optional.of(texts.get(there ? "workbook.yes" : "workbook.no")));
    } else {
      sheet.value(line, column, (Number) value.get());
      sheet
          .style(line, column)
          .format(ColumnUnit.SHARE.format())
          .horizontalAlignment("right")
          .verticalAlignment("top")
          .set();
    }
  }

  private void text(int line, int column, Optional<Object> text) {
    if (text.isPresent()) {
      sheet.value(line, column, ExcelText.cell((String) text.get(), "…"));
      sheet.style(line, column).format("@").wrapText(true).verticalAlignment("top").set();
    }
  }

  private Optional<Object> cell(List<Optional<Object>> row, String column) {
    return row.get(table.indexOf(column));
  }
}

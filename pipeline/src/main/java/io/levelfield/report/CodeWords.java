package io.levelfield.report;

import io.levelfield.model.text.Language;
import io.levelfield.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What people are shown in place of the codes of the contract, in the study's words. Only forms
 * that people open (the workbook, CSV for Excel) are put into words; what programs read stays
 * codes.
 */
final class CodeWords {
  private static final String LABEL = "label.";

  /** Columns whose codes have words where they are told anyway: the beginning of their keys. */
  private static final Map<String, String> TOLD_ELSEWHERE =
      Map.ofEntries(
          Map.entry("label", LABEL),
          Map.entry("types", LABEL),
          Map.entry("labels", LABEL),
          Map.entry("entered", LABEL),
          Map.entry("left", LABEL),
          Map.entry("labels_against_group", LABEL),
          Map.entry("strength", "strength."),
          Map.entry("change", "list_change."),
          Map.entry("status", "target_status."),
          Map.entry("level", "risk_level."),
          Map.entry("climate.measure", "climate."),
          Map.entry("blank", "blank."));

  /** Columns that hold the codes of groups, which the table of their centres names. */
  private static final List<String> GROUPS =
      List.of(
          "cluster_name",
          "from_name",
          "to_name",
          "previous_name",
          "clusters.name",
          "cluster_centres.name");

  private static final String BETWEEN_CODES = " ";

  private final Texts texts;
  private final Map<String, String> groups;

  private CodeWords(Texts texts, Map<String, String> groups) {
    this.texts = texts;
    this.groups = groups;
  }

  /** The tables as people read them: the same rows and columns, codes and flags in words. */
  static List<ReportTable> in(List<ReportTable> tables, Texts texts) {
    var words = new CodeWords(texts, groups(tables, texts));
    return tables.stream().map(words::in).toList();
  }

  private static Map<String, String> groups(List<ReportTable> tables, Texts texts) {
    Map<String, String> groups = new HashMap<>(texts.under("group."));
    for (ReportTable table : tables) {
      if (table.name().equals("cluster_centres")) {
        int code = table.indexOf("name");
        int words = table.indexOf("label" + (texts.language() == Language.RU ? "_ru" : "_en"));
        table
            .rows()
            .forEach(
                row -> row.get(words).ifPresent(w -> groups.put(text(row.get(code)), text(w))));
      }
    }
    return groups;
  }

  private static String text(Object value) {
    return value instanceof Optional<?> cell
        ? cell.map(Object::toString).orElse("")
        : value.toString();
  }

  private ReportTable in(ReportTable table) {
    List<Map<String, String>> words = new ArrayList<>();
    boolean coded = false;
    for (ReportTable.Field field : table.fields()) {
      Map<String, String> own = of(table.name(), field);
      words.add(own);
      coded |= !own.isEmpty();
    }
    if (!coded) {
      return table;
    }
    List<List<Optional<Object>>> rows = new ArrayList<>(table.rows().size());
    for (List<Optional<Object>> row : table.rows()) {
      List<Optional<Object>> told = new ArrayList<>(row);
      for (int c = 0; c < told.size(); c++) {
        Map<String, String> own = words.get(c);
        if (!own.isEmpty()) {
          told.set(c, row.get(c).map(code -> told(code.toString(), own)));
        }
      }
      rows.add(told);
    }
    return new ReportTable(table.name(), table.title(), table.fields(), rows);
  }

  /** Words of a column's codes; empty for a column without codes. */
  private Map<String, String> of(String table, ReportTable.Field field) {
    if (field.type() == Column.Type.BOOLEAN) {
      return Map.of(
          Boolean.toString(true), texts.get("workbook.yes"),
          Boolean.toString(false), texts.get("workbook.no"));
    }
    if (field.type() != Column.Type.STRING) {
      return Map.of();
    }
    String column = field.name();
    String here = table + "." + column;
    if (GROUPS.contains(column) || GROUPS.contains(here)) {
      return groups;
    }
    return Stream.of(
            TOLD_ELSEWHERE.get(here),
            TOLD_ELSEWHERE.get(column),
            "code." + here + ".",
            "code." + column + ".")
        .filter(beginning -> beginning != null)
        .map(texts::under)
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(Map.of());
  }

  /** A code, or several between blanks, in words; what is none, as a settlement in words, stays. */
  private static String told(String codes, Map<String, String> words) {
    String one = words.get(codes);
    if (one != null) {
      return one;
    }
    List<String> parts = Arrays.asList(codes.split(BETWEEN_CODES));
    return words.keySet().containsAll(parts)
        ? String.join("; ", parts.stream().map(words::get).toList())
        : codes;
  }
}

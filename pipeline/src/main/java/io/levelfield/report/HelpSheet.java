package io.levelfield.report;

import io.levelfield.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Worksheet;

/** The schools that need help as a head reads them: who, why, how certain, what next. */
final class HelpSheet {
  /** Heads, below {@code workbook.help.}, with the widths of their columns in characters. */
  private static final Map<String, Integer> COLUMNS = new LinkedHashMap<>();

  static {
    COLUMNS.put("rank", 5);
    COLUMNS.put("school", 26);
    COLUMNS.put("municipality", 16);
    COLUMNS.put("need", 28);
    COLUMNS.put("why", 34);
    COLUMNS.put("certainty", 16);
    COLUMNS.put("next", 28);
    COLUMNS.put("exit", 26);
    COLUMNS.put("partner", 24);
  }

  private static final int HEAD_LINES = 3;

  private HelpSheet() {}

  /** Fills the sheet; where no school needs help, it says so. */
  static void fill(Worksheet sheet, List<HelpedSchool> schools, Texts texts) {
    List<String> heads = List.copyOf(COLUMNS.keySet());
    for (int c = 0; c < heads.size(); c++) {
      sheet.value(0, c, texts.get("workbook.help." + heads.get(c)));
      sheet.width(c, COLUMNS.get(heads.get(c)));
    }
    TableSheet.head(sheet, heads.size());
    sheet.rowHeight(0, TableSheet.height(HEAD_LINES));
    sheet.freezePane(2, 1);
    TableSheet.onePageWide(sheet);
    for (int r = 0; r < schools.size(); r++) {
      row(sheet, r + 1, schools.get(r), texts);
    }
    if (schools.isEmpty()) {
      sheet.value(1, 1, texts.get("workbook.help.none"));
    } else {
      sheet.setAutoFilter(0, 0, schools.size(), heads.size() - 1);
    }
  }

  private static void row(Worksheet sheet, int row, HelpedSchool school, Texts texts) {
    List<String> cells = new ArrayList<>();
    cells.add(school.name());
    cells.add(school.municipality());
    cells.add(String.join("; ", school.needs()));
    cells.add(String.join("; ", school.reasons()));
    cells.add(school.certainty(texts));
    cells.add(
        school.next().isEmpty() ? texts.get("help.next.plan") : String.join("; ", school.next()));
    cells.add(school.exit());
    cells.add(partner(school, texts));
    sheet.value(row, 0, school.rank());
    List<Integer> widths = List.copyOf(COLUMNS.values());
    int lines = 1;
    for (int c = 0; c < cells.size(); c++) {
      String text = ExcelText.cell(cells.get(c), "…");
      if (!text.isEmpty()) {
        sheet.value(row, c + 1, text);
      }
      lines = Math.max(lines, TableSheet.lines(text, widths.get(c + 1)));
    }
    sheet.rowHeight(row, TableSheet.height(lines));
    sheet.range(row, 0, row, cells.size()).style().wrapText(true).verticalAlignment("top").set();
  }

  private static String partner(HelpedSchool school, Texts texts) {
    return school.withoutPartner().isEmpty()
        ? school.partner()
        : texts.say("page.no-partner", school.withoutPartner());
  }
}

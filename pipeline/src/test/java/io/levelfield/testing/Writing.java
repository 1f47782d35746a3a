package io.levelfield.testing;

import io.levelfield.testing.RandomDistrict.Kind;
import io.levelfield.testing.RandomDistrict.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A way to write a table: what an export makes of it.
 *
 * @param thousands mark between thousands, or nothing
 * @param quotes which cells stand in quotes
 * @param padding around each cell
 * @param unknown text of an unknown number
 * @param titles lines above the header
 * @param blankLines behind the last row
 * @param remarks whether a column of free text stands among the others
 * @param headingInTwo whether names stand on two lines
 * @param shortDecimals whether zeros at the end of fractions are left out
 * @param named whether the study names the marks of numbers
 */
public record Writing(
    Packing packing,
    String charset,
    boolean bom,
    char delimiter,
    char decimal,
    String thousands,
    Quotes quotes,
    String lineEnd,
    boolean lastLineEnds,
    String padding,
    String unknown,
    int titles,
    boolean separatorLine,
    int blankLines,
    boolean emptyCellsBehind,
    boolean remarks,
    boolean headingInTwo,
    boolean shortDecimals,
    boolean perCent,
    YearStyle year,
    boolean named) {

  /** What a file is. */
  public enum Packing {
    PLAIN,
    GZIP,
    ZIP,
    SHEET
  }

  /** Which cells stand in quotes. */
  public enum Quotes {
    NEEDED,
    TEXTS,
    ALL,
    FORMULAS
  }

  /** How years are written. */
  public enum YearStyle {
    PLAIN,
    SCHOOL_YEAR,
    LONG_SCHOOL_YEAR,
    WITH_WORD
  }

  private static final DateTimeFormatter RUSSIAN_DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  /** As a program would write it. */
  public static final Writing PLAINLY =
      new Writing(
          Packing.PLAIN,
          "UTF-8",
          false,
          ';',
          '.',
          "",
          Quotes.NEEDED,
          "\n",
          true,
          "",
          "",
          0,
          false,
          0,
          false,
          false,
          false,
          false,
          false,
          YearStyle.PLAIN,
          false);

  /**
   * Any way.
   *
   * @param table to be written; its letters limit the character set
   * @param alone whether the study may say of all files of the input how they are written
   */
  public static Writing any(Random random, Table table, boolean alone) {
    char decimal = one(random, '.', ',');
    String mark = decimal == '.' ? "," : ".";
    String charset =
        alone
            ? one(random, "UTF-8", "UTF-8", "windows-1251", "windows-1251", "IBM866", "KOI8-R")
            : one(random, "UTF-8", "windows-1251");
    Writing any = any(random, decimal, mark, charset, alone);
    String all = any.text(table, table.rows());
    return Charset.forName(charset).newEncoder().canEncode(all) ? any : any.inUtf8();
  }

  private static Writing any(
      Random random, char decimal, String mark, String charset, boolean alone) {
    return new Writing(
        one(random, Packing.PLAIN, Packing.PLAIN, Packing.GZIP, Packing.ZIP, Packing.SHEET),
        charset,
        charset.equals("UTF-8") && random.nextBoolean(),
        one(random, ';', ',', '\t', '|'),
        decimal,
        one(random, "", "", "", " ", "\u00a0", "\u202f", mark, "'"),
        one(random, Quotes.values()),
        one(random, "\n", "\r\n", "\r\n", "\r"),
        random.nextInt(4) > 0,
        one(random, "", "", "", " ", "\u00a0", "\u202f"),
        one(random, "", "", "н/д", "-", "NA", "#Н/Д", "#DIV/0!"),
        random.nextInt(3) > 0 ? 0 : 1 + random.nextInt(5),
        random.nextInt(6) == 0,
        random.nextInt(3) > 0 ? 0 : 1 + random.nextInt(3),
        random.nextInt(4) == 0,
        random.nextInt(3) == 0,
        random.nextInt(6) == 0,
        random.nextInt(3) == 0,
        random.nextInt(5) == 0,
        one(random, YearStyle.values()),
        alone && random.nextInt(3) == 0);
  }

  private Writing inUtf8() {
    return new Writing(
        packing,
        "UTF-8",
        bom,
        delimiter,
        decimal,
        thousands,
        quotes,
        lineEnd,
        lastLineEnds,
        padding,
        unknown,
        titles,
        separatorLine,
        blankLines,
        emptyCellsBehind,
        remarks,
        headingInTwo,
        shortDecimals,
        perCent,
        year,
        named);
  }

  /** The same where the study names the decimal mark. */
  public Writing naming() {
    return new Writing(
        packing,
        charset,
        bom,
        delimiter,
        decimal,
        thousands,
        quotes,
        lineEnd,
        lastLineEnds,
        padding,
        unknown,
        titles,
        separatorLine,
        blankLines,
        emptyCellsBehind,
        remarks,
        headingInTwo,
        shortDecimals,
        perCent,
        year,
        true);
  }

  @SafeVarargs
  private static <T> T one(Random random, T... values) {
    return values[random.nextInt(values.length)];
  }

  /** Whether numbers are written in a way that is not read. */
  public boolean isUnreadable() {
    return thousands.equals("'") && packing != Packing.SHEET;
  }

  /** Whether what the marks of numbers mean may be open, so that it is right to ask. */
  public boolean mayBeOpen() {
    boolean marks = thousands.equals(".") || thousands.equals(",") || decimal == ',';
    return marks && !named && packing != Packing.SHEET;
  }

  /** What a study must say of files written so; nothing where they say it themselves. */
  public String dialect() {
    List<String> settings = new ArrayList<>();
    if (packing != Packing.SHEET && (charset.equals("IBM866") || charset.equals("KOI8-R"))) {
      settings.add("charset: " + charset);
    }
    if (packing != Packing.SHEET && named) {
      settings.add("decimal: \"" + decimal + "\"");
    }
    return settings.isEmpty() ? "" : "dialect: {" + String.join(", ", settings) + "}";
  }

  /** The bytes of a file with these rows of the table. */
  public byte[] bytes(Table table, List<List<String>> rows) {
    try {
      if (packing == Packing.SHEET) {
        return workbook(table, rows);
      }
      byte[] text = text(table, rows).getBytes(Charset.forName(charset));
      var packed = new ByteArrayOutputStream();
      switch (packing) {
        case GZIP -> {
          try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text);
          }
        }
        case ZIP -> {
          try (var zip = new ZipOutputStream(packed, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("данные.csv"));
            zip.write(text);
          }
        }
        default -> packed.write(text);
      }
      return packed.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(Table table, List<List<String>> rows) {
    StringBuilder text = new StringBuilder(bom ? "\ufeff" : "");
    if (separatorLine) {
      text.append("sep=").append(delimiter).append(lineEnd);
    }
    for (int i = 0; i < titles; i++) {
      text.append(title(i)).append(lineEnd);
    }
    List<List<String>> heading = heading(table);
    heading.forEach(line -> text.append(line(table, line, true)).append(lineEnd));
    for (int i = 0; i < rows.size(); i++) {
      text.append(line(table, row(table, rows.get(i)), false));
      text.append(i + 1 < rows.size() || lastLineEnds || blankLines > 0 ? lineEnd : "");
    }
    for (int i = 0; i < blankLines; i++) {
      text.append(i % 2 == 0 ? "" : Character.toString(delimiter).repeat(3)).append(lineEnd);
    }
    return text.toString();
  }

  private String title(int line) {
    return switch (line) {
      case 0 -> "Сведения о результатах, район Н.";
      case 1 -> "";
      case 2 -> "Составлено 01.09.2023" + Character.toString(delimiter).repeat(5);
      default -> "Исполнитель" + delimiter + "тел. 2-12-85";
    };
  }

  private List<List<String>> heading(Table table) {
    List<String> names = new ArrayList<>(table.columns().keySet());
    if (remarks) {
      names.add(1, "Примечание");
    }
    if (!headingInTwo) {
      return List.of(names);
    }
    List<String> upper = new ArrayList<>();
    List<String> lower = new ArrayList<>();
    for (String name : names) {
      int blank = name.indexOf(' ');
      upper.add(blank < 0 ? name : name.substring(0, blank));
      lower.add(blank < 0 ? "" : name.substring(blank + 1));
    }
    return List.of(upper, lower);
  }

  private List<String> row(Table table, List<String> row) {
    List<Kind> kinds = List.copyOf(table.columns().values());
    List<String> names = List.copyOf(table.columns().keySet());
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      cells.add(cell(kinds.get(i), names.get(i), row.get(i)));
    }
    if (remarks) {
      cells.add(1, remark(row));
    }
    return cells;
  }

  private static String remark(List<String> row) {
    return switch (Math.floorMod(row.hashCode(), 4)) {
      case 0 -> "ул. Ленина, д. 5; тел. \"2-12\"";
      case 1 -> "строка 1\nстрока 2, ещё";
      case 2 -> "1,5";
      default -> "";
    };
  }

  private String cell(Kind kind, String name, String value) {
    return switch (kind) {
      case CODE, TEXT, FLAG -> value;
      case DATE -> date(value);
      case YEAR -> year(Integer.parseInt(value));
      case WHOLE, DECIMAL -> number(name, value);
    };
  }

  private String year(int year) {
    return switch (this.year) {
      case PLAIN -> Integer.toString(year);
      case SCHOOL_YEAR -> (year - 1) + "/" + year % 100;
      case LONG_SCHOOL_YEAR -> (year - 1) + "-" + year + " уч. год";
      case WITH_WORD -> year + " г.";
    };
  }

  private String date(String value) {
    return value.isEmpty() || year == YearStyle.PLAIN
        ? value
        : LocalDate.parse(value).format(RUSSIAN_DATE);
  }

  /** The number in this way; what is none stands as it is. */
  private String number(String name, String value) {
    if (value.isEmpty()) {
      return unknown;
    }
    if (!NUMBER.matcher(value).matches()) {
      return value;
    }
    if (perCent && name.equals("Доля")) {
      return number("", new BigDecimal(value).movePointRight(2).toPlainString()) + "%";
    }
    String plain =
        shortDecimals && value.contains(".")
            ? new BigDecimal(value).stripTrailingZeros().toPlainString()
            : value;
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    String fraction = point < 0 ? "" : decimal + plain.substring(point + 1);
    return whole.replaceAll("\\B(?=(\\d{3})+$)", thousands) + fraction;
  }

  private String line(Table table, List<String> cells, boolean heading) {
    List<Kind> kinds = new ArrayList<>(table.columns().values());
    if (remarks) {
      kinds.add(1, Kind.TEXT);
    }
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      fields.add(field(cells.get(i), heading ? Kind.TEXT : kinds.get(i)));
    }
    if (emptyCellsBehind && !heading) {
      fields.addAll(List.of("", ""));
    }
    return String.join(Character.toString(delimiter), fields);
  }

  private String field(String cell, Kind kind) {
    String padded = padding + cell + padding;
    boolean needed =
        padded.indexOf(delimiter) >= 0
            || padded.contains("\"")
            || padded.contains("\n")
            || padded.contains("\r");
    boolean text = kind == Kind.TEXT || kind == Kind.CODE;
    if (quotes == Quotes.FORMULAS && kind == Kind.CODE && !needed && padding.isEmpty()) {
      return "=\"" + cell + "\"";
    }
    boolean quoted = needed || quotes == Quotes.ALL || ((quotes == Quotes.TEXTS) && text);
    return quoted ? "\"" + padded.replace("\"", "\"\"") + "\"" : padded;
  }

  /** Numbers as numbers, codes as texts, years as either. */
  private byte[] workbook(Table table, List<List<String>> rows) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "test", "1.0")) {
      if (titles > 2) {
        workbook.newWorksheet("Титул").value(0, 0, "Отчёт");
      }
      Worksheet sheet = workbook.newWorksheet("Данные");
      int at = 0;
      for (; at < titles; at++) {
        sheet.value(at, 0, title(at));
      }
      for (List<String> line : heading(table)) {
        for (int c = 0; c < line.size(); c++) {
          sheet.value(at, c, padding + line.get(c) + padding);
        }
        at++;
      }
      List<Kind> kinds = new ArrayList<>(table.columns().values());
      if (remarks) {
        kinds.add(1, Kind.TEXT);
      }
      for (List<String> row : rows) {
        List<String> values = new ArrayList<>(row);
        if (remarks) {
          values.add(1, remark(row));
        }
        for (int c = 0; c < values.size(); c++) {
          put(sheet, at, c, kinds.get(c), values.get(c));
        }
        at++;
      }
    }
    return bytes.toByteArray();
  }

  private void put(Worksheet sheet, int row, int column, Kind kind, String value) {
    boolean number = kind == Kind.WHOLE || kind == Kind.DECIMAL;
    if (number && !value.isEmpty()) {
      sheet.value(row, column, Double.parseDouble(value));
    } else if (kind == Kind.YEAR && year == YearStyle.PLAIN) {
      sheet.value(row, column, Integer.parseInt(value));
    } else if (kind == Kind.DATE && !value.isEmpty() && year != YearStyle.PLAIN) {
      sheet.value(row, column, LocalDate.parse(value));
      sheet.style(row, column).format("dd.mm.yyyy").set();
    } else if (kind == Kind.CODE && value.matches("[1-9]\\d*") && quotes == Quotes.NEEDED) {
      sheet.value(row, column, Long.parseLong(value));
    } else {
      String text = number ? unknown : kind == Kind.YEAR ? year(Integer.parseInt(value)) : value;
      if (!text.isEmpty()) {
        sheet.value(row, column, padding + text + padding);
      }
    }
  }

  @Override
  public String toString() {
    return List.of(
            packing,
            charset + (bom ? "+BOM" : ""),
            "delimiter '" + delimiter + "'",
            "decimal " + decimal,
            "thousands '" + escaped(thousands) + "'",
            quotes,
            "line end " + escaped(lineEnd) + (lastLineEnds ? "" : " but for the last"),
            "padding '" + escaped(padding) + "'",
            "unknown '" + unknown + "'",
            titles + " titles",
            separatorLine ? "sep=" : "",
            blankLines + " blank lines",
            emptyCellsBehind ? "empty cells behind" : "",
            remarks ? "remarks" : "",
            headingInTwo ? "heading in two" : "",
            shortDecimals ? "short decimals" : "",
            perCent ? "per cent" : "",
            "year " + year,
            named ? "marks named" : "")
        .stream()
        .map(Object::toString)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String escaped(String text) {
    return text.chars()
        .mapToObj(c -> c > ' ' && c < 127 ? Character.toString(c) : "\\u%04x".formatted(c))
        .collect(Collectors.joining());
  }
}

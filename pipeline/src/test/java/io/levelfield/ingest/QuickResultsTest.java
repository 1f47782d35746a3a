package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.input.Measure;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.RowAccount;
import io.levelfield.model.text.Message;
import io.levelfield.study.ResultsInput;
import io.levelfield.study.StudyLoader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rows that are taken from their bytes count as those do that are read in full. */
class QuickResultsTest {
  private static final String COLUMNS =
      "columns: {year: y, procedure: p, subject: s, grade: g, school_id: id, score: b, mark: m,"
          + " pupil_id: k}";

  private static final List<String> INPUTS =
      List.of(
          "{path: x, shape: pupils, " + COLUMNS + "}",
          "{path: x, shape: pupils, range: [0, 100], score_step: 0.5, " + COLUMNS + "}",
          "{path: x, shape: pupils, dialect: {missing_values: ['5', '99', н/я]}, " + COLUMNS + "}",
          "{path: x, shape: pupils, dialect: {decimal: ','}, " + COLUMNS + "}",
          "{path: x, shape: pupils, constants: {year: 2024, procedure: ОГЭ}, columns: {subject: s,"
              + " school_id: id, pupil_id: k, mark: m}}");

  private static final List<String> ROWS =
      List.of("2024;ОГЭ;математика;9;0001;57;4", "2023;ЕГЭ;русский;11;0002;81;5");

  private static final List<List<String>> CELLS =
      List.of(
          List.of("2024", "2023", "24", "", "2023/24", " 2024", "\"2024\""),
          List.of("ОГЭ", "ЕГЭ", "ВПР", "", "\"ОГЭ\"", "ОГЭ\u00a0"),
          List.of("математика", "русский", "", "\"мате\"\"матика\"", "русский "),
          List.of("9", "11", "9А", "", "\"9\""),
          List.of("0001", "0002", "1", "", "7", "=\"0001\"", "\"0002\"", "1,2E+5", "\u00a00001"),
          List.of(
              "57",
              "81",
              "5",
              "0",
              "1",
              "05",
              "",
              " 7 ",
              "1,5",
              "2.25",
              "1.234",
              "-1",
              "101",
              "н/я",
              "999",
              "99",
              "3%",
              "1e2",
              "\"64\"",
              "5,",
              ".5",
              "1234567890123456",
              "0.5"),
          List.of("2", "3", "4", "5", "", " ", "н/я", "4.0", "x"));

  @Property(tries = 2_000)
  void tallyAsThoseReadInFull(@ForAll("files") String text, @ForAll("inputs") String yaml)
      throws IOException {
    Path file = Files.createTempFile("quick", ".csv");
    try {
      Files.write(file, text.getBytes(Charset.forName("windows-1251")));
      var input =
          StudyLoader.parse("study: s\ninputs: {results: [" + yaml + "]}", List.of())
              .inputs()
              .results()
              .get(0);
      List<String> header = List.of(text.substring(0, text.indexOf('\n')).strip().split(";"));
      var format =
          new CsvFormat(
              "windows-1251",
              ';',
              NumberStyle.of(input.dialect().decimal(), input.dialect().thousands()),
              Set.copyOf(input.dialect().missingValues()));
      CsvShape shape =
          RowPlan.planned(input, new CsvShape("f", format, header), OptionalInt.empty(), header);
      var part = new FilePart(FileSource.plain(file), 0, Files.size(file), 1, 1);
      // Two rows that others repeat.
      Map<RowAt, RepeatedRows.Told> repeated = new HashMap<>();
      for (long line : new long[] {5, 9}) {
        repeated.put(
            new RowAt(0, line, 0),
            new RepeatedRows.Told(Message.of("reject.repeats", "f", line), RowAccount.REPEATED));
      }
      var rows =
          new ResultRows(
              List.of(shape), input, KnownSchools.any(), repeated, new Maximums(List.of()));

      FoldJob.Folded<String, SchoolTallies> quick =
          new PupilResultsFold(rows, input, true).fold(0, part);

      assertThat(told(quick)).isEqualTo(told(inFull(rows, input, part)));
    } finally {
      Files.delete(file);
    }
  }

  private static FoldJob.Folded<String, SchoolTallies> inFull(
      ResultRows rows, ResultsInput input, FilePart part) {
    Map<String, SchoolTallies> tallies = new HashMap<>();
    ResultRows.Walked walked =
        rows.walk(
            0,
            part,
            new ResultRows.Taker() {
              private TallyAccumulator tally(ResultRows.School school, ResultRows.Exam exam) {
                var own = new TallyAccumulator();
                tallies
                    .computeIfAbsent(school.id(), id -> new SchoolTallies())
                    .add(exam.measure().orElseThrow(), own);
                return tallies.get(school.id()).byMeasure().get(exam.measure().orElseThrow());
              }

              @Override
              public void take(
                  FieldBuffer row,
                  ResultRows.School school,
                  ResultRows.Exam exam,
                  double score,
                  double mark) {
                TallyAccumulator tally = tally(school, exam);
                tally.add(score);
                if (!Double.isNaN(mark)) {
                  tally.addMark(mark <= input.failingMark(), mark >= input.topMark());
                }
              }

              @Override
              public void absent(ResultRows.School school, ResultRows.Exam exam) {
                tally(school, exam).addAbsent();
              }
            });
    return new FoldJob.Folded<>(tallies, walked.log());
  }

  /** All that a fold tells, as text: tallies by school and measure, accounts, rejects, forms. */
  private static List<String> told(FoldJob.Folded<String, SchoolTallies> folded) {
    List<String> told = new ArrayList<>();
    new TreeMap<>(folded.accumulators())
        .forEach(
            (school, own) -> {
              SortedMap<Measure, Optional<Minimums.Minimum>> none = new TreeMap<>();
              own.byMeasure().keySet().forEach(measure -> none.put(measure, Optional.empty()));
              own.listAbsent(own.byMeasure().keySet());
              told.add(school + " absent " + own.withAbsent().sorted().toList());
              own.keepTaken();
              own.tallies(school, none).forEach(tally -> told.add(text(tally)));
            });
    told.add(folded.log().counts().toString());
    folded.log().rejects().forEach(reject -> told.add(reject.toString()));
    new TreeMap<>(folded.log().forms())
        .forEach(
            (column, forms) -> {
              for (NumberForms.Form form : NumberForms.Form.values()) {
                told.add(column + " " + form + " " + forms.of(form));
              }
            });
    return told;
  }

  private static String text(ResultTally tally) {
    StringBuilder text = new StringBuilder(tally.toString());
    for (int i = 0; i < tally.scores().distinct(); i++) {
      text.append(' ').append(tally.scores().score(i)).append('x').append(tally.scores().count(i));
    }
    return text.toString();
  }

  /** Rows like two that are in order, with cells, delimiters and line ends that are not. */
  @Provide
  Arbitrary<String> files() {
    return Arbitraries.randomValue(QuickResultsTest::file);
  }

  private static String file(Random random) {
    StringBuilder text = new StringBuilder("y;p;s;g;id;b;m;k\n");
    int rows = 3 + random.nextInt(40);
    double dirty = random.nextDouble() * 0.3;
    for (int i = 0; i < rows; i++) {
      String[] cells = ROWS.get(random.nextInt(ROWS.size())).split(";", -1);
      for (int column = 0; column < cells.length; column++) {
        if (random.nextDouble() < dirty) {
          List<String> others = CELLS.get(column);
          cells[column] = others.get(random.nextInt(others.size()));
        }
      }
      cells[5] = random.nextBoolean() ? Integer.toString(random.nextInt(101)) : cells[5];
      text.append(String.join(";", cells)).append(";P").append(i);
      if (random.nextDouble() < dirty / 4) {
        text.append(new String[] {";", ";;", ";x", ""}[random.nextInt(4)]);
      }
      text.append(new String[] {"\n", "\n", "\r\n", "\n\n"}[random.nextInt(4)]);
    }
    return text.toString();
  }

  @Provide
  Arbitrary<String> inputs() {
    return Arbitraries.of(INPUTS);
  }
}

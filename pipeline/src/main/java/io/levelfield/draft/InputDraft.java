package io.levelfield.draft;

import io.levelfield.draft.Mapping.Mapped;
import io.levelfield.ingest.TableLook;
import io.levelfield.model.text.Language;
import io.levelfield.model.text.Message;
import io.levelfield.study.ContextInput;
import io.levelfield.study.ResultsInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The lines of one input, but for its path. */
final class InputDraft {
  private static final Pattern MARKED = Pattern.compile("[-+]?\\d+([.,])\\d+");
  private static final Pattern MARKED_THREE = Pattern.compile("[-+]?[1-9]\\d{0,2}[.,]\\d{3}");
  private static final String STEP = "  ";

  private final Table table;
  private final Words words;
  private final Language language;
  private final List<Line> lines = new ArrayList<>();

  InputDraft(Table table, Words words, Language language) {
    this.table = table;
    this.words = words;
    this.language = language;
  }

  /** A file of results. */
  List<Line> results(ResultsRole role) {
    add("shape: " + role.shape().name().toLowerCase(Locale.ROOT));
    add("columns:");
    columns(role.columns());
    role.wide().forEach(this::wide);
    if (!role.marks().isEmpty()) {
      List<String> marks = new ArrayList<>();
      role.marks().forEach(m -> marks.add(m.name() + ": " + Yaml.quoted(m.name())));
      add(STEP + "marks: {" + String.join(", ", marks) + "}");
    }
    role.asked()
        .ifPresent(
            property ->
                ask(
                    STEP + property + ":",
                    Question.required(Message.of("draft.ask-result", numbers()))));
    constants(resultConstants(role));
    dialect(results(role, words).toList());
    return List.copyOf(lines);
  }

  /** A file that is of one kind as a whole. */
  List<Line> whole(TableRoles.Whole whole) {
    Words.Kind kind = whole.kind();
    String name = kind.kind();
    if (name.equals("staff")) {
      add("shape: teachers");
    }
    if (name.equals("diagnostics")) {
      ask("cut:", Question.required(Message.of("draft.ask-cut")));
    }
    add("columns:");
    Mapping columns = whole.columns();
    if (kind.scores()) {
      columns(columns.without(kind.columns().keySet()));
      add(STEP + "scores:");
      columns(columns.without(kind.common()), STEP + STEP);
    } else {
      columns(columns);
    }
    boolean dated = !name.equals("minimums") && !name.equals("support");
    constants(dated && !columns.has("year") ? List.of(year()) : List.of());
    dialect(List.of());
    return List.copyOf(lines);
  }

  /** The register of schools. */
  List<Line> register(Mapping columns) {
    add("columns:");
    columns(columns);
    dialect(List.of());
    return List.copyOf(lines);
  }

  /**
   * A file of context.
   *
   * @param indicators it holds, where there are several files of its shape
   */
  List<Line> context(ContextRole role, Optional<List<String>> indicators) {
    if (role.shape() == ContextInput.Shape.PUPILS) {
      add("shape: pupils");
    }
    add("columns:");
    columns(role.columns());
    indicators.ifPresent(keys -> add("indicators: " + Yaml.list(keys)));
    constants(role.columns().has("year") ? List.of() : List.of(year()));
    dialect(List.of());
    return List.copyOf(lines);
  }

  private void add(String text) {
    lines.add(Line.of(text));
  }

  private void ask(String text, Question question) {
    lines.add(Line.asking(text, question));
  }

  private void columns(Mapping mapping) {
    columns(mapping, STEP);
  }

  private void columns(Mapping mapping, String indent) {
    for (Map.Entry<String, Mapped> entry : mapping.columns().entrySet()) {
      String column = entry.getValue().column().name();
      String line = indent + entry.getKey() + ": " + Yaml.text(column);
      if (entry.getValue().sure()) {
        add(line);
      } else {
        ask(line, Question.confirm(Message.of("draft.confirm-column", entry.getKey())));
      }
    }
  }

  private void wide(String property, Map<Words.Subject, Column> columns) {
    String key =
        switch (property) {
          case "score" -> "scores";
          case "mean" -> "means";
          case "mark" -> "marks";
          default -> property;
        };
    ask(STEP + key + ":", Question.confirm(Message.of("draft.confirm-subjects")));
    columns.forEach(
        (subject, column) ->
            add(STEP + STEP + Yaml.text(subject.name(language)) + ": " + Yaml.text(column.name())));
  }

  private void constants(List<Line> constants) {
    if (!constants.isEmpty()) {
      add("constants:");
      constants.forEach(line -> lines.add(line.indented(STEP)));
    }
  }

  private List<Line> resultConstants(ResultsRole role) {
    var around = new Surroundings(table);
    List<Line> constants = new ArrayList<>();
    if (!role.columns().has("year")) {
      constants.add(year());
    }
    if (!role.columns().has("procedure")) {
      constants.add(named("procedure", around.procedure(words)));
    }
    if (!role.columns().has("subject") && role.wide().isEmpty()) {
      constants.add(
          named(
              "subject",
              role.subject()
                  .map(subject -> subject.name(language))
                  .or(() -> around.subject(words, language))));
    }
    return constants;
  }

  private Line year() {
    OptionalInt named = new Surroundings(table).year();
    return named.isPresent()
        ? Line.asking(
            "year: " + named.getAsInt(), Question.confirm(Message.of("draft.confirm-year")))
        : Line.asking("year:", Question.required(Message.of("draft.ask-year")));
  }

  private static Line named(String property, Optional<String> proposed) {
    Message asks =
        property.equals("subject")
            ? Message.of("draft.ask-subject")
            : Message.of("draft.ask-procedure");
    return proposed
        .map(name -> Line.asking(property + ": " + Yaml.text(name), Question.confirm(asks)))
        .orElseGet(
            () ->
                Line.asking(
                    "#" + property + ":",
                    Question.optional(asks, Message.of("draft.left-out-name"))));
  }

  /** How the file is written, as far as the reader must be told or the user may wonder. */
  private void dialect(List<Column> results) {
    TableLook look = table.look();
    List<Line> dialect = new ArrayList<>();
    look.charset().ifPresent(name -> dialect.add(Line.of("charset: " + name)));
    look.delimiter()
        .filter(delimiter -> delimiter != ',')
        .ifPresent(
            delimiter ->
                dialect.add(Line.of("delimiter: " + Yaml.quoted(String.valueOf(delimiter)))));
    look.sheet().ifPresent(sheet -> dialect.add(Line.of("sheet: " + Yaml.quoted(sheet))));
    openMark()
        .ifPresent(
            mark ->
                dialect.add(
                    Line.asking(
                        "decimal: " + Yaml.quoted(mark),
                        Question.confirm(Message.of("draft.confirm-decimal", mark)))));
    List<String> codes =
        results.stream().flatMap(column -> unknown(column).stream()).distinct().toList();
    if (!codes.isEmpty()) {
      String list = codes.stream().map(Yaml::quoted).toList().toString();
      dialect.add(
          Line.asking(
              "missing_values: " + list,
              Question.confirm(Message.of("draft.confirm-missing", String.join(", ", codes)))));
    }
    if (!dialect.isEmpty()) {
      add("dialect:");
      dialect.forEach(line -> lines.add(line.indented(STEP)));
    }
  }

  private Optional<String> unknown(Column column) {
    OptionalDouble code = ContextRole.unknown(column, words);
    return code.isEmpty()
        ? Optional.empty()
        : column.distinct().stream()
            .filter(text -> TableLook.number(text) == code.getAsDouble())
            .findFirst();
  }

  /** The mark of numbers that all have three digits behind it, which may be thousands. */
  private Optional<String> openMark() {
    List<String> marked =
        table.columns().stream()
            .filter(Column::numeric)
            .flatMap(column -> column.distinct().stream())
            .filter(text -> MARKED.matcher(text).matches())
            .toList();
    boolean open =
        !marked.isEmpty()
            && marked.stream().allMatch(text -> MARKED_THREE.matcher(text).matches())
            && marked.stream().map(text -> text.contains(",")).distinct().count() == 1;
    return open ? Optional.of(marked.get(0).contains(",") ? "," : ".") : Optional.empty();
  }

  private String numbers() {
    return String.join(
        ", ", table.columns().stream().filter(Column::numeric).map(Column::name).toList());
  }

  /** Columns that hold what was achieved. */
  private static Stream<Column> results(ResultsRole role, Words words) {
    Map<String, Column> single = new LinkedHashMap<>();
    for (String property : words.results().keySet()) {
      if (!property.equals("pupil_id")) {
        role.columns().column(property).ifPresent(column -> single.put(property, column));
      }
    }
    return Stream.concat(
        single.values().stream(),
        role.wide().values().stream().flatMap(columns -> columns.values().stream()));
  }

  /** What a file is as a whole, for people. */
  static Message kind(Words.Kind kind) {
    return switch (kind.kind()) {
      case "minimums" -> Message.of("draft.taken-minimums");
      case "support" -> Message.of("draft.taken-support");
      case "diagnostics" -> Message.of("draft.taken-diagnostics");
      case "staff" -> Message.of("draft.taken-staff");
      case "conditions" -> Message.of("draft.taken-conditions");
      case "climate" -> Message.of("draft.taken-climate");
      default -> throw new IllegalArgumentException(kind.kind());
    };
  }

  /** What rows of results are, for people. */
  static Message shape(ResultsInput.Shape shape) {
    return switch (shape) {
      case PUPILS -> Message.of("draft.taken-pupils");
      case COUNTS -> Message.of("draft.taken-counts");
      case MEANS -> Message.of("draft.taken-means");
      case MARKS -> Message.of("draft.taken-marks");
    };
  }
}

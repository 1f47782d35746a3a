package io.levelfield.draft;

import io.levelfield.draft.Draft.Asked;
import io.levelfield.draft.Draft.Taken;
import io.levelfield.model.text.Language;
import io.levelfield.model.text.Message;
import io.levelfield.study.ResultsInput.Shape;
import io.levelfield.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Puts a study together: its inputs in the order of the reference, then its index. */
final class StudyText {
  private static final List<String> ORDER =
      List.of(
          "schools",
          "results",
          "minimums",
          "context",
          "support",
          "staff",
          "diagnostics",
          "conditions",
          "climate");
  private static final String STEP = "  ";

  private final List<TableRoles> roles;
  private final Words words;
  private final Language language;
  private final FilePaths paths;
  private final ContextDraft context;
  private final Map<String, List<Input>> inputs = new LinkedHashMap<>();
  private final List<Taken> taken = new ArrayList<>();
  private final Set<Table> listed = new HashSet<>();
  private final List<Line> lines = new ArrayList<>();

  /** An input, but for its path. */
  private record Input(List<Path> files, List<Line> lines) {}

  StudyText(List<TableRoles> roles, Words words, Language language, FilePaths paths) {
    this.roles = roles;
    this.words = words;
    this.language = language;
    this.paths = paths;
    context = new ContextDraft(roles.stream().flatMap(role -> role.context().stream()).toList());
    ORDER.forEach(input -> inputs.put(input, new ArrayList<>()));
    roles.forEach(this::place);
  }

  /** The study. */
  Draft.Proposed proposed(String name) {
    Texts texts = Texts.in(language);
    add("# yaml-language-server: $schema=" + Draft.SCHEMA);
    texts.get("draft.heading", texts.get("draft.marker")).lines().forEach(line -> add("# " + line));
    add("study: " + Yaml.text(name));
    add("language: " + language.locale().getLanguage());
    add("");
    add("inputs:");
    inputs.forEach((input, files) -> input(input, files, texts));
    minimums();
    if (!context.isEmpty()) {
      add("");
      texts.get("draft.index").lines().forEach(line -> add("# " + line));
      add("context_index:");
      add(STEP + "indicators:");
      context.lines().forEach(line -> lines.add(line.indented(STEP + STEP)));
    }
    strangers();
    add("");
    texts.get("draft.more").lines().forEach(line -> add("# " + line));
    StringBuilder yaml = new StringBuilder();
    List<Asked> questions = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int number = i + 1;
      lines
          .get(i)
          .question()
          .ifPresent(
              own -> questions.add(new Asked(number, lines.get(number - 1).text().strip(), own)));
      yaml.append(lines.get(i).in(texts)).append('\n');
    }
    return new Draft.Proposed(yaml.toString(), List.copyOf(taken), questions);
  }

  private void add(String text) {
    lines.add(Line.of(text));
  }

  private void place(TableRoles role) {
    Table table = role.table();
    role.whole()
        .ifPresent(
            whole ->
                input(
                    whole.kind().kind(),
                    table,
                    draft(table).whole(whole),
                    InputDraft.kind(whole.kind())));
    role.results()
        .ifPresent(
            own ->
                input("results", table, draft(table).results(own), InputDraft.shape(own.shape())));
    role.register()
        .ifPresent(
            own ->
                input(
                    "schools",
                    table,
                    draft(table).register(own),
                    Message.of("draft.taken-register")));
    role.context()
        .filter(context::uses)
        .ifPresent(
            own ->
                input(
                    "context",
                    table,
                    draft(table).context(own, context.listed(own)),
                    ContextDraft.taken(own.shape())));
    if (role.none()) {
      taken.add(new Taken(table.name(), Message.of("draft.taken-nothing")));
    }
  }

  private InputDraft draft(Table table) {
    return new InputDraft(table, words, language);
  }

  /** Adds a file, to another one that is read in the same way where there is one. */
  private void input(String name, Table table, List<Line> own, Message as) {
    taken.add(new Taken(table.name(), as));
    for (Input other : inputs.get(name)) {
      if (other.lines().equals(own)
          && table.look().sheet().isEmpty()
          && paths.together(other.files().get(0), table.file())) {
        other.files().add(table.file());
        return;
      }
    }
    inputs.get(name).add(new Input(new ArrayList<>(List.of(table.file())), own));
  }

  private void input(String name, List<Input> files, Texts texts) {
    if (files.isEmpty()) {
      return;
    }
    add(STEP + "# " + texts.get("draft.input." + name));
    add(STEP + name + ":");
    for (Input input : files) {
      add(STEP + STEP + "- path: " + Yaml.quoted(paths.of(input.files())));
      input.lines().forEach(line -> lines.add(line.indented(STEP + STEP + STEP)));
      notRead(input).ifPresent(columns -> add("      # " + texts.get("draft.not-read", columns)));
    }
  }

  /** Columns of a file that no input reads; told once for each file. */
  private Optional<String> notRead(Input input) {
    TreeSet<String> left = new TreeSet<>();
    for (TableRoles role : roles) {
      if (input.files().contains(role.table().file()) && listed.add(role.table())) {
        Predicate<Column> read = column -> reads(role, column);
        role.table().columns().stream().filter(read.negate()).map(Column::name).forEach(left::add);
      }
    }
    return left.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", left));
  }

  private boolean reads(TableRoles role, Column column) {
    return role.whole().map(whole -> whole.columns().holds(column)).orElse(false)
        || role.results().map(own -> own.holds(column)).orElse(false)
        || role.register().map(own -> own.holds(column)).orElse(false)
        || role.context()
            .filter(context::uses)
            .map(
                own ->
                    own.columns().holds(column)
                        || own.indicators().stream()
                            .anyMatch(one -> context.proposes(own, one) && holds(one, column)))
            .orElse(false);
  }

  private static boolean holds(ProposedIndicator indicator, Column column) {
    return indicator.column() == column
        || indicator.denominator().filter(of -> of == column).isPresent();
  }

  /** Official minimums are never guessed: where scores have none, the user is asked for them. */
  private void minimums() {
    boolean scores =
        roles.stream()
            .flatMap(role -> role.results().stream())
            .anyMatch(
                own ->
                    own.shape() == Shape.PUPILS
                        && !own.columns().has("mark")
                        && !own.wide().containsKey("mark"));
    if (scores && inputs.get("minimums").isEmpty()) {
      lines.add(
          Line.asking(
              STEP + "#minimums: [{path: , columns: {minimum: }}]",
              Question.optional(
                  Message.of("draft.ask-minimums"), Message.of("draft.left-out-minimums"))));
    }
  }

  private void strangers() {
    for (TableRoles role : roles) {
      if (role.none()) {
        lines.add(
            Line.asking(
                "",
                Question.optional(
                    Message.of("draft.ask-stranger", role.table().name()),
                    Message.of("draft.left-out-file"))));
      }
    }
  }
}

package io.levelfield.draft;

import io.levelfield.study.ResultsInput.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one table is taken for: one kind as a whole, or any of results, register and context.
 *
 * @param whole the kind, with its columns
 * @param results how it tells of results
 * @param register columns that describe schools
 * @param context how it tells of the social context
 */
record TableRoles(
    Table table,
    Optional<Whole> whole,
    Optional<ResultsRole> results,
    Optional<Mapping> register,
    Optional<ContextRole> context) {

  /** A kind that a table is as a whole. */
  record Whole(Words.Kind kind, Mapping columns) {}

  /** Whether nothing is known of the table. */
  boolean none() {
    return whole.isEmpty() && results.isEmpty() && register.isEmpty() && context.isEmpty();
  }

  /**
   * What tables are taken for.
   *
   * @throws DraftProblem if none of them names schools
   */
  static List<TableRoles> of(List<Table> tables, Words words) {
    Map<Table, Mapping.Mapped> schools = SchoolCodes.of(tables, words);
    if (schools.isEmpty()) {
      throw DraftProblem.noSchools(tables);
    }
    List<TableRoles> roles = new ArrayList<>();
    for (Table table : tables) {
      roles.add(of(table, Optional.ofNullable(schools.get(table)), words));
    }
    if (roles.stream().noneMatch(role -> role.results().isPresent())) {
      askForResults(roles, schools, words);
    }
    return List.copyOf(roles);
  }

  private static TableRoles of(Table table, Optional<Mapping.Mapped> school, Words words) {
    for (Words.Kind kind : words.kinds()) {
      Optional<Mapping> columns = whole(table, school, kind, words);
      if (columns.isPresent()) {
        return new TableRoles(
            table,
            Optional.of(new Whole(kind, columns.get())),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
      }
    }
    if (school.isEmpty()) {
      return new TableRoles(
          table, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
    Optional<ResultsRole> results = ResultsRole.of(table, school.get(), words);
    Optional<Mapping> register = register(table, school.get(), words);
    boolean pupils = results.map(role -> role.shape() == Shape.PUPILS).orElse(false);
    boolean repeats = results.map(ResultsRole::severalExaminations).orElse(false);
    Optional<ContextRole> context =
        repeats
            ? Optional.empty()
            : ContextRole.of(
                table,
                school.get(),
                pupils,
                column ->
                    results.map(role -> role.holds(column)).orElse(false)
                        || register.map(own -> own.holds(column)).orElse(false),
                words);
    return new TableRoles(table, Optional.empty(), results, register, context);
  }

  private static Optional<Mapping> whole(
      Table table, Optional<Mapping.Mapped> school, Words.Kind kind, Words words) {
    Map<String, List<String>> properties = new LinkedHashMap<>(kind.properties(words));
    Mapping columns;
    if (properties.remove("school_id") != null && school.isPresent()) {
      List<Column> others =
          table.columns().stream().filter(column -> column != school.get().column()).toList();
      columns =
          Mapping.of(others, properties)
              .with("school_id", school.get().column(), school.get().sure());
    } else {
      columns = Mapping.of(table.columns(), properties);
    }
    boolean needed =
        kind.needs().stream()
            .allMatch(p -> p.equals("school_id") ? columns.has(p) : columns.surely(p));
    long beside =
        kind.columns().keySet().stream()
            .filter(property -> !kind.needs().contains(property) && columns.surely(property))
            .count();
    boolean fits =
        needed && beside >= kind.least() && kind.without().stream().noneMatch(columns::surely);
    return fits ? Optional.of(columns.without(kind.without())) : Optional.empty();
  }

  /** A row per school that says more than its code. */
  private static Optional<Mapping> register(Table table, Mapping.Mapped school, Words words) {
    List<Column> others =
        table.columns().stream().filter(column -> column != school.column()).toList();
    Mapping found = Mapping.of(others, words.register());
    List<String> unsure =
        found.columns().keySet().stream().filter(property -> !found.surely(property)).toList();
    Mapping sure = found.without(unsure);
    boolean rowPerSchool = table.told(List.of(Optional.of(school.column()))) == 1;
    return rowPerSchool && !sure.columns().isEmpty()
        ? Optional.of(sure.with("school_id", school.column(), school.sure()))
        : Optional.empty();
  }

  /** Nothing is known of results: the longest table of schools is taken for them, and asked of. */
  private static void askForResults(
      List<TableRoles> roles, Map<Table, Mapping.Mapped> schools, Words words) {
    int longest = -1;
    for (int i = 0; i < roles.size(); i++) {
      TableRoles role = roles.get(i);
      boolean candidate = role.whole().isEmpty() && schools.containsKey(role.table());
      if (candidate && (longest < 0 || role.table().rows() > roles.get(longest).table().rows())) {
        longest = i;
      }
    }
    if (longest < 0) {
      throw DraftProblem.noSchools(roles.stream().map(TableRoles::table).toList());
    }
    TableRoles role = roles.get(longest);
    roles.set(
        longest,
        new TableRoles(
            role.table(),
            role.whole(),
            Optional.of(ResultsRole.asked(role.table(), schools.get(role.table()), words)),
            role.register(),
            role.context()));
  }
}

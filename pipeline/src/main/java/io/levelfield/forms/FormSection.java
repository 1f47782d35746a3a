package io.levelfield.forms;

import io.levelfield.model.SchoolYear;
import io.levelfield.model.input.FormPart;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A sheet of a form.
 *
 * @param fields in the order in which they are asked
 * @param before the year whose values stand beside
 * @param values of that year, by school and column
 * @param answered schools of which something is known of the year that is asked for
 */
record FormSection(
    FormPart part,
    List<FormField> fields,
    OptionalInt before,
    Map<String, Map<String, Double>> values,
    Set<String> answered) {

  FormSection {
    fields = List.copyOf(fields);
    values = Collections.unmodifiableMap(values);
    answered = Set.copyOf(answered);
  }

  /** A value of last year. */
  Optional<Double> before(String school, String column) {
    return Optional.ofNullable(values.getOrDefault(school, Map.of()).get(column));
  }

  /** Puts a sheet together. */
  static final class Builder {
    private final FormPart part;
    private final int year;
    private final Map<String, FormField> fields = new LinkedHashMap<>();
    private final Map<SchoolYear, Map<String, Double>> known = new HashMap<>();

    /**
     * @param year that is asked for
     */
    Builder(FormPart part, int year) {
      this.part = part;
      this.year = year;
    }

    /** Asks for something, once. */
    void ask(FormField field) {
      fields.putIfAbsent(field.column(), field);
    }

    /** Tells what is known of a year. */
    void known(String school, int of, String column, double value) {
      known.computeIfAbsent(new SchoolYear(school, of), k -> new HashMap<>()).put(column, value);
    }

    /** The sheet, with the latest year before its own that anything is known of. */
    FormSection built() {
      OptionalInt before =
          known.keySet().stream().mapToInt(SchoolYear::year).filter(y -> y < year).max();
      Map<String, Map<String, Double>> values = new HashMap<>();
      known.forEach(
          (key, own) -> {
            if (before.isPresent() && key.year() == before.getAsInt()) {
              values.put(key.schoolId(), own);
            }
          });
      Set<String> answered =
          known.keySet().stream()
              .filter(key -> key.year() == year)
              .map(SchoolYear::schoolId)
              .collect(Collectors.toSet());
      return new FormSection(part, List.copyOf(fields.values()), before, values, answered);
    }
  }
}

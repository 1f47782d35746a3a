package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.support.ProgrammeIndicator;
import io.levelfield.model.text.Message;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The authority's programme: its years, its targets and the facts that no data give. */
public record Programme(
    @JsonProperty(required = true) @JsonPropertyDescription("First and last year, [2018, 2020].")
        List<Integer> years,
    @JsonPropertyDescription("The order that founded the municipal centre (indicator 1).")
        Optional<Act> centre,
    @JsonPropertyDescription("The order that approved the municipal programme (indicator 2).")
        Optional<Act> municipalProgramme,
    @JsonPropertyDescription("The order that founded the methodical association (indicator 11).")
        Optional<Act> association,
    @JsonPropertyDescription(
            "Targets by the indicator's number in quotes, each by year: {\"4.1\": {2018: 0.3, 2020:"
                + " 0.2}}; shares from 0 to 1, facts 1.")
        Map<String, Map<Integer, Double>> targets) {

  /** An order of the authority. */
  public record Act(
      @JsonProperty(required = true) @JsonPropertyDescription("Number and title of the order.")
          String document,
      @JsonProperty(required = true)
          @JsonPropertyDescription("Year from which it holds; the year of results.")
          OptionalInt since) {
    public Act {
      if (document == null || document.isBlank()) {
        throw new StudyProblem("document", Message.of("study.no-document"));
      }
      if (since.isEmpty() || !InputFiles.isYear(since.getAsInt())) {
        throw new StudyProblem("since", Message.of("study.no-since"));
      }
    }
  }

  public Programme {
    if (years == null
        || years.size() != 2
        || !years.stream().allMatch(InputFiles::isYear)
        || years.get(0) > years.get(1)) {
      throw new StudyProblem("years", Message.of("study.programme-years", String.valueOf(years)));
    }
    years = List.copyOf(years);
    Map<String, Map<Integer, Double>> own = new TreeMap<>();
    if (targets != null) {
      for (Map.Entry<String, Map<Integer, Double>> target : targets.entrySet()) {
        own.put(target.getKey(), checked(target.getKey(), target.getValue(), years));
      }
    }
    targets = Collections.unmodifiableMap(own);
  }

  private static Map<Integer, Double> checked(
      String number, Map<Integer, Double> byYear, List<Integer> years) {
    String path = "targets." + number;
    List<String> known =
        Arrays.stream(ProgrammeIndicator.values()).map(ProgrammeIndicator::number).toList();
    if (!known.contains(number)) {
      throw new StudyProblem(
          path, Message.of("study.no-indicator-number", number, String.join(", ", known)));
    }
    if (byYear == null || byYear.isEmpty()) {
      throw new StudyProblem(path, Message.of("study.no-target"));
    }
    byYear.forEach(
        (year, value) -> {
          if (year < years.get(0) || year > years.get(1)) {
            throw new StudyProblem(
                path + "." + year,
                Message.of("study.target-year", years.get(0).toString(), years.get(1).toString()));
          }
          if (value == null || !(value >= 0 && value <= 1)) {
            throw new StudyProblem(
                path + "." + year, Message.of("study.target-value", String.valueOf(value)));
          }
        });
    return Collections.unmodifiableMap(new TreeMap<>(byYear));
  }

  /** The target of an indicator in a year. */
  public OptionalDouble target(ProgrammeIndicator indicator, int year) {
    Double value = targets.getOrDefault(indicator.number(), Map.of()).get(year);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Its years. */
  public boolean covers(int year) {
    return years.get(0) <= year && year <= years.get(1);
  }
}

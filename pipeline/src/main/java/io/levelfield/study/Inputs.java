package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.text.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a study by their role. */
public record Inputs(
    @JsonPropertyDescription(
            "The register of schools. Without it schools are what the results name.")
        List<SchoolsInput> schools,
    @JsonProperty(required = true) @JsonPropertyDescription("Examination results.")
        List<ResultsInput> results,
    @JsonPropertyDescription("Minimum and top score of each procedure.")
        List<MinimumsInput> minimums,
    @JsonPropertyDescription("Social passports, or pupil rows they are aggregated from.")
        List<ContextInput> context,
    @JsonPropertyDescription("Conditions schools work in, as scores.")
        List<ConditionsInput> conditions,
    @JsonPropertyDescription("What pupils say of their school, and how they live beside it.")
        List<ClimateInput> climate,
    @JsonPropertyDescription(
            "Support that schools get, a row per school and programme; without it no effect of"
                + " support can be estimated.")
        List<SupportInput> support,
    @JsonPropertyDescription("Teachers, one by one or counted for each school.")
        List<StaffInput> staff,
    @JsonPropertyDescription("Diagnostics of teachers' difficulties.")
        List<DiagnosticsInput> diagnostics,
    @JsonPropertyDescription(
            "Forms that levelfield forms wrote and schools filled in: their social passports,"
                + " staff, conditions and climate.")
        List<FormsInput> forms,
    @JsonPropertyDescription(
            "What becomes of rows whose code stands for several schools, such as Итого, or whose"
                + " figures are the sum of the others'. keep_out: they are named and left out"
                + " (default); keep: they are named and taken for schools.")
        Totals totals) {

  /** What becomes of rows that speak of no school but of several. */
  public enum Totals {
    KEEP_OUT,
    KEEP
  }

  public Inputs {
    schools = schools == null ? List.of() : List.copyOf(schools);
    results = results == null ? List.of() : List.copyOf(results);
    minimums = minimums == null ? List.of() : List.copyOf(minimums);
    context = context == null ? List.of() : List.copyOf(context);
    support = support == null ? List.of() : List.copyOf(support);
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
    climate = climate == null ? List.of() : List.copyOf(climate);
    staff = staff == null ? List.of() : List.copyOf(staff);
    diagnostics = diagnostics == null ? List.of() : List.copyOf(diagnostics);
    forms = forms == null ? List.of() : List.copyOf(forms);
    totals = totals == null ? Totals.KEEP_OUT : totals;
    if (results.isEmpty()) {
      throw new StudyProblem("results", Message.of("study.no-results"));
    }
  }

  /** All but forms, which schools may not have returned yet, by YAML path. */
  public Map<String, InputFiles> byPath() {
    Map<String, InputFiles> all = new LinkedHashMap<>();
    put(all, "schools", schools);
    put(all, "results", results);
    put(all, "minimums", minimums);
    put(all, "context", context);
    put(all, "conditions", conditions);
    put(all, "climate", climate);
    put(all, "support", support);
    put(all, "staff", staff);
    put(all, "diagnostics", diagnostics);
    return all;
  }

  private static void put(
      Map<String, InputFiles> all, String role, List<? extends InputFiles> inputs) {
    for (int i = 0; i < inputs.size(); i++) {
      all.put("inputs." + role + "[" + i + "]", inputs.get(i));
    }
  }
}

package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.identify.Label;
import io.levelfield.model.identify.NeedOfHelp;
import io.levelfield.model.text.Message;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which school is whose partner. No official rule is known; the defaults are this project's
 * proposals.
 */
public record PartnerSettings(
    @JsonPropertyDescription("What a pair costs: how much each part weighs.") Weights weights,
    @JsonPropertyDescription("Schools that one donor helps at most (default 3).") Integer capacity,
    @JsonPropertyDescription(
            "Donors with another number of places, by code of the school; 0: no donor.")
        Map<String, Integer> capacities,
    @JsonPropertyDescription(
            "Farthest partner by travel time, minutes. Where coordinates are not given, it is the"
                + " two schools' minutes to the municipality's centre together, which is the most"
                + " it can be (default 120).")
        Double maxMinutes,
    @JsonPropertyDescription(
            "Farthest partner where coordinates are given, kilometres along the great circle"
                + " (default 60).")
        Double maxKilometres,
    @JsonPropertyDescription(
            "Whether schools that select their pupils may be donors (default false).")
        Boolean selective,
    @JsonPropertyDescription(
            "A school may be a donor if its true result lies above what its context lets one expect"
                + " with this probability (default 0.80).")
        Double donorFrom,
    @JsonPropertyDescription(
            "Labels whose schools are to have a partner, of those that call for help (default"
                + " [crisis, stably_low_result, low_result, unfavourable_context]).")
        List<Label> supported,
    @JsonPropertyDescription(
            "Pairs that are settled, by code of the school: the code of its partner.")
        Map<String, String> fixed,
    @JsonPropertyDescription(
            "Pairs that must not be, by code of the school: codes of schools that are not to be its"
                + " partners.")
        Map<String, List<String>> banned,
    @JsonPropertyDescription("Networks of several schools around a centre.") Networks networks) {

  private static final int DEFAULT_CAPACITY = 3;
  private static final double DEFAULT_MINUTES = 120;
  private static final double DEFAULT_KILOMETRES = 60;
  private static final double DEFAULT_DONOR_FROM = 0.80;

  /** Weights of the parts; the cost is their weighted mean. */
  public record Weights(
      @JsonPropertyDescription(
              "Difference of the two context indices, in standard deviations (default 1).")
          Double context,
      @JsonPropertyDescription("Distance, as a share of the farthest allowed (default 1).")
          Double travel,
      @JsonPropertyDescription(
              "Share of the school's weak subjects in which the donor is not strong (default 1).")
          Double subjects,
      @JsonPropertyDescription(
              "Probability that the donor is not above what its context lets one expect (default"
                  + " 1).")
          Double doubt) {

    public Weights {
      context = weight("context", context);
      travel = weight("travel", travel);
      subjects = weight("subjects", subjects);
      doubt = weight("doubt", doubt);
      if (context + travel + subjects + doubt == 0) {
        throw new StudyProblem("", Message.of("partners.weights-all-0"));
      }
    }

    private static double weight(String setting, Double value) {
      double weight = value == null ? 1 : value;
      if (!(weight >= 0 && Double.isFinite(weight))) {
        throw new StudyProblem(setting, Message.of("study.at-least", 0, weight));
      }
      return weight;
    }

    /** All of them together. */
    public double sum() {
      return context + travel + subjects + doubt;
    }

    static Weights defaults() {
      return new Weights(null, null, null, null);
    }
  }

  /** Networks: a donor as the centre, and the schools around it. */
  public record Networks(
      @JsonPropertyDescription("Schools of a network at least, its centre included (default 3).")
          Integer least,
      @JsonPropertyDescription("Schools of a network at most, its centre included (default 6).")
          Integer most,
      @JsonPropertyDescription(
              "What a centre costs, in the unit of a pair's cost: the higher, the fewer and the"
                  + " larger the networks (default 0.5).")
          Double centreCost) {

    private static final int DEFAULT_LEAST = 3;
    private static final int DEFAULT_MOST = 6;
    private static final double DEFAULT_CENTRE_COST = 0.5;

    public Networks {
      least = SettingChecks.atLeast("least", 2, least, DEFAULT_LEAST);
      most = SettingChecks.atLeast("most", least, most, Math.max(least, DEFAULT_MOST));
      centreCost = centreCost == null ? DEFAULT_CENTRE_COST : centreCost;
      if (!(centreCost >= 0 && Double.isFinite(centreCost))) {
        throw new StudyProblem("centre_cost", Message.of("study.at-least", 0, centreCost));
      }
    }

    static Networks defaults() {
      return new Networks(null, null, null);
    }
  }

  public PartnerSettings {
    weights = weights == null ? Weights.defaults() : weights;
    capacity = SettingChecks.atLeast("capacity", 1, capacity, DEFAULT_CAPACITY);
    capacities = complete("capacities", capacities);
    capacities.forEach(
        (school, places) -> SettingChecks.atLeast("capacities." + school, 0, places, 0));
    maxMinutes = positive("max_minutes", maxMinutes, DEFAULT_MINUTES);
    maxKilometres = positive("max_kilometres", maxKilometres, DEFAULT_KILOMETRES);
    selective = selective != null && selective;
    donorFrom = SettingChecks.share("donor_from", donorFrom, DEFAULT_DONOR_FROM);
    supported = supported == null ? NeedOfHelp.CALLING : List.copyOf(supported);
    for (Label label : supported) {
      if (!NeedOfHelp.CALLING.contains(label)) {
        throw new StudyProblem(
            "supported",
            Message.of(
                "study.none-of",
                label.column(),
                NeedOfHelp.CALLING.stream().map(Label::column).collect(Collectors.joining(", "))));
      }
    }
    fixed = complete("fixed", fixed);
    banned = complete("banned", banned);
    fixed.forEach(PartnerSettings::checkIsOther);
    networks = networks == null ? Networks.defaults() : networks;
  }

  private static void checkIsOther(String school, String donor) {
    if (school.equals(donor)) {
      throw new StudyProblem("fixed." + school, Message.of("partners.own-partner", school));
    }
  }

  private static double positive(String setting, Double value, double byDefault) {
    double number = value == null ? byDefault : value;
    if (!(number > 0 && Double.isFinite(number))) {
      throw new StudyProblem(setting, Message.of("study.above-0", Double.toString(number)));
    }
    return number;
  }

  private static <T> Map<String, T> complete(String setting, Map<String, T> map) {
    Map<String, T> ordered = map == null ? new TreeMap<>() : new TreeMap<>(map);
    ordered.forEach(
        (school, value) -> {
          if (value == null) {
            throw new StudyProblem(setting + "." + school, Message.of("study.missing"));
          }
        });
    return Collections.unmodifiableMap(ordered);
  }

  /** Places of a school if it is a donor. */
  public int placesOf(String school) {
    return capacities.getOrDefault(school, capacity);
  }

  /** The settings of a study that says nothing of partners. */
  public static PartnerSettings defaults() {
    return new PartnerSettings(null, null, null, null, null, null, null, null, null, null, null);
  }
}

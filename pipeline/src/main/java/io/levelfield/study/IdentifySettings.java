package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.context.RankInterval;
import io.levelfield.model.identify.Label;
import io.levelfield.model.text.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rules by which schools bear a label. In the descriptions "published" marks a threshold that a
 * published rule has; the others are this project's proposals, to be replaced by the authority's.
 */
public record IdentifySettings(
    @JsonPropertyDescription("Schools with low results.") LowResult lowResult,
    @JsonPropertyDescription("Schools in unfavourable social conditions.")
        UnfavourableContext unfavourableContext,
    @JsonPropertyDescription("Schools with stably high results.") HighResult highResult,
    @JsonPropertyDescription("Schools with good results in unfavourable conditions.")
        Resilient resilient,
    @JsonPropertyDescription(
            "Schools in crisis: low, in unfavourable conditions, and falling or with risks of"
                + " staff.")
        Crisis crisis,
    @JsonPropertyDescription("What schools' results are compared with.") Reference reference,
    @JsonPropertyDescription("What the register of schools calls village and town.")
        Settlements settlements,
    @JsonPropertyDescription("Schools without parallel classes.") Small small,
    @JsonPropertyDescription("Schools that are hard to reach.") HardToReach hardToReach,
    @JsonPropertyDescription("Schools with much deviant behaviour.") ByIndicator highDeviance,
    @JsonPropertyDescription("Schools with many pupils of another mother tongue.")
        ByIndicator multicultural,
    @JsonPropertyDescription("What a probability is called.") Strength strength,
    @JsonPropertyDescription(
            "By how much thresholds are moved, down and up, to see whether a verdict stands and"
                + " whether a school is borderline (default 0.05).")
        Double points,
    @JsonPropertyDescription(
            "Schools to which no rule applies are listed too from this probability (default 0.50).")
        Double listedFrom,
    @JsonPropertyDescription(
            "Shares below the minimum whose lists the table policy compares (default 0.25, 0.30,"
                + " 0.35).")
        List<Double> policyShares,
    @JsonPropertyDescription(
            "What labels are worth in this district: districts like it are drawn, so that what"
                + " labels say of them can be set beside the truth (table policy).")
        Simulation simulation) {

  private static final double DEFAULT_POINTS = 0.05;
  private static final double DEFAULT_LISTED_FROM = 0.50;
  private static final List<Double> DEFAULT_POLICY_SHARES = List.of(0.25, 0.30, 0.35);

  /** Low results: a share below the minimum in several examinations, or in one year after year. */
  public record LowResult(
      @JsonPropertyDescription(
              "Share below the minimum from which an examination counts as low: a procedure in one"
                  + " subject and grade (default 0.30, published).")
          Double shareBelow,
      @JsonPropertyDescription(
              "So many low examinations in the newest year make a school low; two subjects of one"
                  + " procedure are two (default 2, published).")
          Integer procedures,
      @JsonPropertyDescription(
              "One examination low for so many years running makes it low too (default 2,"
                  + " published).")
          Integer years,
      @JsonPropertyDescription("Low in so many years is stably low (default 2).")
          Integer stableYears,
      @JsonPropertyDescription("Years these are counted among (default 3).") Integer stableOf,
      @JsonPropertyDescription(
              "Examinations with fewer participants in a school do not count (default 1: all do).")
          Integer minParticipants) {

    private static final double DEFAULT_SHARE = 0.30;
    private static final int DEFAULT_STABLE_OF = 3;

    public LowResult {
      shareBelow = SettingChecks.share("share_below", shareBelow, DEFAULT_SHARE);
      procedures = SettingChecks.atLeast("procedures", 1, procedures, 2);
      years = SettingChecks.atLeast("years", 2, years, 2);
      stableOf = SettingChecks.atLeast("stable_of", 1, stableOf, DEFAULT_STABLE_OF);
      stableYears = SettingChecks.atLeast("stable_years", 1, stableYears, Math.min(2, stableOf));
      SettingChecks.yearsOf("stable_years", stableYears, stableOf);
      minParticipants = SettingChecks.atLeast("min_participants", 1, minParticipants, 1);
    }

    static LowResult defaults() {
      return new LowResult(null, null, null, null, null, null);
    }
  }

  /** Unfavourable conditions: a low index, or many unfavourable signs. */
  public record UnfavourableContext(
      @JsonPropertyDescription(
              "Share of schools with the lowest index whose conditions are unfavourable (default"
                  + " 0.25).")
          Double lowest,
      @JsonPropertyDescription(
              "An indicator is an unfavourable sign in this share of schools, where it is worst"
                  + " (default 0.25).")
          Double signLowest,
      @JsonPropertyDescription(
              "Share of a school's known indicators that must be unfavourable signs, two at least"
                  + " (default 0.50).")
          Double signs,
      @JsonPropertyDescription(
              "From this probability unfavourable conditions are confirmed (default 0.85, or"
                  + " strength.confirmed if that is higher): passports of small schools leave more"
                  + " open than results.")
          Double confirmed) {

    private static final double DEFAULT_LOWEST = 0.25;
    private static final double DEFAULT_SIGNS = 0.50;

    /** Of schools confirmed from .80 six in a hundred were not so in simulations, from .85 five. */
    private static final double DEFAULT_CONFIRMED = 0.85;

    public UnfavourableContext {
      lowest = SettingChecks.share("lowest", lowest, DEFAULT_LOWEST);
      signLowest = SettingChecks.share("sign_lowest", signLowest, DEFAULT_LOWEST);
      signs = SettingChecks.shareToOne("signs", signs, DEFAULT_SIGNS);
      confirmed =
          confirmed == null ? null : SettingChecks.share("confirmed", confirmed, DEFAULT_CONFIRMED);
    }

    static UnfavourableContext defaults() {
      return new UnfavourableContext(null, null, null, null);
    }

    private UnfavourableContext beside(Strength strength) {
      double from = strength.confirmed("unfavourable_context", confirmed, DEFAULT_CONFIRMED);
      return new UnfavourableContext(lowest, signLowest, signs, from);
    }
  }

  /** Stably high results. */
  public record HighResult(
      @JsonPropertyDescription(
              "A result is high above this percentile of schools, 0 to 1 (default 0.75).")
          Double percentile,
      @JsonPropertyDescription(
              "How sure that must be: the lower bound with this confidence counts (default 0.80).")
          Double confidence,
      @JsonPropertyDescription("In so many years (default 2).") Integer years,
      @JsonPropertyDescription("Of the newest so many (default 3).") Integer of) {

    private static final double DEFAULT_PERCENTILE = 0.75;
    private static final double DEFAULT_CONFIDENCE = 0.80;
    private static final int DEFAULT_OF = 3;

    public HighResult {
      percentile = SettingChecks.share("percentile", percentile, DEFAULT_PERCENTILE);
      confidence = SettingChecks.share("confidence", confidence, DEFAULT_CONFIDENCE);
      of = SettingChecks.atLeast("of", 1, of, DEFAULT_OF);
      years = SettingChecks.atLeast("years", 1, years, Math.min(2, of));
      SettingChecks.yearsOf("years", years, of);
    }

    static HighResult defaults() {
      return new HighResult(null, null, null, null);
    }
  }

  /** Good results in unfavourable conditions. */
  public record Resilient(
      @JsonPropertyDescription(
              "Share of schools with the lowest index, among which resilient ones are sought"
                  + " (default 0.33).")
          Double lowest,
      @JsonPropertyDescription(
              "Probability that the true result exceeds what the conditions let one expect (default"
                  + " 0.90).")
          Double probability,
      @JsonPropertyDescription(
              "The result must reach this percentile of schools, 0 to 1 (default 0.50: their"
                  + " median).")
          Double percentile,
      @JsonPropertyDescription("Years in which the result must exceed the expected (default 2).")
          Integer years,
      @JsonPropertyDescription("Of the newest so many (default 3).") Integer of) {

    private static final double DEFAULT_LOWEST = 0.33;
    private static final double DEFAULT_PROBABILITY = 0.90;
    private static final double DEFAULT_PERCENTILE = 0.50;
    private static final int DEFAULT_OF = 3;

    public Resilient {
      lowest = SettingChecks.share("lowest", lowest, DEFAULT_LOWEST);
      probability = SettingChecks.share("probability", probability, DEFAULT_PROBABILITY);
      percentile = SettingChecks.share("percentile", percentile, DEFAULT_PERCENTILE);
      of = SettingChecks.atLeast("of", 1, of, DEFAULT_OF);
      years = SettingChecks.atLeast("years", 1, years, Math.min(2, of));
      SettingChecks.yearsOf("years", years, of);
    }

    static Resilient defaults() {
      return new Resilient(null, null, null, null, null);
    }
  }

  /** A school in crisis. */
  public record Crisis(
      @JsonPropertyDescription("Years over which results must fall (default 3).")
          Integer slopeYears,
      @JsonPropertyDescription(
              "Fall a year from which it matters, in standard deviations of z-scores (pupils', where"
                  + " known), once chance is taken out by drawing schools' slopes together (default"
                  + " 0.10: over three years a fifth of a deviation, some months of learning).")
          Double fall,
      @JsonPropertyDescription(
              "So many risks of staff stand beside the fall (default 2, a proposal; of three: many"
                  + " teachers in the risk group, many vacant posts, many of the risk group without"
                  + " training). Needs inputs.staff.")
          Integer staffRisks,
      @JsonPropertyDescription(
              "A school has such a risk above this percentile of the reference schools, 0 to 1"
                  + " (default 0.75, a proposal).")
          Double staffPercentile,
      @JsonPropertyDescription(
              "From this probability a crisis is confirmed (default 0.90, or strength.confirmed if"
                  + " that is higher): the gravest of labels, which takes three findings at once.")
          Double confirmed) {

    private static final int DEFAULT_YEARS = 3;
    private static final double DEFAULT_FALL = 0.10;
    private static final double DEFAULT_STAFF_PERCENTILE = 0.75;
    private static final int KINDS_OF_STAFF_RISK = 3;

    /** One confirmed in ten may be none, not one in five. */
    private static final double DEFAULT_CONFIRMED = 0.90;

    public Crisis {
      slopeYears = SettingChecks.atLeast("slope_years", 2, slopeYears, DEFAULT_YEARS);
      fall = fall == null ? DEFAULT_FALL : fall;
      if (!(fall > 0 && Double.isFinite(fall))) {
        throw new StudyProblem("fall", Message.of("study.above-0", Double.toString(fall)));
      }
      staffRisks = SettingChecks.atLeast("staff_risks", 1, staffRisks, 2);
      if (staffRisks > KINDS_OF_STAFF_RISK) {
        throw new StudyProblem(
            "staff_risks", Message.of("study.at-most", KINDS_OF_STAFF_RISK, staffRisks));
      }
      staffPercentile =
          SettingChecks.share("staff_percentile", staffPercentile, DEFAULT_STAFF_PERCENTILE);
      confirmed =
          confirmed == null ? null : SettingChecks.share("confirmed", confirmed, DEFAULT_CONFIRMED);
    }

    static Crisis defaults() {
      return new Crisis(null, null, null, null, null);
    }

    private Crisis beside(Strength strength) {
      double from = strength.confirmed("crisis", confirmed, DEFAULT_CONFIRMED);
      return new Crisis(slopeYears, fall, staffRisks, staffPercentile, from);
    }
  }

  /** The schools whose percentiles results are compared with. */
  public record Reference(
      @JsonPropertyDescription("municipality (default): schools of the same one; all: all schools.")
          Group group,
      @JsonPropertyDescription(
              "A municipality with fewer schools is compared with all schools (default 10).")
          Integer schools) {

    /** Whose percentiles. */
    public enum Group {
      MUNICIPALITY,
      ALL
    }

    private static final int DEFAULT_SCHOOLS = 10;

    public Reference {
      group = group == null ? Group.MUNICIPALITY : group;
      schools = SettingChecks.atLeast("schools", 1, schools, DEFAULT_SCHOOLS);
    }

    static Reference defaults() {
      return new Reference(null, null);
    }
  }

  /** Words of the register. */
  public record Settlements(
      @JsonPropertyDescription("Words for a village beside rural, село and their like.")
          List<String> rural,
      @JsonPropertyDescription("Words for a town beside urban, город and their like.")
          List<String> urban) {

    public Settlements {
      rural = rural == null ? List.of() : List.copyOf(rural);
      urban = urban == null ? List.of() : List.copyOf(urban);
      for (String word : rural) {
        if (urban.contains(word)) {
          throw new StudyProblem("urban", Message.of("study.word-of-both", word));
        }
      }
    }

    static Settlements defaults() {
      return new Settlements(null, null);
    }
  }

  /** A school without parallel classes. */
  public record Small(
      @JsonPropertyDescription("Most parallel classes per grade of a small school (default 0).")
          Integer parallelClasses) {
    public Small {
      parallelClasses = SettingChecks.atLeast("parallel_classes", 0, parallelClasses, 0);
    }

    static Small defaults() {
      return new Small(null);
    }
  }

  /** A school far from the centre. */
  public record HardToReach(
      @JsonPropertyDescription("A school is hard to reach beyond so many minutes (default 60).")
          Double travelMinutes) {

    private static final double DEFAULT_MINUTES = 60;

    public HardToReach {
      travelMinutes = travelMinutes == null ? DEFAULT_MINUTES : travelMinutes;
      if (!(travelMinutes >= 0)) {
        throw new StudyProblem("travel_minutes", Message.of("study.at-least", 0, travelMinutes));
      }
    }

    static HardToReach defaults() {
      return new HardToReach(null);
    }
  }

  /** A type of school that shows in an indicator of its context. */
  public record ByIndicator(
      @JsonPropertyDescription("Key of the indicator in context_index; without it nobody is told.")
          Optional<String> indicator,
      @JsonPropertyDescription(
              "A school is of this type above this percentile of schools, 0 to 1 (default 0.75).")
          Double percentile) {

    private static final double DEFAULT_PERCENTILE = 0.75;

    public ByIndicator {
      percentile = SettingChecks.share("percentile", percentile, DEFAULT_PERCENTILE);
    }

    static ByIndicator unnamed() {
      return new ByIndicator(Optional.empty(), null);
    }
  }

  /** Words for probabilities. */
  public record Strength(
      @JsonPropertyDescription(
              "From this probability a label is confirmed (default 0.80), unfavourable"
                  + " conditions from unfavourable_context.confirmed, a crisis from crisis.confirmed.")
          Double confirmed,
      @JsonPropertyDescription("From this probability it is likely, else weak (default 0.50).")
          Double likely) {

    private static final double DEFAULT_CONFIRMED = 0.80;
    private static final double DEFAULT_LIKELY = 0.50;

    public Strength {
      confirmed = SettingChecks.share("confirmed", confirmed, DEFAULT_CONFIRMED);
      likely = SettingChecks.share("likely", likely, Math.min(DEFAULT_LIKELY, confirmed));
      if (likely > confirmed) {
        throw new StudyProblem(
            "likely",
            Message.of(
                "study.likely-above-confirmed",
                Double.toString(confirmed),
                Double.toString(likely)));
      }
    }

    static Strength defaults() {
      return new Strength(null, null);
    }

    /** From where a label is confirmed whose own default is higher. */
    private double confirmed(String section, Double own, double ownDefault) {
      if (own == null) {
        return Math.max(ownDefault, confirmed);
      }
      if (own < likely) {
        throw new StudyProblem(section + ".confirmed", Message.of("study.at-least", likely, own));
      }
      return own;
    }
  }

  /** Districts like the study's own whose truth is known. */
  public record Simulation(
      @JsonPropertyDescription("So many are drawn (default 200); 0: none.") Integer districts,
      @JsonPropertyDescription(
              "At most so many results of pupils are drawn in all of them together (default"
                  + " 3000000, some seconds): of a large district fewer are drawn, and where that"
                  + " leaves fewer than 20 (or than districts) none, with a note.")
          Long mostResults,
      @JsonPropertyDescription(
              "At most so many schools are drawn in all of them together, though at least 20"
                  + " districts (default 10000): many schools tell in few districts what lists are"
                  + " worth.")
          Integer mostSchools) {

    private static final int DEFAULT_DISTRICTS = 200;
    private static final int DEFAULT_MOST_SCHOOLS = 10_000;
    private static final long DEFAULT_MOST_RESULTS = 3_000_000;

    public Simulation {
      districts = SettingChecks.atLeast("districts", 0, districts, DEFAULT_DISTRICTS);
      mostResults = mostResults == null ? DEFAULT_MOST_RESULTS : mostResults;
      if (mostResults < 1) {
        throw new StudyProblem("most_results", Message.of("study.at-least", 1, mostResults));
      }
      mostSchools = SettingChecks.atLeast("most_schools", 1, mostSchools, DEFAULT_MOST_SCHOOLS);
    }

    static Simulation defaults() {
      return new Simulation(null, null, null);
    }
  }

  public IdentifySettings {
    lowResult = lowResult == null ? LowResult.defaults() : lowResult;
    unfavourableContext =
        unfavourableContext == null ? UnfavourableContext.defaults() : unfavourableContext;
    highResult = highResult == null ? HighResult.defaults() : highResult;
    resilient = resilient == null ? Resilient.defaults() : resilient;
    crisis = crisis == null ? Crisis.defaults() : crisis;
    reference = reference == null ? Reference.defaults() : reference;
    settlements = settlements == null ? Settlements.defaults() : settlements;
    small = small == null ? Small.defaults() : small;
    hardToReach = hardToReach == null ? HardToReach.defaults() : hardToReach;
    highDeviance = highDeviance == null ? ByIndicator.unnamed() : highDeviance;
    multicultural = multicultural == null ? ByIndicator.unnamed() : multicultural;
    strength = strength == null ? Strength.defaults() : strength;
    unfavourableContext = unfavourableContext.beside(strength);
    crisis = crisis.beside(strength);
    points = SettingChecks.share("points", points, DEFAULT_POINTS);
    listedFrom = SettingChecks.share("listed_from", listedFrom, DEFAULT_LISTED_FROM);
    policyShares = policyShares == null ? DEFAULT_POLICY_SHARES : List.copyOf(policyShares);
    simulation = simulation == null ? Simulation.defaults() : simulation;
    for (int i = 0; i < policyShares.size(); i++) {
      SettingChecks.share("policy_shares[" + i + "]", policyShares.get(i), 0);
    }
  }

  /** The settings of a study that names none. */
  public static IdentifySettings defaults() {
    return new IdentifySettings(
        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null);
  }

  /** The probability from which a label is confirmed. */
  public double confirmed(Label label) {
    return switch (label) {
      case UNFAVOURABLE_CONTEXT -> unfavourableContext.confirmed();
      case CRISIS -> crisis.confirmed();
      default -> strength.confirmed();
    };
  }

  /** Shares of schools with the lowest index whose chance the labels and the tables ask for. */
  public Set<Double> lowestShares() {
    return new TreeSet<>(
        List.of(RankInterval.QUARTER, unfavourableContext.lowest(), resilient.lowest()));
  }

  /** Indicators that types of schools are told by, with the setting that names each. */
  Map<String, String> namedIndicators() {
    var named = new TreeMap<String, String>();
    highDeviance.indicator().ifPresent(key -> named.put("high_deviance", key));
    multicultural.indicator().ifPresent(key -> named.put("multicultural", key));
    return named;
  }
}

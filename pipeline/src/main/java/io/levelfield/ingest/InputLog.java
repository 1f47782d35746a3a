package io.levelfield.ingest;

import static java.util.stream.Collectors.partitioningBy;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.InputFile;
import io.levelfield.model.input.Reject;
import io.levelfield.model.input.RejectGroup;
import io.levelfield.model.input.RowAccount;
import io.levelfield.model.input.RowCounts;
import io.levelfield.model.text.Message;
import io.levelfield.study.MaxRejects;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Keeps account of what was read and refused, file by file. */
final class InputLog {
  private static final int GROUPS_SHOWN = 8;

  /** Nobody is advised to do without a larger share of an input's rows. */
  private static final double MOST_ALLOWED = 0.1;

  /** Said of most files of a Russian Excel, and so of all at once. */
  private static final String GUESSED = "inputs.charset-guessed";

  /** Accounts of rows that are listed, though nothing is lost with them. */
  private static final Set<RowAccount> HARMLESS =
      EnumSet.of(RowAccount.TOTAL, RowAccount.REPEATED, RowAccount.NOT_TAKEN);

  private final MaxRejects maxRejects;
  private final Map<String, MaxRejects> own;
  private final boolean registered;
  private final List<InputFile> files = new ArrayList<>();
  private final Map<String, List<Reject>> rejects = new TreeMap<>();
  private final List<Message> notes = new ArrayList<>();
  private final Set<String> guessed = new LinkedHashSet<>();
  private final List<Message> refusals = new ArrayList<>();
  private long mostSpoilt;
  private boolean hopeless;

  /**
   * @param own how many are allowed of inputs that say so themselves, by YAML path
   * @param registered whether there is a register of schools
   */
  InputLog(MaxRejects maxRejects, Map<String, MaxRejects> own, boolean registered) {
    this.maxRejects = maxRejects;
    this.own = Map.copyOf(own);
    this.registered = registered;
  }

  void note(Message note) {
    notes.add(note);
  }

  /** Says why the inputs cannot be used, without keeping the rest of them from being read. */
  void refuse(Message why) {
    refusals.add(why);
  }

  /**
   * Records an input that was read. More rejects than the study tolerates are a refusal.
   *
   * @param logs of the parts of each file
   * @param choice how to choose among rows that contradict each other
   * @throws InputsRefused if a file has no rows, or two are the same
   */
  void record(OpenInput input, List<List<PartLog>> logs, Optional<Message> choice) {
    Map<String, String> seen = new HashMap<>();
    List<Reject> ofInput = new ArrayList<>();
    List<RowCounts> ofFiles = new ArrayList<>();
    for (int i = 0; i < logs.size(); i++) {
      CsvFile file = input.files().get(i);
      String twin = seen.put(file.survey().sha256(), file.name());
      if (twin != null && file.form().isEmpty()) { // schools may send a form twice
        throw new InputsRefused(
            Message.of("inputs.same-file-twice", input.path(), file.name(), twin));
      }
      RowCounts counts = RowCounts.sum(logs.get(i).stream().map(PartLog::counts).toList());
      List<Reject> ofFile = logs.get(i).stream().flatMap(part -> part.rejects().stream()).toList();
      ofFiles.add(counts);
      files.add(
          InputFile.of(
              input.role(),
              file.name(),
              file.survey().sha256(),
              file.survey().bytes(),
              counts,
              file.describe()));
      for (Message note : file.notes()) {
        if (note.code().equals(GUESSED)) {
          guessed.add(file.name());
        } else {
          note(note);
        }
      }
      Optional<BrokenOff> broken = BrokenOff.of(file, ofFile);
      broken.ifPresent(end -> note(end.note(input.path(), file)));
      ofInput.addAll(broken.map(end -> end.named(ofFile)).orElse(ofFile));
      if (logs.get(i).stream().anyMatch(PartLog::longRows)) {
        note(Message.of("inputs.rows-longer", input.path(), file.name()));
      }
      if (counts.rows() == 0 && file.form().isEmpty()) { // schools may send one that they emptied
        throw new InputsRefused(Message.of("inputs.no-rows", input.path(), file.name()));
      }
    }
    ofInput.sort(null);
    rejects.computeIfAbsent(input.role(), role -> new ArrayList<>()).addAll(ofInput);
    List<Message> cures =
        new ArrayList<>(input.ofForms() ? Cures.ofForms(ofInput) : Cures.of(input.path(), ofInput));
    choice.ifPresent(cures::add);
    judge(input, RowCounts.sum(ofFiles), ofInput, cures);
  }

  private void judge(OpenInput input, RowCounts counts, List<Reject> ofInput, List<Message> cures) {
    long leftOut = counts.of(RowAccount.LEFT_OUT);
    if (leftOut > 0 && leftOut == counts.rows()) {
      throw new InputsRefused(Message.of("inputs.where-takes-none", input.path()));
    }
    if (leftOut > 0) {
      note(Message.of("inputs.left-out-by-where", input.path(), leftOut, counts.rows()));
    }
    long taken = counts.rows() - leftOut;
    long spoilt = spoilt(counts);
    if (!allowed(input.path()).allow(spoilt, taken)) {
      refuse(tooMany(input.path(), taken, spoilt, ofInput, cures));
    } else {
      cures.forEach(cure -> note(Message.of("inputs.cure", input.path(), cure)));
    }
    noteRows(input, counts, ofInput);
  }

  private MaxRejects allowed(String path) {
    return own.getOrDefault(path, maxRejects);
  }

  /**
   * Rows that should have counted. Without a register, a school that has no results is none of this
   * study's, and its passport is no fault.
   */
  private long spoilt(RowCounts counts) {
    return counts.of(RowAccount.REJECTED)
        + counts.incomplete()
        + (registered ? counts.of(RowAccount.UNKNOWN_SCHOOL) : 0);
  }

  private void noteRows(OpenInput input, RowCounts counts, List<Reject> ofInput) {
    String path = input.path();
    ofInput.stream()
        .filter(reject -> reject.account() == RowAccount.UNKNOWN_SCHOOL)
        .findFirst()
        .ifPresent(
            first ->
                note(
                    Message.of(
                        "inputs.unknown-schools",
                        path,
                        counts.of(RowAccount.UNKNOWN_SCHOOL),
                        first.file(),
                        Long.toString(first.line()),
                        first.value(),
                        first.reason())));
    noteTotals(path, ofInput);
    long repeated = counts.of(RowAccount.REPEATED);
    if (repeated > 0) {
      note(Message.of("inputs.repeated-rows", path, repeated));
    }
    if (counts.incomplete() > 0 && !input.ofForms()) { // of forms each cell is named
      note(Message.of("inputs.incomplete-rows", path, counts.incomplete()));
    }
  }

  private void noteTotals(String path, List<Reject> ofInput) {
    Map<Boolean, List<Reject>> withinSchools =
        ofInput.stream()
            .filter(reject -> reject.account() == RowAccount.TOTAL)
            .collect(partitioningBy(r -> r.reason().code().equals("reject.total-of-several")));
    if (!withinSchools.get(false).isEmpty()) {
      note(Message.of("inputs.totals-left-out", facts(path, withinSchools.get(false))));
    }
    if (!withinSchools.get(true).isEmpty()) {
      note(Message.of("inputs.totals-within", facts(path, withinSchools.get(true))));
    }
  }

  private static Object[] facts(String path, List<Reject> totals) {
    Reject first = totals.get(0);
    return new Object[] {
      path,
      totals.size(),
      Totals.named(totals.stream().map(Reject::value).distinct().toList()),
      first.file(),
      Long.toString(first.line()),
      first.reason()
    };
  }

  private Message tooMany(
      String path, long rows, long spoilt, List<Reject> ofInput, List<Message> cures) {
    Message told =
        listed(
            Message.of("inputs.too-many-rejects", path, spoilt, rows, allowed(path).toString()),
            ofInput.stream().filter(reject -> !HARMLESS.contains(reject.account())).toList());
    for (Message cure : cures) {
      told = Message.of("then", told, cure);
    }
    mostSpoilt = Math.max(mostSpoilt, spoilt);
    hopeless |=
        spoilt > MOST_ALLOWED * rows || own.containsKey(path) || Cures.leavesOutAFile(cures);
    return told;
  }

  /** A head with the rejects under it, grouped by column and reason, with an example each. */
  static Message listed(Message head, List<Reject> ofInput) {
    Message told = head;
    List<RejectGroup> groups = RejectGroup.of(ofInput);
    for (RejectGroup group : groups.subList(0, Math.min(GROUPS_SHOWN, groups.size()))) {
      Message example = group.example().told();
      told =
          Message.of(
              "then", told, Message.of("inputs.reject-group", group.rejects().size(), example));
    }
    if (groups.size() > GROUPS_SHOWN) {
      int more = groups.size() - GROUPS_SHOWN;
      told = Message.of("then", told, Message.of("inputs.more-reject-groups", more));
    }
    return told;
  }

  List<InputFile> files() {
    return files;
  }

  List<Reject> rejects() {
    return rejects.values().stream().flatMap(List::stream).sorted().toList();
  }

  /** Rejects of the inputs of a role. */
  List<Reject> rejects(String role) {
    return rejects.getOrDefault(role, List.of()).stream().sorted().toList();
  }

  List<Message> notes() {
    if (guessed.isEmpty()) {
      return notes;
    }
    List<Message> all = new ArrayList<>(List.of(Message.of(GUESSED, String.join(", ", guessed))));
    all.addAll(notes);
    return all;
  }

  /** Why a run must not use the inputs, in the order in which it was found, and what to do. */
  Optional<Message> refusal() {
    Optional<Message> why = refusals.stream().reduce((a, b) -> Message.of("then", a, b));
    if (mostSpoilt == 0) {
      return why;
    }
    Message cure =
        hopeless ? Message.of("inputs.correct") : Message.of("inputs.correct-or-raise", mostSpoilt);
    return why.map(told -> Message.of("then", told, cure));
  }

  boolean refuses() {
    return !refusals.isEmpty();
  }
}

package io.levelfield.ingest;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.input.InputFile;
import io.levelfield.model.input.Reject;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps account of what was read and refused, file by file. */
final class InputLog {
  private static final int REJECTS_SHOWN = 5;

  private final double maxRejects;
  private final List<InputFile> files = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();
  private final List<Message> notes = new ArrayList<>();
  private final List<Message> refusals = new ArrayList<>();

  InputLog(double maxRejects) {
    this.maxRejects = maxRejects;
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
   * @throws InputsRefused if a file has no rows, or two are the same
   */
  void record(OpenInput input, List<List<PartLog>> logs) {
    long rows = 0;
    long rejected = 0;
    long leftOut = 0;
    Map<String, String> seen = new HashMap<>();
    List<Reject> ofInput = new ArrayList<>();
    for (int i = 0; i < logs.size(); i++) {
      CsvFile file = input.files().get(i);
      String twin = seen.put(file.survey().sha256(), file.name());
      if (twin != null) {
        throw new InputsRefused(
            Message.of("inputs.same-file-twice", input.path(), file.name(), twin));
      }
      long fileRows = logs.get(i).stream().mapToLong(PartLog::rows).sum();
      long fileRejected = logs.get(i).stream().mapToLong(PartLog::rejected).sum();
      logs.get(i).forEach(part -> ofInput.addAll(part.rejects()));
      rows += fileRows;
      rejected += fileRejected;
      long fileLeftOut = logs.get(i).stream().mapToLong(PartLog::leftOut).sum();
      leftOut += fileLeftOut;
      files.add(
          new InputFile(
              input.role(),
              file.name(),
              file.survey().sha256(),
              file.survey().bytes(),
              fileRows,
              fileRejected,
              fileLeftOut,
              file.describe()));
      file.notes().forEach(this::note);
      if (fileRows == 0) {
        throw new InputsRefused(Message.of("inputs.no-rows", input.path(), file.name()));
      }
    }
    rejects.addAll(ofInput);
    if (leftOut == rows) {
      throw new InputsRefused(Message.of("inputs.where-takes-none", input.path()));
    }
    if (leftOut > 0) {
      note(Message.of("inputs.left-out-by-where", input.path(), leftOut, rows));
    }
    if (logs.stream().flatMap(List::stream).anyMatch(PartLog::classLetters)) {
      note(Message.of("inputs.class-letters-cut", input.path()));
    }
    if (rejected > maxRejects * (rows - leftOut)) {
      refuse(tooMany(input.path(), rows - leftOut, rejected, ofInput));
    }
  }

  private Message tooMany(String path, long rows, long rejected, List<Reject> ofInput) {
    Message head =
        Message.of("inputs.too-many-rejects", path, rejected, rows, Double.toString(maxRejects));
    return Message.of(
        "then", listed(head, rejected, ofInput), Message.of("inputs.correct-or-raise"));
  }

  /** A head with the first rejects under it. */
  static Message listed(Message head, long rejected, List<Reject> ofInput) {
    Message told = head;
    for (Reject reject : ofInput.stream().sorted().limit(REJECTS_SHOWN).toList()) {
      told = Message.of("then", told, line(reject));
    }
    if (rejected > REJECTS_SHOWN) {
      told = Message.of("then", told, Message.of("inputs.more-rejects", rejected - REJECTS_SHOWN));
    }
    return told;
  }

  private static Message line(Reject reject) {
    String line = Long.toString(reject.line());
    return reject.column().isEmpty()
        ? Message.of("inputs.reject-row", reject.file(), line, reject.reason())
        : Message.of(
            "inputs.reject", reject.file(), line, reject.column(), reject.value(), reject.reason());
  }

  List<InputFile> files() {
    return files;
  }

  List<Reject> rejects() {
    return rejects.stream().sorted().toList();
  }

  List<Message> notes() {
    return notes;
  }

  /** Why a run must not use the inputs, in the order in which it was found. */
  List<Message> refusals() {
    return refusals;
  }
}

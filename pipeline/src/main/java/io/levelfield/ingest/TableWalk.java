package io.levelfield.ingest;

import io.levelfield.ingest.TableInput.Claim;
import io.levelfield.model.input.RowAccount;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One walk over the rows of all inputs of small tables that have one role. */
final class TableWalk<K, V> {
  private final List<InputLoop.Tables<K, V>> inputs;
  private final Map<RowAt, Twins.SetAside> aside;
  private final List<CsvShape> shapes = new ArrayList<>();
  private final Twins<K, V> twins = new Twins<>();
  private final List<TellingColumns> telling = new ArrayList<>();
  private final List<List<V>> values = new ArrayList<>();
  private final List<List<List<PartLog>>> logs = new ArrayList<>();

  /**
   * Walks.
   *
   * @param opened files of each input
   * @param aside rows that do not count, as an earlier walk found
   */
  TableWalk(
      List<InputLoop.Tables<K, V>> inputs,
      List<OpenInput> opened,
      Map<RowAt, Twins.SetAside> aside) {
    this.inputs = inputs;
    this.aside = aside;
    opened.forEach(input -> shapes.addAll(input.shapes()));
    int number = 0;
    for (int i = 0; i < inputs.size(); i++) {
      values.add(new ArrayList<>());
      telling.add(new TellingColumns());
      List<List<PartLog>> ofInput = new ArrayList<>();
      for (CsvFile file : opened.get(i).files()) {
        ofInput.add(walk(i, file, number++));
      }
      logs.add(ofInput);
    }
  }

  private List<PartLog> walk(int input, CsvFile file, int number) {
    CsvShape shape = shapes.get(number);
    TableInput<K, V> table = inputs.get(input).table();
    TableInput.RowReader<K, V> reader = table.of(shape);
    int keyAt = shape.column(table.keyColumn());
    List<PartLog> parts = new ArrayList<>();
    for (FilePart part : file.survey().parts()) {
      parts.add(
          file.placed(
              Rows.read(
                  part,
                  shape,
                  (row, line, lost) -> {
                    if (!file.answers()) {
                      return RowAccount.NOT_TAKEN;
                    }
                    var at = new RowAt(number, line, row.result());
                    if (aside.containsKey(at)) {
                      Twins.SetAside own = aside.get(at);
                      if (own.account() == RowAccount.REJECTED && own.ofOther()) {
                        telling.get(input).add(shape, at, row, own.other());
                      }
                      throw setAside(file, shape, row, keyAt, own);
                    }
                    List<Claim<K, V>> claims = reader.read(row, lost);
                    claims.forEach(
                        claim -> {
                          twins.add(claim.key(), claim.value(), at, claims.size());
                          values.get(input).add(claim.value());
                        });
                    return claims.isEmpty() ? RowAccount.NOT_TAKEN : RowAccount.COUNTED;
                  })));
    }
    return parts;
  }

  private BadCell setAside(
      CsvFile file, CsvShape shape, FieldBuffer row, int keyAt, Twins.SetAside told) {
    String other = shapes.get(told.other().file()).name();
    boolean otherForm =
        file.form().isPresent() && told.account() == RowAccount.REJECTED && told.ofOther();
    return new BadCell(
        shape.header().get(keyAt),
        row.text(keyAt),
        otherForm ? Message.of("reject.form-contradicts", other) : told.reason(other),
        told.account());
  }

  Twins<K, V> twins() {
    return twins;
  }

  /** Values of the rows of an input that count. */
  List<V> values(int input) {
    return values.get(input);
  }

  /** How to choose among the contradictory rows of an input, where a column tells them apart. */
  Optional<Message> cure(int input) {
    TableInput<K, V> table = inputs.get(input).table();
    List<String> mapped = new ArrayList<>(table.wanted());
    shapes.forEach(shape -> mapped.addAll(table.numbers(shape)));
    TellingColumns columns = telling.get(input);
    return columns
        .cure(inputs.get(input).path(), mapped)
        .or(() -> columns.ofOneFile() ? table.mayBe() : Optional.empty());
  }

  /** Logs of an input's files. */
  List<List<PartLog>> logs(int input) {
    return logs.get(input);
  }
}

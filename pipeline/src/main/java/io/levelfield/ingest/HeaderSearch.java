package io.levelfield.ingest;

import io.levelfield.model.InputsRefused;
import io.levelfield.model.text.Message;
import io.levelfield.study.Dialect;
import io.levelfield.study.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Looks for the header of one file, and says what is wrong where it lacks a mapped column. */
final class HeaderSearch {
  private static final int COLUMNS_SHOWN = 30;

  private final String name;
  private final Dialect dialect;
  private final char delimiter;
  private final Collection<String> wanted;

  /**
   * @param name the file as the study names it
   * @param delimiter between its fields
   * @param wanted columns the study maps
   */
  HeaderSearch(String name, Dialect dialect, char delimiter, Collection<String> wanted) {
    this.name = name;
    this.dialect = dialect;
    this.delimiter = delimiter;
    this.wanted = wanted;
  }

  /** Whether these records begin a table with all mapped columns. */
  boolean suits(List<HeaderLine.Line> records) {
    return HeaderLine.find(records, wanted, dialect.headerLine())
        .filter(header -> header.complete(wanted))
        .isPresent();
  }

  /**
   * The header.
   *
   * @param records the table begins with
   * @param hint what setting would make absent columns appear
   * @throws InputsRefused if there is none, or it lacks a mapped column, or has one twice
   */
  HeaderLine in(List<HeaderLine.Line> records, Supplier<Message> hint) {
    HeaderLine header =
        HeaderLine.find(records, wanted, dialect.headerLine())
            .orElseThrow(() -> new InputsRefused(noHeader()));
    for (String column : wanted) {
      if (ColumnNames.at(header.names(), column) < 0) {
        throw new InputsRefused(noColumn(header, column, hint.get()));
      }
      if (ColumnNames.repeats(header.names(), column)) {
        throw new InputsRefused(
            Message.of("inputs.column-twice", name, column, Long.toString(header.line())));
      }
    }
    return header;
  }

  private Message noHeader() {
    return dialect.headerLine().isPresent()
        ? Message.of(
            "inputs.no-header-line", name, Integer.toString(dialect.headerLine().getAsInt()))
        : Message.of("inputs.empty", name);
  }

  private Message noColumn(HeaderLine header, String column, Message hint) {
    return Message.of(
        "inputs.no-column",
        name,
        column,
        hint.equals(Message.NONE) ? likely(header, column) : hint,
        shown(header.names()),
        Long.toString(header.line()));
  }

  private Message likely(HeaderLine header, String column) {
    Message nearest = Nearest.suggestion(column, header.names());
    return nearest.equals(Message.NONE) && header.names().size() == 1
        ? Message.of("inputs.one-column", Character.toString(delimiter))
        : nearest;
  }

  private static String shown(List<String> names) {
    String list = String.join(", ", names.subList(0, Math.min(COLUMNS_SHOWN, names.size())));
    return names.size() > COLUMNS_SHOWN ? list + ", …" : list;
  }

  /**
   * What readers must know of a header that is not simply the first line.
   *
   * @param separatorLine whether the file's first line is no title but tells the delimiter
   */
  List<Message> notes(HeaderLine header, boolean separatorLine) {
    List<Message> notes = new ArrayList<>();
    int above =
        header.records()
            - (header.joined() ? 2 : 1)
            - (header.numbered() ? 1 : 0)
            - (separatorLine ? 1 : 0);
    String line = Long.toString(header.line());
    if (above > 0) {
      notes.add(Message.of("inputs.lines-above-header", name, line, above));
    }
    if (header.joined()) {
      notes.add(Message.of("inputs.header-joined", name, line, Long.toString(header.line() + 1)));
    }
    if (header.numbered()) {
      notes.add(Message.of("inputs.columns-numbered", name));
    }
    return notes;
  }
}

package io.levelfield.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A form as LibreOffice has it open: a flat spreadsheet whose cells are typed into. */
final class OfficeForm {
  static final Path OFFICE = Path.of("/usr/bin/soffice");

  private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
  private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
  private static final String VALUE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  private static final int FILLED_IN = 6;

  private final Path file;
  private final Document document;

  private OfficeForm(Path file, Document document) {
    this.file = file;
    this.document = document;
  }

  /** Lets LibreOffice write all files of a directory in another format. */
  static void convert(Path from, Path to, String format, Path profile) {
    try (Stream<Path> files = Files.list(from)) {
      List<String> command =
          new ArrayList<>(
              List.of(
                  OFFICE.toString(),
                  "-env:UserInstallation=" + profile.toUri(),
                  "--headless",
                  "--convert-to",
                  format,
                  "--outdir",
                  to.toString()));
      files.map(Path::toString).sorted().forEach(command::add);
      Process office =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(profile.resolveSibling("office.log").toFile())
              .start();
      assertThat(office.waitFor(3, TimeUnit.MINUTES)).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static OfficeForm open(Path file) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return new OfficeForm(file, factory.newDocumentBuilder().parse(file.toFile()));
    } catch (IOException | ParserConfigurationException | SAXException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }

  /** Types a value, a number where it is one, into the row with a mark. */
  OfficeForm type(String sheet, String mark, String value) {
    return type(sheet, mark, FILLED_IN, value);
  }

  OfficeForm type(String sheet, String mark, int column, String value) {
    Element cell = cells(row(sheet, mark)).get(column);
    boolean number = value.matches("[0-9.]+") && !value.startsWith("00");
    List.copyOf(elements(cell, TEXT, "p")).forEach(cell::removeChild);
    cell.setAttributeNS(VALUE, "office:value-type", number ? "float" : "string");
    if (number) {
      cell.setAttributeNS(VALUE, "office:value", value);
    }
    Element text = document.createElementNS(TEXT, "text:p");
    text.setTextContent(value);
    cell.appendChild(text);
    return this;
  }

  /** Adds a row above that with a mark. */
  OfficeForm addRowAbove(String sheet, String mark, int column, String value) {
    Element below = row(sheet, mark);
    Element added = document.createElementNS(TABLE, "table:table-row");
    for (int i = 0; i <= column; i++) {
      added.appendChild(document.createElementNS(TABLE, "table:table-cell"));
    }
    Element cell = elements(added, TABLE, "table-cell").get(column);
    cell.setAttributeNS(VALUE, "office:value-type", "string");
    Element text = document.createElementNS(TEXT, "text:p");
    text.setTextContent(value);
    cell.appendChild(text);
    below.getParentNode().insertBefore(added, below);
    return this;
  }

  OfficeForm rename(String sheet, String name) {
    sheet(sheet).setAttributeNS(TABLE, "table:name", name);
    return this;
  }

  void save() {
    try {
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(file.toFile()));
    } catch (TransformerException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }

  private Element sheet(String name) {
    return list(document.getElementsByTagNameNS(TABLE, "table")).stream()
        .filter(sheet -> sheet.getAttributeNS(TABLE, "name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Element row(String sheet, String mark) {
    return list(sheet(sheet).getElementsByTagNameNS(TABLE, "table-row")).stream()
        .filter(row -> cells(row).get(0).getTextContent().strip().equals(mark))
        .findFirst()
        .orElseThrow();
  }

  /** Cells of a row, those that stand for several alike made to be several. */
  private static List<Element> cells(Element row) {
    List<Element> cells = new ArrayList<>();
    for (Element cell : children(row)) {
      String repeated = cell.getAttributeNS(TABLE, "number-columns-repeated");
      int times = repeated.isEmpty() ? 1 : Integer.parseInt(repeated);
      if (times > 1 && cells.size() <= FILLED_IN) {
        cell.removeAttributeNS(TABLE, "number-columns-repeated");
        for (int i = 1; i < Math.min(times, FILLED_IN + 2); i++) {
          row.insertBefore(cell.cloneNode(true), cell);
        }
        return cells(row);
      }
      cells.add(cell);
    }
    return cells;
  }

  private static List<Element> children(Element of) {
    List<Element> all = new ArrayList<>();
    for (Node child = of.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        all.add(element);
      }
    }
    return all;
  }

  private static List<Element> elements(Element of, String space, String name) {
    return children(of).stream()
        .filter(
            e -> Arrays.asList(e.getNamespaceURI(), e.getLocalName()).equals(List.of(space, name)))
        .toList();
  }

  private static List<Element> list(NodeList nodes) {
    List<Element> all = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      all.add((Element) nodes.item(i));
    }
    return all;
  }
}

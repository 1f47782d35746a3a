package io.levelfield.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.model.text.Language;
import io.levelfield.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Describes the tables for other programs.
 *
 * @see <a href="https://specs.frictionlessdata.io/tabular-data-package/">Tabular Data Package</a>
 */
final class DataPackage {
  private static final String SCHOOL_ID = "school_id";
  private static final Texts RUSSIAN = Texts.in(Language.RU);
  private static final Texts ENGLISH = Texts.in(Language.EN);

  private DataPackage() {}

  /**
   * Describes tables.
   *
   * @param folder of their files, seen from the description
   */
  static ObjectNode describe(List<Table> tables, String folder, Texts texts) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("profile", "tabular-data-package");
    json.put("name", "levelfield-run");
    json.put("title", texts.get("package.title"));
    json.put("schema_version", SchemaVersion.CURRENT.toString());
    ArrayNode resources = json.putArray("resources");
    tables.forEach(table -> resources.add(resource(table, folder, texts)));
    return json;
  }

  static String title(Table table, Texts texts) {
    return texts.get("table." + table.name());
  }

  static String meaning(Column<?> column, Texts texts) {
    return texts.get("column." + column.meaning(), column.arguments().toArray());
  }

  private static ObjectNode resource(Table table, String folder, Texts texts) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("profile", "tabular-data-resource");
    json.put("name", table.name());
    json.put("path", folder + table.name() + ".csv");
    json.put("title", title(table, texts));
    json.put("title_ru", title(table, RUSSIAN));
    json.put("title_en", title(table, ENGLISH));
    json.put("format", "csv");
    json.put("mediatype", "text/csv");
    json.put("encoding", "utf-8");
    json.putObject("dialect")
        .put("delimiter", ",")
        .put("lineTerminator", "\r\n")
        .put("doubleQuote", true);
    json.set("schema", schema(table, texts));
    return json;
  }

  /**
   * Columns, key and references of a table.
   *
   * @see <a href="https://specs.frictionlessdata.io/table-schema/">Table Schema</a>
   */
  static ObjectNode schema(Table table, Texts texts) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    ArrayNode fields = schema.putArray("fields");
    for (Column<?> column : table.columns()) {
      ObjectNode field = fields.addObject();
      field.put("name", column.name());
      field.put("type", column.type().name().toLowerCase(Locale.ROOT));
      field.put("description", meaning(column, texts));
      field.put("description_ru", meaning(column, RUSSIAN));
      field.put("description_en", meaning(column, ENGLISH));
      ColumnUnit.of(table.name(), column.name(), column.type())
          .counted()
          .ifPresent(unit -> field.put("unit", unit));
      if (table.key().contains(column.name())) {
        field.putObject("constraints").put("required", true);
      }
    }
    schema.putArray("missingValues").add("");
    ArrayNode key = schema.putArray("primaryKey");
    table.key().forEach(key::add);
    // A question may be of no one school, and public results are of several together too.
    boolean alwaysSchools =
        !Set.of("schools", "quality", "public_schools", "public_results").contains(table.name());
    if (alwaysSchools && table.key().contains(SCHOOL_ID)) {
      ObjectNode foreign = schema.putArray("foreignKeys").addObject();
      foreign.put("fields", SCHOOL_ID);
      foreign.putObject("reference").put("resource", "schools").put("fields", SCHOOL_ID);
    }
    return schema;
  }
}

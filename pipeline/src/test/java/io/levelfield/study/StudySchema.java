package io.levelfield.study;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;

/**
 * Makes the JSON Schema of a study from the {@code study} records, for editors. Draft 7, which YAML
 * language servers know best, without {@code $ref}, so that a hint shows on every key.
 */
final class StudySchema {
  /** Every record once with what it requires, so that writing it back shows the defaults. */
  private static final String LEAST_STUDY =
      """
      study: least
      inputs:
        schools: [{path: schools.csv, columns: {school_id: id}}]
        results: [{path: results.csv, shape: pupils, columns: {school_id: id, year: y, score: s}}]
        minimums: [{path: minimums.csv, columns: {minimum: m}}]
        context: [{path: context.csv, columns: {school_id: id, year: y}}]
      context_index: {indicators: {key: {direction: favourable}}}
      clusters: {}
      identify: {}
      """;

  private static final String MAX_REJECTS =
      """
      anyOf:
        - {type: number, minimum: 0}
        - type: object
          properties:
            share: {type: number, minimum: 0, maximum: 1, description: 'Share of the rows, 0 to 1.'}
            rows: {type: integer, minimum: 0, description: Rows whatever their share.}
          additionalProperties: false
      """;

  private static final String UNKNOWN =
      """
      anyOf:
        - type: [string, number, boolean]
        - {type: array, items: {type: [string, number, boolean]}}
        - type: object
          properties:
            values:
              anyOf:
                - type: [string, number, boolean]
                - {type: array, items: {type: [string, number, boolean]}}
              description: Cell texts that are codes for 'unknown', e.g. 99.
            when_empty:
              type: string
              description: A column of the same file; where it is empty, the indicator is unknown too.
          additionalProperties: false
      """;

  private static final String TEXTS =
      """
      anyOf:
        - type: [string, number, boolean]
        - {type: array, items: {type: [string, number, boolean]}}
      """;

  private static final String TEXT_BY_SUBJECT =
      "{type: object, additionalProperties: {type: [string, number, boolean]}}";

  private static final String TEXT_OR_BY_SUBJECT =
      """
      anyOf:
        - type: [string, number, boolean]
        - {type: object, additionalProperties: {type: [string, number, boolean]}}
      """;

  private static final String WHERE =
      """
      type: object
      additionalProperties:
        anyOf:
          - type: [string, number, boolean]
          - {type: array, items: {type: [string, number, boolean]}}
          - type: object
            properties:
              not:
                anyOf:
                  - type: [string, number, boolean]
                  - {type: array, items: {type: [string, number, boolean]}}
                description: Rows whose cell is none of these are taken.
            required: [not]
            additionalProperties: false
      """;

  private StudySchema() {}

  static ObjectNode generate() {
    var builder =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_7, OptionPreset.PLAIN_JSON)
            .with(new JacksonModule(JacksonOption.RESPECT_JSONPROPERTY_REQUIRED))
            .with(Option.INLINE_ALL_SCHEMAS)
            .without(Option.FLATTENED_OPTIONALS);
    builder
        .forFields()
        .withPropertyNameOverrideResolver(StudySchema::name)
        .withTargetTypeOverridesResolver(StudySchema::withoutOptional);
    builder
        .forTypesInGeneral()
        .withPropertySorter(Comparator.comparing(member -> 0)) // as declared
        .withCustomDefinitionProvider(StudySchema::written);
    ObjectNode schema = new SchemaGenerator(builder.build()).generateSchema(Study.class);
    addDefaults(
        schema, StudyLoader.mapper().valueToTree(StudyLoader.parse(LEAST_STUDY, List.of())));
    // The loader puts the file's contents in the place of its path.
    ((ObjectNode) schema.at("/properties/programme")).putArray("type").add("object").add("string");
    ObjectNode titled = JsonNodeFactory.instance.objectNode();
    titled.set("$schema", schema.remove("$schema"));
    titled.put("title", "A study of Levelfield");
    titled.setAll(schema);
    return titled;
  }

  private static String name(FieldScope field) {
    JsonProperty named = field.getAnnotationConsideringFieldAndGetter(JsonProperty.class);
    return named == null || named.value().isEmpty()
        ? PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(field.getName())
        : named.value();
  }

  private static List<ResolvedType> withoutOptional(FieldScope field) {
    Class<?> type = field.getType().getErasedType();
    if (type == Optional.class) {
      return List.of(field.getTypeParameterFor(Optional.class, 0));
    }
    if (type == OptionalInt.class) {
      return List.of(field.getContext().resolve(Integer.class));
    }
    if (type == OptionalDouble.class) {
      return List.of(field.getContext().resolve(Double.class));
    }
    return null; // the generator's sign for: as declared
  }

  /** What is not written as an object of its components; null, for the generator, elsewhere. */
  private static CustomDefinition written(ResolvedType type, SchemaGenerationContext context) {
    Class<?> java = type.getErasedType();
    ObjectNode definition;
    if (java.isEnum()) {
      definition = yaml("type: string");
      for (Object constant : java.getEnumConstants()) {
        definition.withArray("enum").add(constant.toString().toLowerCase(Locale.ROOT));
      }
    } else if (java == String.class) {
      // The loader takes every scalar as text, so `equals: 1` needs no quotes.
      definition = yaml("type: [string, number, boolean]");
    } else if (java == Map.class) {
      definition = yaml("type: object");
      definition.set(
          "additionalProperties", context.createDefinition(type.getTypeParameters().get(1)));
    } else if (java == Range.class) {
      definition = yaml("{type: array, items: {type: number}, minItems: 2, maxItems: 2}");
    } else if (java == GroupCount.class) {
      definition = yaml("anyOf: [{type: integer, minimum: 1}, {const: auto}]");
    } else if (java == MaxRejects.class) {
      definition = yaml(MAX_REJECTS);
    } else if (java == Unknown.class) {
      definition = yaml(UNKNOWN);
    } else if (java == CodeColumns.class) {
      definition = yaml(TEXTS);
    } else if (java == SubjectColumns.class) {
      definition = yaml(TEXT_BY_SUBJECT);
    } else if (java == CountColumn.class) {
      definition = yaml(TEXT_OR_BY_SUBJECT);
    } else if (java == Where.class) {
      definition = yaml(WHERE);
    } else {
      return null;
    }
    return new CustomDefinition(
        definition, CustomDefinition.INLINE_DEFINITION, CustomDefinition.EXCLUDING_ATTRIBUTES);
  }

  private static ObjectNode yaml(String text) {
    try {
      return (ObjectNode) StudyLoader.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /**
   * Closes every record to unknown keys, and gives every setting that has a value where the study
   * is silent that value.
   */
  private static void addDefaults(ObjectNode schema, JsonNode value) {
    schema.put("additionalProperties", false);
    schema
        .get("properties")
        .properties()
        .forEach(
            property -> {
              String key = property.getKey();
              var child = (ObjectNode) property.getValue();
              JsonNode own = value.path(key);
              if (child.has("properties")) {
                // The columns and constants of the least study are no defaults.
                boolean named = key.equals("columns") || key.equals("constants");
                addDefaults(child, named ? MissingNode.getInstance() : own);
              } else if (child.path("items").has("properties")) {
                addDefaults((ObjectNode) child.get("items"), own.path(0));
              } else if (child.path("additionalProperties").has("properties")) {
                addDefaults((ObjectNode) child.get("additionalProperties"), own.path("key"));
              } else if (!isRequired(key, schema) && isDefault(own)) {
                child.set("default", own);
              }
            });
  }

  private static boolean isRequired(String key, JsonNode schema) {
    return StreamSupport.stream(schema.path("required").spliterator(), false)
        .anyMatch(required -> required.asText().equals(key));
  }

  private static boolean isDefault(JsonNode value) {
    return value.isArray() ? !value.isEmpty() : value.isValueNode() && !value.isNull();
  }
}

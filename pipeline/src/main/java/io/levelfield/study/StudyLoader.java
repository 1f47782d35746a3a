package io.levelfield.study;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.levelfield.model.text.Language;
import io.levelfield.model.text.Message;
import io.levelfield.text.FileFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a study from YAML; every fault is a {@link StudyProblem} with its YAML path. */
public final class StudyLoader {
  private static final Logger LOG = LoggerFactory.getLogger(StudyLoader.class);

  private static final Pattern TABLE = Pattern.compile("(?i).*\\.(csv|tsv|xlsx?|gz|zip)");

  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .addModule(new Jdk8Module())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .build();

  private StudyLoader() {}

  /** The mapper that reads and writes studies. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /**
   * Loads a study.
   *
   * @param file the YAML file
   * @param overrides {@code a.b[0].c=value}, applied in order; the value is read as YAML
   * @throws StudyProblem if the file or an override cannot be read or says something impossible
   */
  public static Study load(Path file, List<String> overrides) {
    return parse(read(file), overrides, file.toString());
  }

  /** Loads a study from YAML text whose paths are relative to the working directory. */
  public static Study parse(String yaml, List<String> overrides) {
    return parse(yaml, overrides, "");
  }

  private static Study parse(String yaml, List<String> overrides, String file) {
    if (!(tree(yaml, file) instanceof ObjectNode root)) {
      throw new StudyProblem("", Message.of("study.empty"));
    }
    overrides.forEach(override -> apply(root, override));
    if (root.get("context_index") instanceof ObjectNode contextIndex) {
      Preset.fillIn(contextIndex, MAPPER);
    }
    ShareThreshold.fillIn(root);
    if (root.get("programme") instanceof TextNode programme) {
      root.set("programme", programme(Path.of(file).resolveSibling(programme.asText())));
    }
    return StudyTree.study(root, MAPPER);
  }

  /** The programme is written once, and may serve several studies. */
  private static JsonNode programme(Path file) {
    try {
      return tree(read(file), file.toString());
    } catch (StudyProblem e) {
      throw e.within("programme");
    }
  }

  private static JsonNode tree(String yaml, String file) {
    try {
      Optional<PlainYaml.Fault> fault = fault(yaml);
      if (fault.isPresent()) {
        Optional<List<String>> place =
            Optional.of(
                List.of(
                    Integer.toString(fault.get().line()), Integer.toString(fault.get().column())));
        throw new StudyProblem(
            "", Message.of("study.yaml-refused", at(file, place), fault.get().told()));
      }
      return MAPPER.readTree(yaml);
    } catch (JacksonException e) {
      throw new StudyProblem(
          "", Message.of("study.no-yaml", at(file, YamlFault.place(e)), YamlFault.of(e)));
    }
  }

  private static Optional<PlainYaml.Fault> fault(String yaml) throws JacksonException {
    try (YAMLParser parser = MAPPER.getFactory().createParser(yaml)) {
      return PlainYaml.find(parser);
    } catch (JacksonException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text has nothing that cannot be read
    }
  }

  /**
   * The language a study asks for, also where the study itself cannot be used.
   *
   * @return empty where not even that can be read
   */
  public static Optional<Language> language(Path file, List<String> overrides) {
    try {
      JsonNode tree = MAPPER.readTree(languageOf(read(file)));
      if (tree instanceof ObjectNode root) {
        overrides.stream().filter(o -> o.startsWith("language=")).forEach(o -> apply(root, o));
        return Optional.of(meant(root.path("language").asText("en")));
      }
    } catch (IOException | IllegalArgumentException | StudyProblem e) {
      LOG.debug("no language can be read from {}", file, e);
    }
    return Optional.empty();
  }

  /** The language of which this is the name, or looks like it: rus, Русский. */
  private static Language meant(String name) {
    return name.strip().toLowerCase(Locale.ROOT).matches("(ru|ру).*")
        ? Language.RU
        : MAPPER.convertValue(name, Language.class);
  }

  /** The line that names the language, for the rest of the text may be no YAML. */
  private static String languageOf(String yaml) {
    return yaml.lines().filter(line -> line.startsWith("language:")).findFirst().orElse("{}");
  }

  private static String read(Path file) {
    if (TABLE.matcher(file.toString()).matches()) {
      throw new StudyProblem("", Message.of("study.is-table", file.toString()));
    }
    try (InputStream content = Files.newInputStream(file)) {
      byte[] bytes = content.readNBytes(PlainYaml.MOST_BYTES + 1);
      if (bytes.length > PlainYaml.MOST_BYTES) {
        throw new StudyProblem(
            "", Message.of("study.too-large", file.toString(), PlainYaml.MOST_BYTES));
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (NoSuchFileException e) {
      throw new StudyProblem("", Message.of("study.no-file", file.toString()));
    } catch (CharacterCodingException e) {
      throw new StudyProblem("", Message.of("study.no-utf-8", file.toString()));
    } catch (IOException e) {
      throw new StudyProblem("", Message.of("study.unreadable", file.toString(), FileFault.of(e)));
    }
  }

  private static void apply(ObjectNode root, String override) {
    int equals = override.indexOf('=');
    if (equals < 1) {
      throw new StudyProblem("--set " + override, Message.of("study.set-form"));
    }
    JsonNode value;
    try {
      fault(override.substring(equals + 1))
          .ifPresent(
              fault -> {
                throw new StudyProblem("--set " + override, fault.told());
              });
      value = MAPPER.readTree(override.substring(equals + 1));
    } catch (JacksonException e) {
      throw new StudyProblem("--set " + override, Message.of("study.set-no-yaml", YamlFault.of(e)));
    }
    List<String> steps =
        Arrays.asList(override.substring(0, equals).replace("[", ".[").split("\\.", -1));
    if (steps.stream().anyMatch(String::isBlank)) {
      throw new StudyProblem("--set " + override, Message.of("study.set-form"));
    }
    JsonNode node = root;
    for (String step : steps.subList(0, steps.size() - 1)) {
      node = descend(node, step, override);
    }
    String last = steps.get(steps.size() - 1);
    if (node instanceof ObjectNode object && !last.startsWith("[")) {
      object.set(last, value);
    } else if (node instanceof ArrayNode array && array.has(index(last, override))) {
      array.set(index(last, override), value);
    } else {
      throw new StudyProblem("--set " + override, Message.of("study.set-no-place"));
    }
  }

  private static JsonNode descend(JsonNode node, String step, String override) {
    if (node instanceof ArrayNode array && array.has(index(step, override))) {
      return array.get(index(step, override));
    }
    if (node instanceof ObjectNode object && !step.startsWith("[")) {
      return object.has(step) && !object.get(step).isNull()
          ? object.get(step)
          : object.putObject(step);
    }
    throw new StudyProblem("--set " + override, Message.of("study.set-no-step", step));
  }

  private static int index(String step, String override) {
    if (!step.matches("\\[\\d{1,6}]")) {
      throw new StudyProblem("--set " + override, Message.of("study.set-place", step));
    }
    return Integer.parseInt(step.substring(1, step.length() - 1));
  }

  private static Message at(String file, Optional<List<String>> place) {
    if (place.isEmpty()) {
      return file.isEmpty() ? Message.NONE : Message.of("study.at-file", file);
    }
    String line = place.get().get(0);
    String column = place.get().get(1);
    return file.isEmpty()
        ? Message.of("study.at-line", line, column)
        : Message.of("study.at-file-line", file, line, column);
  }
}

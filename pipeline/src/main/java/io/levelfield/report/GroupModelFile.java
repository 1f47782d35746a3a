package io.levelfield.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.levelfield.model.cluster.EarlierGroups;
import io.levelfield.model.cluster.FeatureMatrix.Axis;
import io.levelfield.model.cluster.GroupModel;
import io.levelfield.model.cluster.GroupModel.Group;
import io.levelfield.model.cluster.GroupName;
import io.levelfield.model.cluster.GroupName.Level;
import io.levelfield.model.cluster.GroupName.Trait;
import io.levelfield.model.cluster.Grouping.FeatureScale;
import io.levelfield.model.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The groups' model as JSON. MLlib's file and PMML know standardised features by their place only;
 * this file says which feature it is, how it was standardised, and where the centres lie in units.
 */
public final class GroupModelFile {
  /** Within the directory of a run. */
  public static final String PATH = "model/features.json";

  private GroupModelFile() {}

  /**
   * A saved model.
   *
   * @param earlier the groups that these were numbered and named after
   */
  public record Saved(GroupModel model, Optional<EarlierGroups> earlier) {}

  /**
   * Writes a model.
   *
   * @param run directory of the run, which holds {@code model/}
   */
  public static void write(GroupModel model, Optional<EarlierGroups> earlier, Path run)
      throws IOException {
    ObjectNode json = json(model);
    if (earlier.isPresent()) {
      json.putObject("earlier").put("run", earlier.get().run()).setAll(json(earlier.get().model()));
    }
    Json.write(json, run.resolve(PATH));
  }

  /**
   * Reads the model of a run.
   *
   * @return empty where the run made no groups
   * @throws IOException if the file cannot be read
   * @throws RunProblem if it is not such a model
   */
  public static Optional<Saved> read(Path run) throws IOException {
    Path file = run.resolve(PATH);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonNode json = JsonMapper.builder().build().readTree(Files.readAllBytes(file));
    try {
      JsonNode before = json.path("earlier");
      Optional<EarlierGroups> earlier =
          before.isMissingNode()
              ? Optional.empty()
              : Optional.of(
                  new EarlierGroups(
                      before.required("run").asText(), model(before), Optional.empty()));
      return Optional.of(new Saved(model(json), earlier));
    } catch (IllegalArgumentException e) {
      throw new RunProblem(
          Message.of("run.unreadable", file.toString(), Message.of("run.no-model")), e);
    }
  }

  private static ObjectNode json(GroupModel model) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode features = json.putArray("features");
    for (FeatureScale scale : model.features()) {
      features
          .addObject()
          .put("feature", scale.feature())
          .put("mean", scale.mean())
          .put("sd", scale.sd());
    }
    ArrayNode groups = json.putArray("groups");
    for (Group group : model.groups()) {
      ObjectNode node = groups.addObject();
      node.put("model_cluster", group.cluster() - 1);
      node.put("cluster", group.cluster());
      node.put("name", group.name().code());
      ArrayNode traits = node.putArray("traits");
      group
          .name()
          .traits()
          .forEach(
              trait -> {
                ObjectNode part = traits.addObject();
                part.put("axis", code(trait.axis()));
                trait.feature().ifPresent(feature -> part.put("feature", feature));
                part.put("level", code(trait.level()));
              });
      putCentre(node.putObject("centre"), model.keys(), group.inUnits());
      putCentre(node.putObject("centre_z"), model.keys(), group.standardised());
    }
    return json;
  }

  private static void putCentre(ObjectNode node, List<String> features, List<Double> centre) {
    for (int j = 0; j < features.size(); j++) {
      node.put(features.get(j), centre.get(j));
    }
  }

  private static GroupModel model(JsonNode json) {
    List<FeatureScale> features = new ArrayList<>();
    for (JsonNode feature : json.required("features")) {
      features.add(
          new FeatureScale(
              feature.required("feature").asText(),
              number(feature, "mean"),
              number(feature, "sd")));
    }
    List<Group> groups = new ArrayList<>();
    for (JsonNode node : json.required("groups")) {
      if (node.required("cluster").asInt() != groups.size() + 1) {
        throw new IllegalArgumentException("its groups are not numbered from 1");
      }
      groups.add(
          new Group(
              groups.size() + 1,
              name(node),
              centre(node.required("centre_z"), features),
              centre(node.required("centre"), features)));
    }
    if (features.isEmpty() || groups.isEmpty()) {
      throw new IllegalArgumentException("it has no features or no groups");
    }
    return new GroupModel(features, groups);
  }

  private static GroupName name(JsonNode group) {
    List<Trait> traits = new ArrayList<>();
    for (JsonNode trait : group.required("traits")) {
      traits.add(
          new Trait(
              Axis.valueOf(trait.required("axis").asText().toUpperCase(Locale.ROOT)),
              Optional.ofNullable(trait.path("feature").textValue()),
              Level.valueOf(trait.required("level").asText().toUpperCase(Locale.ROOT))));
    }
    return new GroupName(group.required("name").asText(), traits);
  }

  private static List<Double> centre(JsonNode node, List<FeatureScale> features) {
    return features.stream().map(feature -> number(node, feature.feature())).toList();
  }

  private static double number(JsonNode node, String member) {
    JsonNode value = node.required(member);
    if (!value.isNumber()) {
      throw new IllegalArgumentException(member + " is no number");
    }
    return value.doubleValue();
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}

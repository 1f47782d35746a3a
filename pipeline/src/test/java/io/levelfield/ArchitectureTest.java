package io.levelfield;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import io.levelfield.ingest.FileCache;
import java.io.FileOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keeps the table of packages in docs/architecture.md true. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.levelfield");

  private static final String[] STAGE = {"study", "model", "stats"};

  /** What each package may use. */
  private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

  static {
    MAY_USE.put(
        "cli",
        List.of(
            "run",
            "remote",
            "explain",
            "compare",
            "load",
            "page",
            "assign",
            "draft",
            "forms",
            "report",
            "generate",
            "study",
            "text",
            "model"));
    MAY_USE.put(
        "run",
        List.of(
            "ingest",
            "remote",
            "outcome",
            "context",
            "cluster",
            "quality",
            "identify",
            "support",
            "simulate",
            "page",
            "disclosure",
            "report",
            "study",
            "stats",
            "text",
            "model"));
    MAY_USE.put("explain", List.of("report", "study", "text", "model"));
    MAY_USE.put("compare", List.of("report", "text", "model"));
    MAY_USE.put("load", List.of("report", "study", "text", "model"));
    MAY_USE.put("page", List.of("compare", "report", "text", "model"));
    MAY_USE.put("assign", List.of("ingest", "model"));
    MAY_USE.put("draft", List.of("ingest", "study", "text", "model"));
    MAY_USE.put("forms", List.of("report", "study", "text", "model"));
    MAY_USE.put("report", List.of("text", "model"));
    MAY_USE.put("ingest", List.of("remote", "study", "text", "model"));
    MAY_USE.put("remote", List.of("model"));
    MAY_USE.put("outcome", List.of(STAGE));
    MAY_USE.put("context", List.of(STAGE));
    MAY_USE.put("cluster", List.of(STAGE));
    MAY_USE.put("quality", List.of(STAGE));
    MAY_USE.put("identify", List.of(STAGE));
    MAY_USE.put("support", List.of(STAGE));
    MAY_USE.put("disclosure", List.of("study", "model"));
    MAY_USE.put("simulate", List.of("stats", "model"));
    MAY_USE.put("study", List.of("text", "model"));
    MAY_USE.put("text", List.of("model"));
    MAY_USE.put("generate", List.of("stats", "model"));
    MAY_USE.put("stats", List.of());
    MAY_USE.put("model", List.of());
  }

  @Test
  void stagesFlowOneWay() {
    LayeredArchitecture layers =
        Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.levelfield..");
    for (String name : MAY_USE.keySet()) {
      layers = layers.layer(name).definedBy("io.levelfield." + name + "..");
    }
    for (Map.Entry<String, List<String>> layer : MAY_USE.entrySet()) {
      layers =
          layer.getValue().isEmpty()
              ? layers.whereLayer(layer.getKey()).mayNotAccessAnyLayer()
              : layers
                  .whereLayer(layer.getKey())
                  .mayOnlyAccessLayers(layer.getValue().toArray(String[]::new));
    }
    layers.ensureAllClassesAreContainedInArchitecture().check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.levelfield.(*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching("io.levelfield.model.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void valuesKnowNoEngineAndDoNoInput() {
    noClasses()
        .that()
        .resideInAnyPackage("io.levelfield.model..", "io.levelfield.stats..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "org.apache.spark..",
                    "java.nio..",
                    "java.io..",
                    "java.net..",
                    "com.fasterxml.jackson..",
                    "picocli..")
                .and(DescribedPredicate.not(type(Serializable.class))))
        .check(CLASSES);
  }

  /** Studies are read by their own package, and published runs by that which writes them. */
  @Test
  void onlyIngestReadsInputs() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.levelfield.ingest",
            "io.levelfield.study",
            "io.levelfield.report",
            "io.levelfield.run",
            "io.levelfield.draft",
            "io.levelfield.forms",
            "io.levelfield.generate")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.nio\\.file\\.Files|java\\.io\\.File(Input|Output)Stream|.*FileChannel")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("de.siegmar.fastcsv..")
        .check(CLASSES);
  }

  @Test
  void onlyReportAndRunWriteFiles() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.levelfield.report",
            "io.levelfield.run",
            "io.levelfield.draft",
            "io.levelfield.forms",
            "io.levelfield.generate")
        .and()
        .doNotBelongToAnyOf(FileCache.class)
        .should()
        .callMethodWhere(
            DescribedPredicate.<JavaMethodCall>describe(
                "writes files",
                call ->
                    call.getTargetOwner().isEquivalentTo(Files.class)
                        && call.getName()
                            .matches(
                                "write.*|new(Buffered)?(Writer|OutputStream)|create.*|move|copy"
                                    + "|delete.*")))
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(FileOutputStream.class)
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineEndsTheProgram() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.levelfield.cli")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }
}

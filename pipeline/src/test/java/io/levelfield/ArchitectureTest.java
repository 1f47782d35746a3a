package io.levelfield;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Keeps the table of packages in docs/architecture.md true. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.levelfield");

  @Test
  void stagesFlowOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("io.levelfield..")
        .layer("cli")
        .definedBy("io.levelfield.cli")
        .layer("run")
        .definedBy("io.levelfield.run")
        .layer("generate")
        .definedBy("io.levelfield.generate")
        .layer("report")
        .definedBy("io.levelfield.report")
        .layer("ingest")
        .definedBy("io.levelfield.ingest")
        .layer("outcome")
        .definedBy("io.levelfield.outcome")
        .layer("context")
        .definedBy("io.levelfield.context")
        .layer("cluster")
        .definedBy("io.levelfield.cluster")
        .layer("explain")
        .definedBy("io.levelfield.explain")
        .layer("assign")
        .definedBy("io.levelfield.assign")
        .layer("quality")
        .definedBy("io.levelfield.quality")
        .layer("identify")
        .definedBy("io.levelfield.identify")
        .layer("study")
        .definedBy("io.levelfield.study")
        .layer("stats")
        .definedBy("io.levelfield.stats")
        .layer("model")
        .definedBy("io.levelfield.model")
        .whereLayer("cli")
        .mayOnlyAccessLayers("run", "explain", "assign", "report", "generate", "study", "model")
        .whereLayer("explain")
        .mayOnlyAccessLayers("report", "study", "model")
        .whereLayer("assign")
        .mayOnlyAccessLayers("ingest", "model")
        .whereLayer("run")
        .mayOnlyAccessLayers(
            "ingest",
            "outcome",
            "context",
            "cluster",
            "identify",
            "quality",
            "report",
            "study",
            "stats",
            "model")
        .whereLayer("generate")
        .mayNotAccessAnyLayer()
        .whereLayer("report")
        .mayOnlyAccessLayers("model")
        .whereLayer("ingest")
        .mayOnlyAccessLayers("study", "model")
        .whereLayer("outcome")
        .mayOnlyAccessLayers("study", "model", "stats")
        .whereLayer("context")
        .mayOnlyAccessLayers("study", "model", "stats")
        .whereLayer("cluster")
        .mayOnlyAccessLayers("study", "model", "stats")
        .whereLayer("quality")
        .mayOnlyAccessLayers("study", "model", "stats")
        .whereLayer("identify")
        .mayOnlyAccessLayers("study", "model", "stats")
        .whereLayer("study")
        .mayOnlyAccessLayers("model")
        .whereLayer("stats")
        .mayNotAccessAnyLayer()
        .whereLayer("model")
        .mayNotAccessAnyLayer()
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.levelfield.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void valuesKnowNoEngine() {
    noClasses()
        .that()
        .resideInAnyPackage("io.levelfield.model", "io.levelfield.stats")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.spark..", "java.nio.file..", "com.fasterxml.jackson..", "picocli..")
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

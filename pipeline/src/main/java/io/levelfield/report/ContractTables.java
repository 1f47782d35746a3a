package io.levelfield.report;

import io.levelfield.model.Findings;
import io.levelfield.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All tables of a run in the contract's order. */
final class ContractTables {
  private ContractTables() {}

  static List<Table> of(Findings findings, Texts texts) {
    SchoolNames names = SchoolNames.of(findings.data().schools());
    List<Table> tables = new ArrayList<>();
    tables.add(ResultsTable.of(findings));
    tables.add(OutcomeModelsTable.of(findings));
    tables.addAll(ContextTables.of(findings));
    tables.addAll(ClusterTables.of(findings, names));
    tables.addAll(IdentificationTables.of(findings, texts));
    tables.add(SimilarSchoolsTable.of(findings));
    tables.add(DynamicsTable.of(findings));
    tables.add(ListStaysTable.of(findings, texts));
    tables.add(GapsTable.of(findings));
    tables.addAll(RiskTables.of(findings, texts));
    tables.add(ClimateTable.of(findings, texts));
    tables.add(ExpectedResultsTable.of(findings, texts));
    tables.add(IndicatorsTable.of(findings, texts));
    tables.addAll(GrowthTables.of(findings));
    tables.add(SegregationTable.of(findings, texts));
    tables.add(SupportTable.of(findings.data().support().received()));
    tables.add(EffectTable.of(findings.support().effect(), texts));
    tables.add(TeachersTable.of(findings));
    tables.addAll(DifficultyTables.of(findings));
    tables.addAll(PartnerTables.of(findings, texts));
    tables.add(QualityTable.of(findings, texts));
    tables.add(RejectsTable.of(findings.data().rejects(), texts));
    return Stream.concat(Stream.of(SchoolsTable.of(findings)), tables.stream().map(names::in))
        .toList();
  }
}

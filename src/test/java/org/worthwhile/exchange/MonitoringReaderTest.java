package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.monitoring.Approver;
import org.worthwhile.monitoring.MonitoringCase;
import org.worthwhile.samples.Samples;
import tools.jackson.databind.node.ObjectNode;

class MonitoringReaderTest {

    private final MonitoringReader reader = new MonitoringReader(Samples.MODELS, PackReader.read(Samples.MODELS));

    @TempDir
    private Path folder;

    private MonitoringCase approved() {
        AppraisalCase basis = new ProposalFiles(Samples.MODELS)
                .load(List.of(Samples.FOLDER.resolve("falls-prevention.proposal.json")), List.of(), Optional.empty())
                .getFirst();
        var option = basis.proposal().options().stream()
                .filter(one -> one.id().equals("community"))
                .findFirst()
                .orElseThrow();
        return Approver.approve(basis, option, "Board", LocalDate.of(2026, 3, 31), "Second draft", 200, 1, 2);
    }

    private Path file(ObjectNode tree) throws IOException {
        return Files.writeString(folder.resolve("falls.monitoring.json"), JsonText.of(tree));
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("actuals.csv"), text);
    }

    @Test
    void whatIsWrittenIsReadAgainWithItsProposalAndItsEvidence() throws IOException {
        MonitoringCase approved = approved();
        MonitoringCase read = reader.read(file(MonitoringFile.tree(approved)), List.of());
        assertThat(read).isEqualTo(approved);
    }

    @Test
    void actualsOfATableJoinThoseOfTheFile() throws IOException {
        ObjectNode tree = MonitoringFile.tree(approved());
        tree.withArray("/actuals")
                .addObject()
                .put("measure", "setup/spend")
                .put("year", "2026/27")
                .put("value", 150000);
        Path table = csv(
                "measure,year,value,standardError\ndelivery/spend,2027/28,250000.5,\nadmissions/outcome,2027/28,9,2\n");
        assertThat(reader.read(file(tree), List.of(table)).monitoring().actuals())
                .extracting(one -> one.measure() + " " + one.year() + " " + one.value() + " " + one.standardError())
                .containsExactly(
                        "setup/spend 2026/27 150000.0 OptionalDouble.empty",
                        "delivery/spend 2027/28 250000.5 OptionalDouble.empty",
                        "admissions/outcome 2027/28 9.0 OptionalDouble[2.0]");
    }

    @Test
    void everythingThatIsWrongWithActualsIsToldAtOnce() throws IOException {
        ObjectNode tree = MonitoringFile.tree(approved());
        tree.withArray("/actuals")
                .addObject()
                .put("measure", "setup/spend")
                .put("year", "2026/27")
                .put("value", 150000);
        Path table = csv("""
                measure,year,value
                setup/spend,2026/27,140000
                delivry/spend,2027/28,1
                delivery/spend,2025/26,1
                admissions/engaged,2029/30,5
                fees/spend,2027/28,-3
                admissions,2027/28,5
                delivery/spend,2027,many
                """);
        assertThatThrownBy(() -> reader.read(file(tree), List.of(table)))
                .hasMessage("""
                        %1$s:7 column 'measure': 'admissions' names no measure; write a line and what is counted of it, such as delivery/spend or admissions/outcome.
                        %1$s:8 column 'year': '2027' is no financial year; write one such as 2026/27.
                        %1$s:8 column 'value': 'many' is no number; write digits with a decimal point.
                        %1$s:2: setup/spend of 2026/27 is given twice; keep the one that is right.
                        %1$s:3: the register has no measure 'delivry/spend'; did you mean 'delivery/spend'?
                        %1$s:4: 2025/26 is not among the years from 2026/27 to 2035/36 that are monitored; give the year in which it was recorded, or change until.
                        %1$s:5: the approved forecast takes nobody in in 2029/30; count those reached in the year for which they were forecast.
                        %1$s:6: there is less than nothing of fees/spend; write what was spent or counted, 0 or more.""".formatted(folder.resolve("actuals.csv")));
    }

    @Test
    void aTableWithoutTheColumnsThatAreNeededIsRefused() throws IOException {
        Path table = csv("measures,year\nsetup/spend,2026/27\n");
        assertThatThrownBy(() -> reader.read(file(MonitoringFile.tree(approved())), List.of(table)))
                .hasMessageContaining("column 'measures': is not known here; did you mean 'measure'?")
                .hasMessageContaining("the column 'measure' is missing; add it.")
                .hasMessageContaining("the column 'value' is missing; add it.");
    }

    @Test
    void moreAtAStepThanAtTheStepBeforeOrThanTheIntakeThatIsForecastAreRefused() throws IOException {
        Path table = csv("""
                measure,year,value
                admissions/eligible,2027/28,10
                admissions/engaged,2027/28,10
                admissions/completed,2027/28,11
                ambulances/intake,2027/28,1000000
                ambulances/eligible,2027/28,900000
                quality/engaged,2027/28,1000000
                """);
        assertThatThrownBy(() -> reader.read(file(MonitoringFile.tree(approved())), List.of(table)))
                .hasMessageMatching(
                        "(?s).*actuals.csv:4: 11 of admissions/completed in 2027/28 are more than the 10 of admissions/engaged; count at each step some or all of those at the step before.\n"
                                + ".*actuals.csv:7: 1000000 of quality/engaged in 2027/28 are more than the [0-9.]+ whose intake is forecast; mend the count, or give the intake of that year too.");
    }

    @Test
    void figuresOfAbsurdSizeInATableAreRefusedAsThoseInTheFileAre() throws IOException {
        Path table = csv(
                "measure,year,value,standardError\nsetup/spend,2026/27,1e300,\nadmissions/outcome,2027/28,9,1e300\nfees/spend,2027/28,1000000000000000,\n");
        assertThatThrownBy(() -> reader.read(file(MonitoringFile.tree(approved())), List.of(table)))
                .hasMessage("""
                        %1$s:2 column 'value': '1e300' is beyond what an actual can be; write a number of at most 1,000,000,000,000,000 either side of 0.
                        %1$s:3 column 'standardError': '1e300' is beyond what an actual can be; write a number of at most 1,000,000,000,000,000 either side of 0.""".formatted(folder.resolve("actuals.csv")));
    }

    @Test
    void aUnitThatIsNotTheMeasuresIsRefused() throws IOException {
        ObjectNode tree = MonitoringFile.tree(approved());
        ((ObjectNode) tree.at("/register/0")).put("unit", "thousand GBP");
        ((ObjectNode) tree.at("/register/1")).put("unit", "");
        assertThatThrownBy(() -> reader.read(file(tree), List.of()))
                .hasMessageEndingWith(
                        "setup/spend is counted in 'GBP', not in 'thousand GBP'; write the unit 'GBP', and actuals in it.");
    }

    @Test
    void businessAsUsualIsNoOptionThatWasApproved() throws IOException {
        ObjectNode tree = MonitoringFile.tree(approved());
        String usual =
                approved().basis().proposal().businessAsUsual().orElseThrow().id();
        ((ObjectNode) tree.at("/approval")).put("option", usual);
        assertThatThrownBy(() -> reader.read(file(tree), List.of()))
                .hasMessageEndingWith(
                        "/approval/option: '" + usual
                                + "' is business as usual, against which nothing changes; name the option that was approved instead of it.");
    }

    @Test
    void aRegisterOfWhatTheOptionDoesNotHaveIsRefused() throws IOException {
        ObjectNode tree = MonitoringFile.tree(approved());
        ((ObjectNode) tree.at("/register/0")).put("measure", "setup/outcome");
        ((ObjectNode) tree.at("/register/2")).put("measure", "delivery/spend");
        ((ObjectNode) tree.at("/approval")).put("on", "2026-02-30");
        tree.put("until", "2040/41");
        assertThatThrownBy(() -> reader.read(file(tree), List.of()))
                .hasMessageContaining(
                        "the approved option has nothing that is measured as 'setup/outcome'; use one of admissions/completed, ")
                .hasMessageContaining("'delivery/spend' is in the register twice; keep one of them.")
                .hasMessageContaining("'2026-02-30' is no day of the calendar; mend the date.")
                .hasMessageContaining(
                        "2040/41 is not among the years that are appraised; give a year from 2026/27 to 2035/36.");
    }
}

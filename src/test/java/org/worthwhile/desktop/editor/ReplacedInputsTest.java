package org.worthwhile.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.appraisal.ImpactResult;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.desktop.OpenSession;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.workspace.Document;

/** What goes with the numbers that amounts by year replace. */
@SuppressWarnings("NullAway.Init") // set before each test
class ReplacedInputsTest {

    private static final int COMMUNITY = 2;

    /** Half a penny in each of the years of an appraisal, whose amounts are rounded to the penny. */
    private static final double ROUNDED = 0.5;

    @TempDir
    private Path folder;

    private Session session;

    @BeforeEach
    void open() {
        session = OpenSession.withSamples(folder);
        session.selectedProperty().set("falls-prevention");
    }

    @AfterEach
    void close() {
        session.close();
    }

    private Document proposal() {
        return session.selected().orElseThrow().document();
    }

    private List<RowPlace> rows(Section section, int option) {
        return Rows.of(section, proposal(), option);
    }

    private Optional<ByYear> ofImpact(int option, int impact) {
        ImpactResult result =
                OpenSession.appraisal(session).options().get(option).impacts().get(impact);
        return ByYear.ofImpact(rows(Section.IMPACTS, option).get(impact), result);
    }

    private List<Double> npsvs() {
        return OpenSession.appraisal(session).options().stream()
                .map(OptionResult::npsv)
                .toList();
    }

    @Test
    void whatRestsOnAnImpactsNumbersIsNamedAndGoesInTheSameEdit() {
        ReplacedInputs replaced =
                ReplacedInputs.by(List.of(ofImpact(COMMUNITY, 0).orElseThrow()), proposal());
        assertThat(replaced.givenUp())
                .anySatisfy(line ->
                        assertThat(line).startsWith("– the uncertainty of").contains("take-up"))
                .anySatisfy(line -> assertThat(line).startsWith("– the correlation of"))
                .contains("– a value of the scenario “Low uptake”");
        session.edit("By year", replaced.changes());
        assertThat(OpenSession.problems(session)).isEmpty();
        assertThat(proposal().tree().path("correlations")).isEmpty();
        assertThat(proposal().tree().at("/scenarios/0/set").propertyNames())
                .containsExactly("community/ambulances/engagement", "community/quality/engagement");
        session.undo();
        assertThat(proposal().tree().path("correlations")).hasSize(1);
        assertThat(proposal().tree().at("/scenarios/0/set")).hasSize(3);
    }

    @Test
    void factorsOnACostGoOnAsFactorsAndADistributionOfItsYearlyAmountIsGivenUp() {
        RowPlace delivery = rows(Section.COSTS, COMMUNITY).get(1);
        assertThat(ReplacedInputs.by(List.of(ByYear.ofCost(delivery).orElseThrow()), proposal())
                        .isNothing())
                .isTrue();
        session.edit(
                "Absolute",
                List.of(proposal()
                        .set(
                                delivery.pointer() + "/uncertainty",
                                JsonText.parse("{\"distribution\":\"uniform\",\"low\":200000,\"high\":300000}"))));
        delivery = rows(Section.COSTS, COMMUNITY).get(1);
        ReplacedInputs replaced =
                ReplacedInputs.by(List.of(ByYear.ofCost(delivery).orElseThrow()), proposal());
        assertThat(replaced.givenUp()).hasSize(2);
        session.edit("By year", replaced.changes());
        assertThat(OpenSession.problems(session)).isEmpty();
        assertThat(rows(Section.COSTS, COMMUNITY).get(1).tree().has("uncertainty"))
                .isFalse();
    }

    @Test
    void aScenariosYearlyAmountIsNotTakenForTheTotal() {
        session.edit(
                "Scenario",
                List.of(proposal()
                        .set("/scenarios/0/set", JsonText.object().put("community/delivery/amount", 300_000))));
        RowPlace delivery = rows(Section.COSTS, COMMUNITY).get(1);
        ReplacedInputs replaced =
                ReplacedInputs.by(List.of(ByYear.ofCost(delivery).orElseThrow()), proposal());
        assertThat(replaced.givenUp()).containsExactly("– a value of the scenario “Low uptake”");
        session.edit("By year", replaced.changes());
        assertThat(OpenSession.problems(session)).isEmpty();
        assertThat(proposal().tree().path("scenarios")).isEmpty();
    }

    @Test
    void everyLineOfTheSamplesCanBeGivenByYearAndComesToTheSame() {
        int given = 0;
        for (Outcome outcome : session.snapshot().orElseThrow().outcomes()) {
            String name = outcome.document().name();
            session.selectedProperty().set(name);
            List<Double> before = npsvs();
            for (int option = 0; option < before.size(); option++) {
                for (RowPlace cost : rows(Section.COSTS, option)) {
                    given += give(ByYear.ofCost(cost), before);
                }
                for (int impact = 0; impact < rows(Section.IMPACTS, option).size(); impact++) {
                    given += give(ofImpact(option, impact), before);
                }
            }
        }
        assertThat(given).isGreaterThan(20);
    }

    private int give(Optional<ByYear> line, List<Double> before) {
        if (line.isEmpty()) {
            return 0;
        }
        session.edit(
                "By year", ReplacedInputs.by(List.of(line.get()), proposal()).changes());
        assertThat(session.selected())
                .as("%s in %s", line.get().line().title(), proposal().name())
                .containsInstanceOf(Outcome.Appraised.class);
        List<Double> after = npsvs();
        for (int option = 0; option < before.size(); option++) {
            assertThat(after.get(option)).isCloseTo(before.get(option), within(ROUNDED));
        }
        session.undo();
        return 1;
    }
}

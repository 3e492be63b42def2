package org.worthwhile.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.Constraints;
import org.worthwhile.portfolio.Interaction;
import org.worthwhile.portfolio.Objective;
import org.worthwhile.portfolio.PortfolioChoice;
import org.worthwhile.portfolio.PortfolioChooser;
import org.worthwhile.portfolio.Spending;
import org.worthwhile.proposal.FinancialYear;

class PortfolioWorkbookTest {

    private static final List<Candidate> CANDIDATES =
            List.of(candidate("bus", 3_000_000), candidate("tram", 2_000_000));

    private static Candidate candidate(String proposal, double npsv) {
        return new Candidate(
                proposal, proposal, "o", "o", "", List.of(), Map.of(Objective.NPSV, npsv), 1_000_000, List.of());
    }

    /** What stands beside each text of the first sheet. */
    private static Map<String, Double> summary(double budget) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PortfolioWorkbook.write(
                CANDIDATES,
                PortfolioChooser.choose(CANDIDATES, Constraints.NONE.withBudget(budget)),
                Optional.empty(),
                written);
        Map<String, Double> figures = new HashMap<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(written.toByteArray()))) {
            for (Row row : workbook.getSheet("Portfolio")) {
                Cell label = row.getCell(0);
                Cell figure = row.getCell(1);
                if (label != null && label.getCellType() == CellType.STRING) {
                    figures.put(
                            label.getStringCellValue(),
                            figure != null && figure.getCellType() == CellType.NUMERIC
                                    ? figure.getNumericCellValue()
                                    : Double.NaN);
                }
            }
        }
        return figures;
    }

    @Test
    void whatLimitsTheChoiceIsNamedWithWhatItCosts() throws IOException {
        assertThat(summary(1_000_000))
                .containsKey("What limits the choice")
                .containsEntry("the budget", 2_000_000.0)
                .containsEntry("Shadow price: value of one more pound if parts could be chosen", 2.0);
    }

    @Test
    void whereNothingLimitsTheChoiceThatIsSaid() throws IOException {
        assertThat(summary(2_000_000))
                .containsKey("No better choice was found without any one of its constraints.")
                .doesNotContainKey("the budget");
    }

    @Test
    void atABudgetOfZeroThereIsAShadowPriceAndNoTenth() throws IOException {
        assertThat(summary(0))
                .containsEntry("Shadow price: value of one more pound if parts could be chosen", 3.0)
                .doesNotContainKey("Value that each pound of the next tenth of the budget would add");
    }

    /** Both are worth 3 and 2 million, and 0.4 million more in one depot, which saves so much of the cost. */
    @Test
    void whatPairsComeToTogetherIsInItsTotals() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Interaction depot = new Interaction(
                new Interaction.Side("bus", Optional.empty()),
                new Interaction.Side("tram", Optional.empty()),
                0,
                -400_000,
                List.of(new Spending("county", true, FinancialYear.of("2027/28"), -400_000)),
                "one depot");
        PortfolioChoice choice = PortfolioChooser.choose(
                CANDIDATES, Constraints.NONE.withBudget(1_600_000).withInteractions(List.of(depot)));
        PortfolioWorkbook.write(CANDIDATES, choice, Optional.empty(), written);

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(written.toByteArray()))) {
            Row total = workbook.getSheet("Options")
                    .getRow(workbook.getSheet("Options").getLastRowNum());
            Row together = workbook.getSheet("Options").getRow(total.getRowNum() - 1);
            Row spent = workbook.getSheet("Spending by year")
                    .getRow(workbook.getSheet("Spending by year").getLastRowNum());
            assertThat(together.getCell(0).getStringCellValue()).isEqualTo("Together: 'bus' and 'tram'");
            assertThat(together.getCell(1).getStringCellValue()).isEqualTo("one depot");
            assertThat(total.getCell(3).getNumericCellValue()).isEqualTo(5_400_000);
            assertThat(total.getCell(4).getNumericCellValue()).isEqualTo(1_600_000);
            assertThat(spent.getCell(1).getNumericCellValue()).isEqualTo(-400_000);
        }
    }

    @Test
    void limitsHaveTheirUseAndPricesAndWhatIsLeftOutItsLoss() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PortfolioChoice choice = PortfolioChooser.choose(CANDIDATES, Constraints.NONE.withBudget(1_000_000));
        PortfolioWorkbook.write(CANDIDATES, choice, Optional.empty(), written);

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(written.toByteArray()))) {
            Row limit = workbook.getSheet("Limits")
                    .getRow(workbook.getSheet("Limits").getLastRowNum());
            Row left = workbook.getSheet("Left out")
                    .getRow(workbook.getSheet("Left out").getLastRowNum());
            assertThat(limit.getCell(0).getStringCellValue()).isEqualTo("the budget");
            assertThat(limit.getCell(1).getNumericCellValue()).isEqualTo(1_000_000);
            assertThat(limit.getCell(2).getNumericCellValue()).isEqualTo(choice.cost());
            assertThat(limit.getCell(3).getNumericCellValue()).isEqualTo(1_000_000 - choice.cost());
            assertThat(limit.getCell(4).getNumericCellValue())
                    .isEqualTo(choice.limits().getFirst().valueOfMore().orElseThrow());
            assertThat(left.getCell(1).getStringCellValue())
                    .isEqualTo(choice.leftOut().getLast().candidate().optionTitle());
            assertThat(left.getCell(4).getNumericCellValue())
                    .isEqualTo(choice.leftOut().getLast().loss().orElseThrow());
        }
    }
}

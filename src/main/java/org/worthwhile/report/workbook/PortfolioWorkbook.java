package org.worthwhile.report.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.worthwhile.exchange.OfficeFile;
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.Interaction;
import org.worthwhile.portfolio.InteractionEffect;
import org.worthwhile.portfolio.Objective;
import org.worthwhile.portfolio.PortfolioChoice;
import org.worthwhile.portfolio.ProposalRules;
import org.worthwhile.portfolio.RobustChoice;
import org.worthwhile.portfolio.Spending;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.report.Software;

/** Writes a choice among proposals as a workbook. */
public final class PortfolioWorkbook {

    private final Sheets sheets;
    private final Styles styles;
    private final PortfolioChoice choice;

    /** Makes a sheet by its name. */
    private PortfolioWorkbook(Sheets sheets, Styles styles, PortfolioChoice choice) {
        this.sheets = sheets;
        this.styles = styles;
        this.choice = choice;
    }

    /**
     * Writes the workbook as xlsx.
     *
     * @param candidates all that could be chosen
     * @param robust how the choice holds up, when that was simulated
     */
    public static void write(
            List<Candidate> candidates, PortfolioChoice choice, Optional<RobustChoice> robust, OutputStream out)
            throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Styles styles = new Styles(workbook);
            Sheets sheets = new Sheets(workbook, styles);
            PortfolioWorkbook portfolio = new PortfolioWorkbook(sheets, styles, choice);
            portfolio.summary(candidates);
            ChoiceLimitsSheets.write(choice, sheets, styles);
            portfolio.options(candidates);
            portfolio.spending();
            NativeCharts charts = new NativeCharts();
            FrontierSheet.write(choice, sheets, styles, charts);
            robust.ifPresent(held -> RobustnessSheet.write(held, sheets, styles));
            sheets.putValues();
            sheets.repeatHeadings();
            charts.draw();
            workbook.getProperties().getCoreProperties().setTitle("The choice among proposals");
            OfficeFile.write(workbook, out);
        }
    }

    private void summary(List<Candidate> candidates) {
        SheetWriter sheet = sheets.add("Portfolio");
        sheet.title("The choice among proposals", "Present values unless said otherwise. " + Software.NAME_AND_VERSION);
        choice.constraints().budget().ifPresent(budget -> line(sheet, "Budget: the most net public cost", budget));
        line(sheet, "Net public cost of the chosen", choice.cost());
        line(sheet, "Value of the chosen", choice.value());
        line(sheet, "Net present social value of the chosen", total());
        choice.lossByRatio()
                .ifPresent(loss -> line(sheet, "Lost if options were taken in order of value for each pound", loss));
        choice.nextPound()
                .ifPresent(value ->
                        ratio(sheet, "Value that each pound of the next tenth of the budget would add", value));
        String shadowPrice = "Shadow price: value of one more pound if parts could be chosen";
        if (choice.constraints().budget().isPresent()) {
            choice.shadowPrice()
                    .ifPresentOrElse(
                            price -> ratio(sheet, shadowPrice, price),
                            () -> sheet.text(sheet.row(), 0, shadowPrice + ": not known"));
        }
        line(sheet, "How much more at most another choice could be worth", choice.gap());
        sheet.section("What it keeps to");
        for (String rule : rules(candidates)) {
            sheet.text(sheet.row(), 0, rule);
        }
        binding(sheet);
        sheet.section("Chosen");
        sheet.headings(List.of("Proposal", "Option", "Net present social value", "Net public cost"), 2);
        for (Candidate candidate : choice.chosen()) {
            candidate(sheet, candidate, 2);
        }
        choice.interactions().stream()
                .filter(InteractionEffect::takesEffect)
                .forEach(effect -> interaction(sheet, effect, 2));
        Set<String> chosen = choice.chosen().stream().map(Candidate::proposal).collect(Collectors.toSet());
        List<String> left = candidates.stream()
                .filter(candidate -> !chosen.contains(candidate.proposal()))
                .map(Candidate::title)
                .distinct()
                .toList();
        if (!left.isEmpty()) {
            sheet.section("Not chosen");
            left.forEach(title -> sheet.text(sheet.row(), 0, title));
        }
        sheet.widths(64, 44, 24, 24);
    }

    /** What each constraint costs, the one that costs most first. */
    private void binding(SheetWriter sheet) {
        sheet.section("What limits the choice");
        if (choice.binding().isEmpty()) {
            sheet.text(sheet.row(), 0, "No better choice was found without any one of its constraints.");
            return;
        }
        sheet.headings(List.of("Constraint", "How much more a choice without it is worth"), 1);
        choice.binding().forEach(binding -> line(sheet, binding.words(), binding.loss()));
    }

    private List<String> rules(List<Candidate> candidates) {
        var constraints = choice.constraints();
        List<String> rules = new ArrayList<>();
        constraints
                .limits()
                .forEach(limit -> rules.add(limit.words() + ": " + String.format(Locale.UK, "%,.0f", limit.amount())));
        rules.addAll(new ProposalRules(candidates).words(constraints));
        constraints.minimumShares().forEach(minimum -> rules.add(minimum.words()));
        return rules.isEmpty() ? List.of("the budget alone") : rules;
    }

    private void options(List<Candidate> candidates) {
        SheetWriter sheet = sheets.add("Options");
        sheet.title("Every option that could be chosen", "Totals are formulas of the rows above them.");
        int headings = sheet.headings(
                List.of(
                        "Proposal",
                        "Option",
                        "Chosen",
                        "Net present social value",
                        "Net public cost",
                        "Weighted",
                        "PVB"),
                3);
        int first = sheet.next();
        for (Candidate candidate : candidates) {
            int row = candidate(sheet, candidate, 3);
            money(sheet, row, 5, candidate.value(Objective.WEIGHTED_NPSV));
            money(sheet, row, 6, candidate.value(Objective.PVB));
            sheet.text(row, 2, choice.chosen().contains(candidate) ? "yes" : "no");
        }
        for (InteractionEffect effect : choice.interactions()) {
            int row = interaction(sheet, effect, 3);
            money(sheet, row, 5, effect.interaction().value(Objective.WEIGHTED_NPSV));
            money(sheet, row, 6, effect.interaction().value(Objective.PVB));
            sheet.text(row, 2, effect.takesEffect() ? "yes" : "no");
        }
        int last = sheet.next() - 1;
        int total = sheet.row();
        sheet.text(total, 0, "Chosen in all", styles.label);
        for (int column = 3; column <= 6; column++) {
            String flags = "$C$" + (first + 1) + ":$C$" + (last + 1);
            sheet.formula(
                    total,
                    column,
                    "SUMIF(" + flags + ",\"yes\"," + SheetWriter.here(first, column) + ":"
                            + SheetWriter.here(last, column) + ")",
                    styles.result(Styles.MONEY));
        }
        sheet.widths(44, 44, 10, 22, 22, 22, 22);
        sheet.freeze(2, headings + 1);
    }

    private void spending() {
        SheetWriter sheet = sheets.add("Spending by year");
        sheet.title(
                "What the chosen options spend more than business as usual",
                "Real, receipts taken off, before savings; by public organisation.");
        Map<String, TreeMap<FinancialYear, Double>> byBudget = new TreeMap<>();
        TreeSet<FinancialYear> years = new TreeSet<>();
        for (Spending spending : Stream.concat(
                        choice.chosen().stream().map(Candidate::spending),
                        together().map(Interaction::spending))
                .flatMap(List::stream)
                .toList()) {
            years.add(spending.year());
            byBudget.computeIfAbsent(
                            spending.organisation() + (spending.capital() ? ", capital" : ", revenue"),
                            _ -> new TreeMap<>())
                    .merge(spending.year(), spending.amount(), Double::sum);
        }
        List<String> titles = new ArrayList<>(List.of("Budget"));
        years.forEach(year -> titles.add(year.label()));
        int headings = sheet.headings(titles, 1);
        int first = sheet.next();
        byBudget.forEach((budget, amounts) -> {
            int row = sheet.row();
            sheet.text(row, 0, budget);
            int column = 1;
            for (FinancialYear year : years) {
                money(sheet, row, column++, amounts.getOrDefault(year, 0.0));
            }
        });
        int last = sheet.next() - 1;
        int total = sheet.row();
        sheet.text(total, 0, "In all", styles.label);
        for (int column = 1; column <= years.size() && last >= first; column++) {
            sheet.formula(
                    total,
                    column,
                    "SUM(" + SheetWriter.here(first, column) + ":" + SheetWriter.here(last, column) + ")",
                    styles.result(Styles.MONEY));
        }
        sheet.widths(32);
        sheet.yearWidths(1, years.size());
        sheet.freeze(1, headings + 1);
    }

    /** Writes proposal, option and, from a column on, value and cost. */
    private int candidate(SheetWriter sheet, Candidate candidate, int firstNumber) {
        int row = sheet.row();
        sheet.text(row, 0, candidate.title());
        sheet.text(row, 1, candidate.optionTitle());
        money(sheet, row, firstNumber, candidate.value(Objective.NPSV));
        money(sheet, row, firstNumber + 1, candidate.cost());
        return row;
    }

    /** The same of what two sides come to together besides. */
    private int interaction(SheetWriter sheet, InteractionEffect effect, int firstNumber) {
        int row = sheet.row();
        sheet.text(row, 0, "Together: " + String.join(" and ", effect.names()));
        sheet.text(row, 1, effect.interaction().reason());
        money(sheet, row, firstNumber, effect.interaction().npsv());
        money(sheet, row, firstNumber + 1, effect.interaction().cost());
        return row;
    }

    private double total() {
        return choice.chosen().stream()
                        .mapToDouble(candidate -> candidate.value(Objective.NPSV))
                        .sum()
                + together().mapToDouble(Interaction::npsv).sum();
    }

    private Stream<Interaction> together() {
        return choice.interactions().stream()
                .filter(InteractionEffect::takesEffect)
                .map(InteractionEffect::interaction);
    }

    private void line(SheetWriter sheet, String title, double amount) {
        int row = sheet.row();
        sheet.text(row, 0, title);
        money(sheet, row, 1, amount);
    }

    private void ratio(SheetWriter sheet, String title, double amount) {
        int row = sheet.row();
        sheet.text(row, 0, title);
        sheet.number(row, 1, amount, styles.number(Styles.RATIO));
    }

    private void money(SheetWriter sheet, int row, int column, double amount) {
        sheet.number(row, column, amount, styles.number(Styles.MONEY));
    }
}

package org.worthwhile.report.briefing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.CostResult;
import org.worthwhile.appraisal.ImpactResult;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.proposal.CostKind;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.report.Wording;
import org.worthwhile.report.document.Block;
import org.worthwhile.uncertainty.UncertaintyAnalysis;

/**
 * An option's appraisal summary table: what is valued, counted and scored, who gains, whether it can be afforded and delivered, and
 * how sure each is.
 */
final class AppraisalSummary {

    private static final int GRADES = 6;
    private static final int LONGEST = 160;
    private static final int MOST_QUESTIONS = 3;
    private static final String NONE = "–";

    private final Appraisal appraisal;
    private final OptionResult option;
    private final Optional<UncertaintyAnalysis> uncertainty;
    private final Proposal proposal;
    private final Sentences sentences;
    private final String currency;

    AppraisalSummary(Appraisal appraisal, OptionResult option, Optional<UncertaintyAnalysis> uncertainty) {
        this.appraisal = appraisal;
        this.option = option;
        this.uncertainty = uncertainty;
        this.proposal = appraisal.basis().proposal();
        this.sentences = new Sentences(proposal);
        this.currency = proposal.appraisal().currency();
    }

    /** A row of money with what else is known of it. */
    private record Part(String title, String quantity, double amount, String confidence) {}

    List<Block> blocks() {
        return List.of(
                new Block.Heading(2, "Appraisal summary: " + option.option().title() + " (" + proposal.title() + ")"),
                monetised(),
                scored(),
                new Gains(appraisal, option).block(),
                assessed());
    }

    /**
     * Benefits less costs are the net value, on the page as in the results: each amount is shown as the difference of rounded sums, so
     * that all add up and none is a whole unit from what it is.
     */
    private Block monetised() {
        List<List<String>> rows = new ArrayList<>();
        double sum = 0;
        for (Part part : benefits()) {
            rows.add(row(part, Math.round(sum + part.amount) - Math.round(sum)));
            sum += part.amount;
        }
        long benefits = Math.round(sum);
        rows.add(List.of("Benefits", "", "", Wording.BRITISH.money(benefits, currency)));
        for (Part part : costs()) {
            rows.add(row(part, Math.round(sum) - Math.round(sum - part.amount)));
            sum -= part.amount;
        }
        rows.add(List.of("Costs", "", "", Wording.BRITISH.money(benefits - Math.round(sum), currency)));
        rows.add(List.of(
                "Net present social value: benefits less costs",
                option.bcr().value().isPresent()
                        ? "ratio " + Wording.BRITISH.toOne(option.bcr().value().getAsDouble())
                        : "no ratio",
                probability(),
                Wording.BRITISH.money(Math.round(sum), currency)));
        return new Block.Table(
                "Valued in money: present values against business as usual, at "
                        + proposal.appraisal().priceYear().label() + " prices",
                List.of("What", "How many, additional", "Confidence", "Present value"),
                rows,
                3);
    }

    private List<String> row(Part part, long amount) {
        return List.of(part.title, part.quantity, part.confidence, Wording.BRITISH.money(amount, currency));
    }

    private List<Part> benefits() {
        List<Part> parts = new ArrayList<>();
        for (ImpactResult impact : option.impacts()) {
            parts.add(new Part(
                    impact.line().title(),
                    quantity(impact),
                    value(impact),
                    grade(impact.line().confidence())));
        }
        double usual = usual().stream()
                .flatMap(other -> other.impacts().stream())
                .mapToDouble(this::value)
                .sum();
        if (usual != 0) {
            parts.add(new Part("Impacts of business as usual, taken off", NONE, -usual, NONE));
        }
        addTransferred(parts, option.pvb());
        return parts;
    }

    private List<Part> costs() {
        List<Part> parts = new ArrayList<>();
        for (CostKind kind : CostKind.values()) {
            List<CostResult> own = counted(option, kind).toList();
            double amount = cost(own.stream()) - cost(usual().stream().flatMap(other -> counted(other, kind)));
            if (!own.isEmpty() || amount != 0) {
                parts.add(new Part(words(kind), NONE, amount, grades(own)));
            }
        }
        addTransferred(parts, option.pvc());
        return parts;
    }

    /** What the framework counts on the other side of the ratio than where it arises. */
    private static void addTransferred(List<Part> parts, double total) {
        double transferred = total - parts.stream().mapToDouble(Part::amount).sum();
        if (Math.abs(transferred) >= 0.5) {
            parts.add(new Part(
                    "Counted on the other side by the framework: costs or savings that it moves between benefits and costs",
                    NONE,
                    transferred,
                    NONE));
        }
    }

    private Optional<OptionResult> usual() {
        return proposal.businessAsUsual()
                .map(usual -> appraisal.option(usual.id()))
                .filter(usual -> usual != option);
    }

    private static Stream<CostResult> counted(OptionResult of, CostKind kind) {
        return of.costs().stream().filter(cost -> cost.counted() && cost.line().kind() == kind);
    }

    private double cost(Stream<CostResult> costs) {
        return costs.mapToDouble(cost -> cost.flows().presentValue(appraisal.factors(false)))
                .sum();
    }

    private double value(ImpactResult impact) {
        return impact.flows().presentValue(appraisal.factors(impact.line().health()));
    }

    private static String words(CostKind kind) {
        return switch (kind) {
            case CAPITAL -> "Capital";
            case REVENUE -> "Revenue";
            case TRANSITION -> "Transition";
            case RECEIPT -> "Receipts (taken off costs)";
            case RESIDUAL_VALUE -> "Residual values (taken off costs)";
            case AVOIDED_COST -> "Avoided costs (taken off costs)";
        };
    }

    private static String quantity(ImpactResult impact) {
        double quantity = impact.quantity().total();
        return impact.line().unit().isEmpty()
                ? NONE
                : String.format(
                        Locale.UK,
                        Math.abs(quantity) >= 100 ? "%,.0f × %s" : "%,.1f × %s",
                        quantity,
                        impact.line().unit());
    }

    private static String grade(OptionalInt grade) {
        return grade.isPresent() ? "grade " + grade.getAsInt() + " of " + GRADES : "not graded";
    }

    private static String grades(List<CostResult> costs) {
        List<Integer> grades = costs.stream()
                .flatMapToInt(cost -> cost.line().confidence().stream())
                .distinct()
                .sorted()
                .boxed()
                .toList();
        boolean some = costs.stream().anyMatch(cost -> cost.line().confidence().isEmpty());
        return grades.isEmpty()
                ? "not graded"
                : "grade " + grades.stream().map(String::valueOf).collect(Collectors.joining(", ")) + " of " + GRADES
                        + (some ? "; some not graded" : "");
    }

    private String probability() {
        return uncertainty.stream()
                .flatMap(analysis -> analysis.simulated().options().stream())
                .filter(each -> each.id().equals(option.option().id()) && each.isKnown())
                .map(each -> "worth its cost: "
                        + Sentences.chance(each.probabilityPositive().value()))
                .findFirst()
                .orElse("not known");
    }

    private Block scored() {
        if (option.unmonetised().isEmpty()) {
            return new Block.Paragraph("Scored: the option names nothing that could not be valued in money.");
        }
        return new Block.Table(
                "Scored, not valued: from -3 (large adverse) to 3 (large beneficial)",
                List.of("What", "Who", "Evidence", "Score"),
                option.unmonetised().stream()
                        .map(result -> List.of(
                                shortened(result.impact().title()),
                                shortened(
                                        result.impact().who().isEmpty()
                                                ? NONE
                                                : result.impact().who()),
                                shortened(
                                        result.impact().evidence().isEmpty()
                                                ? "none given"
                                                : result.impact().evidence()),
                                String.format(Locale.UK, "%+d", result.impact().score())))
                        .toList(),
                3);
    }

    private Block assessed() {
        List<String> budgets = sentences.budgets(option);
        String peak = option.funding()
                .peakYear()
                .map(year -> " At most "
                        + Wording.BRITISH.shortMoney(option.funding().peak(), currency) + " is out at one time, in "
                        + year.label() + ".")
                .orElse("");
        String payback = option.funding()
                .payback()
                .map(year -> " Receipts and cashable savings have covered costs by " + year.label() + ".")
                .orElse("");
        List<String> questions = option.checks().stream()
                .map(check -> check.message())
                .limit(MOST_QUESTIONS)
                .map(AppraisalSummary::shortened)
                .toList();
        int more = option.checks().size() - questions.size();
        double uplift = uplift();
        return new Block.Table(
                "Affordability, deliverability and risks, confidence",
                List.of("Of what", "What is known"),
                List.of(
                        List.of(
                                "Affordability",
                                (budgets.isEmpty() ? "No budget moves." : String.join(" ", budgets)) + peak + payback),
                        List.of(
                                "Deliverability and risks",
                                (uplift == 0
                                                ? "Costs have no uplift for optimism."
                                                : "Costs are " + Wording.BRITISH.fixed(100 * uplift, 1)
                                                        + "% higher for optimism.")
                                        + (questions.isEmpty()
                                                ? " The appraisal raises no questions."
                                                : " The appraisal asks: " + String.join("; ", questions)
                                                        + (more > 0 ? "; and " + more + " more, in the annex." : "."))),
                        List.of("Confidence", confidence())),
                2);
    }

    /** How much higher costs are with their uplifts than without, before discounting. */
    private double uplift() {
        double before = option.costs().stream()
                .filter(CostResult::counted)
                .mapToDouble(cost -> cost.before().total())
                .sum();
        double after = option.costs().stream()
                .filter(CostResult::counted)
                .mapToDouble(cost -> cost.flows().total())
                .sum();
        return before == 0 ? 0 : after / before - 1;
    }

    private String confidence() {
        return uncertainty
                .flatMap(analysis -> analysis.simulated().options().stream()
                        .filter(each -> each.id().equals(option.option().id()))
                        .map(each -> sentences.sure(each, option.npsv()))
                        .findFirst())
                .orElse("How sure the results are was not worked out.");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}

package org.worthwhile.report.briefing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.Constraints;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.report.Wording;
import org.worthwhile.report.briefing.Briefing.Portfolio;
import org.worthwhile.report.briefing.CashAmounts.Amounts;
import org.worthwhile.report.briefing.CashAmounts.Body;
import org.worthwhile.report.document.Block;
import org.worthwhile.uncertainty.ResultUncertainty.OptionSpreads;

/** What cash an option needs, of whom and when, and what of it the budgets cover. */
final class CashPage {

    /** So many organisations have a column each. */
    private static final int MOST_COLUMNS = 4;

    private final Appraisal appraisal;
    private final OptionResult option;
    private final CashAmounts cash;
    private final Proposal proposal;
    private final String currency;

    CashPage(Appraisal appraisal, OptionResult option) {
        this.appraisal = appraisal;
        this.option = option;
        this.cash = CashAmounts.of(appraisal, option);
        this.proposal = appraisal.basis().proposal();
        this.currency = proposal.appraisal().currency();
    }

    List<Block> blocks(Optional<OptionSpreads> spreads, Optional<Portfolio> portfolio) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, "Cash: " + option.option().title() + " (" + proposal.title() + ")"));
        if (cash.bodies().isEmpty()) {
            blocks.add(new Block.Paragraph("No organisation's cash differs from business as usual."));
            return blocks;
        }
        blocks.add(new Block.Paragraph("Against business as usual, at "
                + proposal.appraisal().priceYear().label()
                + " prices, not discounted and without what assets are worth at the end. Funding need is capital and revenue, less"
                + " receipts, less cashable savings; savings that are not cashable release no money. Amounts are rounded to whole"
                + " units, and totals are of the rounded amounts."));
        blocks.add(byOrganisation());
        blocks.add(byYear());
        spreads.ifPresent(found -> blocks.addAll(new SpreadBlocks(proposal).funding(found)));
        blocks.add(portfolio
                .<Block>map(given -> againstBudgets(given.choice().constraints()))
                .orElseGet(() -> new Block.ToComplete(
                        "the budget that this need is set against, and the gap: none was given to the appraisal.")));
        return blocks;
    }

    private Block byOrganisation() {
        List<List<String>> rows = new ArrayList<>();
        cash.publicBodies().forEach(body -> rows.add(row(body.title(), body.total())));
        if (!cash.publicBodies().isEmpty()) {
            rows.add(row("All public bodies", cash.total()));
        }
        cash.bodies().stream()
                .filter(body -> !body.isPublic())
                .forEach(body -> rows.add(row("Borne by " + body.title(), body.total())));
        return new Block.Table(
                "By organisation, over the whole period",
                List.of(
                        "Organisation",
                        "Capital",
                        "Revenue",
                        "Cashable savings",
                        "Funding need",
                        "Savings not cashable"),
                rows,
                1);
    }

    private List<String> row(String title, Amounts amounts) {
        return List.of(
                title,
                money(amounts.capital()),
                money(amounts.revenue()),
                money(amounts.cashable()),
                money(amounts.need()),
                money(amounts.notCashable()));
    }

    /** Where organisations are so few that each has a column, the need of each too. */
    private Block byYear() {
        List<Body> bodies = cash.publicBodies().size() <= MOST_COLUMNS
                        && cash.publicBodies().size() > 1
                ? cash.publicBodies()
                : List.of();
        List<List<String>> rows = new ArrayList<>();
        for (int period = 0; period < cash.periods().size(); period++) {
            int at = period;
            rows.add(year(
                    cash.periods().get(period),
                    cash.all(period),
                    bodies.stream().map(body -> body.periods().get(at))));
        }
        rows.add(year("Whole period", cash.total(), bodies.stream().map(Body::total)));
        List<String> headings =
                new ArrayList<>(List.of("Year", "Capital", "Revenue", "Cashable savings", "Funding need"));
        bodies.forEach(body -> headings.add("of which " + body.title()));
        return new Block.Table("By year, all public bodies", headings, rows, 1);
    }

    private List<String> year(String label, Amounts all, Stream<Amounts> bodies) {
        return Stream.concat(row(label, all).subList(0, 5).stream(), bodies.map(amounts -> money(amounts.need())))
                .toList();
    }

    /** Each budget that the choice was made within, what this option alone takes from it, and what it leaves. */
    private Block againstBudgets(Constraints constraints) {
        Candidate candidate = Candidate.of(List.of(appraisal)).stream()
                .filter(each -> each.option().equals(option.option().id()))
                .findFirst()
                .orElseThrow();
        List<List<String>> rows = new ArrayList<>();
        constraints
                .budget()
                .ifPresent(budget ->
                        rows.add(row("The budget of net public cost, as a present value", budget, candidate.cost())));
        constraints.limits().stream()
                .map(limit -> row(
                        limit.words().substring(0, 1).toUpperCase(Locale.UK)
                                + limit.words().substring(1) + ", before savings",
                        limit.amount(),
                        limit.taken(candidate)))
                .forEach(rows::add);
        return new Block.Table(
                "Against the budgets of the choice: what this option alone takes, and what is left (a gap is negative)",
                List.of("Budget", "Amount", "This option", "Left"),
                rows,
                1);
    }

    private List<String> row(String budget, double amount, double taken) {
        long given = Math.round(amount);
        long used = Math.round(taken);
        return List.of(budget, money(given), money(used), money(given - used));
    }

    private String money(long amount) {
        return Wording.BRITISH.money(amount, currency);
    }
}

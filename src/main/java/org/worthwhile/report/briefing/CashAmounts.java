package org.worthwhile.report.briefing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.BudgetImpact;
import org.worthwhile.appraisal.Flows;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.proposal.FinancialYear;

/**
 * An option's cash by organisation and period against business as usual, real and undiscounted, in whole units of money: every sum
 * is of what is shown.
 *
 * @param periods years and, of long appraisals, spans of them
 * @param bodies the organisations of which a budget moves
 */
record CashAmounts(List<String> periods, List<Body> bodies) {

    /** From so many years on those after the first ten are put together. */
    private static final int MOST_YEARS = 15;

    private static final int SINGLE_YEARS = 10;
    private static final int MOST_SPANS = 8;
    private static final int SPAN_STEP = 5;

    /** What an organisation pays and saves by period. */
    record Body(String title, boolean isPublic, List<Amounts> periods) {

        Amounts total() {
            return Amounts.sum(periods.stream());
        }
    }

    /**
     * Amounts of a period.
     *
     * @param revenue less receipts
     * @param cashable savings that can be taken out of the budget
     * @param notCashable savings that release no cash
     */
    record Amounts(long capital, long revenue, long cashable, long notCashable) {

        /** What has to be funded: savings that release no cash are no part of it. */
        long need() {
            return capital + revenue - cashable;
        }

        boolean isNothing() {
            return LongStream.of(capital, revenue, cashable, notCashable).allMatch(amount -> amount == 0);
        }

        private Amounts plus(Amounts other) {
            return new Amounts(
                    capital + other.capital,
                    revenue + other.revenue,
                    cashable + other.cashable,
                    notCashable + other.notCashable);
        }

        static Amounts sum(Stream<Amounts> amounts) {
            return amounts.reduce(new Amounts(0, 0, 0, 0), Amounts::plus);
        }
    }

    /** Years of the appraisal from the first to before the last. */
    private record Span(int from, int to) {

        String label(List<FinancialYear> years) {
            return to - from == 1
                    ? years.get(from).label()
                    : years.get(from).label() + " to " + years.get(to - 1).label();
        }
    }

    static CashAmounts of(Appraisal appraisal, OptionResult option) {
        List<Span> spans = spans(appraisal.years().size());
        return new CashAmounts(
                spans.stream().map(span -> span.label(appraisal.years())).toList(),
                option.budget().stream()
                        .map(budget -> new Body(
                                budget.organisation().title(),
                                budget.organisation().isPublic(),
                                spans.stream()
                                        .map(span -> amounts(budget, span))
                                        .toList()))
                        .filter(body -> body.periods().stream().anyMatch(amounts -> !amounts.isNothing()))
                        .toList());
    }

    private static Amounts amounts(BudgetImpact budget, Span span) {
        return new Amounts(
                whole(budget.capital(), span),
                whole(budget.revenue(), span),
                whole(budget.cashable(), span),
                whole(budget.notCashable(), span));
    }

    private static long whole(Flows flows, Span span) {
        return IntStream.range(span.from, span.to)
                .mapToLong(t -> Math.round(flows.at(t)))
                .sum();
    }

    private static List<Span> spans(int years) {
        int single = years <= MOST_YEARS ? years : SINGLE_YEARS;
        List<Span> spans = new ArrayList<>();
        for (int t = 0; t < single; t++) {
            spans.add(new Span(t, t + 1));
        }
        int step = SPAN_STEP * Math.ceilDiv(years - single, SPAN_STEP * MOST_SPANS);
        for (int t = single; t < years; t += step) {
            spans.add(new Span(t, Math.min(t + step, years)));
        }
        return spans;
    }

    List<Body> publicBodies() {
        return bodies.stream().filter(Body::isPublic).toList();
    }

    /** What public bodies pay and save together in a period. */
    Amounts all(int period) {
        return Amounts.sum(publicBodies().stream().map(body -> body.periods().get(period)));
    }

    /** The same of all periods. */
    Amounts total() {
        return Amounts.sum(publicBodies().stream().map(Body::total));
    }
}

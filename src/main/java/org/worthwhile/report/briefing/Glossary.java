package org.worthwhile.report.briefing;

import java.util.List;
import org.worthwhile.report.document.Block;

/** The words of the field, for those who do not use them every day. */
final class Glossary {

    private static final List<List<String>> WORDS = List.of(
            List.of("Additionality", "The part of a change that would not have happened anyway."),
            List.of("Benefit-cost ratio", "Benefits divided by costs, both as present values."),
            List.of(
                    "Business as usual",
                    "What would go on without the proposal, against which the other options are measured."),
            List.of("Cashable", "Savings that can be taken out of a budget, and not only time freed."),
            List.of("Counterfactual", "What would have happened otherwise."),
            List.of("Interval", "The range that would cover the truth in so many of a hundred studies like this one."),
            List.of(
                    "Net present social value",
                    "Everything that society gains less everything that it gives up, as a present value."),
            List.of("Optimism bias", "The habit of expecting lower costs than come about, for which costs are raised."),
            List.of("Present value", "What an amount in later years is worth today, at the discount rate."),
            List.of("Real terms", "At the prices of one year, so that inflation plays no part."),
            List.of("Switching value", "The value at which an input would change the answer."),
            List.of("Unmonetised", "Named and described, but not valued in money."));

    private Glossary() {}

    static List<Block> blocks() {
        return List.of(
                new Block.Heading(1, "Words used"), new Block.Table("Glossary", List.of("Word", "Meaning"), WORDS, 2));
    }
}

package org.worthwhile.report.briefing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.worthwhile.portfolio.PortfolioChoice;
import org.worthwhile.portfolio.PortfolioChoice.LeftOut;
import org.worthwhile.portfolio.PortfolioChoice.LeftOut.Verdict;
import org.worthwhile.report.Wording;
import org.worthwhile.report.document.Block;

/** What a choice makes of its limits, and what the options that it leaves out would lose it. */
final class ChoiceTables {

    /** So many left-out options can be read, those that come closest. */
    private static final int NAMED = 10;

    private ChoiceTables() {}

    static List<Block> of(PortfolioChoice choice, String currency) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(
                "The limits: what is used and left, and what one more pound would add and one less take away if parts of"
                        + " options could be chosen",
                List.of("Limit", "Most", "Used", "Left", "One more", "One less"),
                choice.limits().stream()
                        .map(limit -> List.of(
                                limit.words(),
                                Wording.BRITISH.shortMoney(limit.limit(), currency),
                                Wording.BRITISH.shortMoney(limit.use(), currency),
                                Wording.BRITISH.shortMoney(limit.slack(), currency),
                                price(limit.valueOfMore(), currency),
                                price(limit.valueOfLess(), currency)))
                        .toList(),
                1));
        List<LeftOut> closest = choice.leftOut().stream()
                .filter(left -> left.verdict() != Verdict.NOT_SOUGHT)
                .sorted(Comparator.comparingDouble(left -> left.loss().orElse(Double.POSITIVE_INFINITY)))
                .limit(NAMED)
                .toList();
        if (!closest.isEmpty()) {
            int others = choice.leftOut().size() - closest.size();
            blocks.add(new Block.Table(
                    "What is left out, and what the best choice with it would lose"
                            + (others > 0 ? "; " + others + " more are in the portfolio workbook" : ""),
                    List.of("Proposal", "Option", "Loss"),
                    closest.stream()
                            .map(left -> List.of(
                                    left.candidate().title(), left.candidate().optionTitle(), loss(left, currency)))
                            .toList(),
                    2));
        }
        return blocks;
    }

    private static String loss(LeftOut left, String currency) {
        String loss = Wording.BRITISH.shortMoney(left.loss().orElse(0), currency);
        return switch (left.verdict()) {
            case LOSES -> loss;
            case LOSES_AT_MOST -> "up to " + loss;
            case IMPOSSIBLE -> "no choice with it keeps to the constraints";
            case UNKNOWN, NOT_SOUGHT -> "not known";
        };
    }

    private static String price(OptionalDouble price, String currency) {
        return price.isPresent() ? Wording.BRITISH.price(price.getAsDouble(), currency) : "–";
    }
}

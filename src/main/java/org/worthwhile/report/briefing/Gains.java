package org.worthwhile.report.briefing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.ImpactResult;
import org.worthwhile.appraisal.Incidence.GroupGain;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.report.Wording;
import org.worthwhile.report.document.Block;

/** Whom the benefits of an option come to, as present values that sum to the benefits of its ratio. */
final class Gains {

    /** Money nearer to nothing than this is nothing. */
    private static final double NOTHING = 0.5;

    private final Appraisal appraisal;
    private final OptionResult option;
    private final String currency;

    Gains(Appraisal appraisal, OptionResult option) {
        this.appraisal = appraisal;
        this.option = option;
        this.currency = appraisal.basis().proposal().appraisal().currency();
    }

    /** An amount of the benefits. */
    private record Part(String title, double amount, double weight) {}

    private List<Part> parts() {
        List<GroupGain> groups = option.incidence().groups();
        double grouped = groups.stream().mapToDouble(GroupGain::presentValue).sum();
        double impacts = impacts(option)
                - appraisal
                        .basis()
                        .proposal()
                        .businessAsUsual()
                        .map(usual -> impacts(appraisal.option(usual.id())))
                        .orElse(0.0);
        return Stream.concat(
                        groups.stream().map(gain -> new Part(gain.group().title(), gain.presentValue(), gain.weight())),
                        Stream.of(
                                new Part("Not allocated to any group", impacts - grouped, 1),
                                new Part(takenOff(), option.pvb() - impacts, 1)))
                .filter(part -> Math.abs(part.amount) >= NOTHING)
                .toList();
    }

    private String takenOff() {
        return appraisal.basis().framework().denominator().savingsNetted()
                ? "Costs of bodies that are not public and savings of those that are, which count elsewhere"
                : "Costs of bodies that are not public, taken off";
    }

    private double impacts(OptionResult of) {
        double sum = 0;
        for (ImpactResult impact : of.impacts()) {
            sum += impact.flows().presentValue(appraisal.factors(impact.line().health()));
        }
        return sum;
    }

    /** Each part with the sum of all; a sentence where no group is named. */
    Block block() {
        if (isUnknown()) {
            return new Block.Paragraph("The proposal does not say which groups its benefits come to.");
        }
        List<List<String>> rows = new ArrayList<>();
        if (parts().stream().allMatch(part -> part.weight == 1)) {
            parts().forEach(part -> rows.add(List.of(part.title, money(part.amount))));
            rows.add(List.of("Benefits in all", money(option.pvb())));
            return new Block.Table("Who gains (a loss is negative)", List.of("Group", "Present value"), rows, 1);
        }
        double weighted = 0;
        for (Part part : parts()) {
            weighted += part.weight * part.amount;
            rows.add(List.of(
                    part.title,
                    money(part.amount),
                    Wording.BRITISH.fixed(part.weight, 2),
                    money(part.weight * part.amount)));
        }
        rows.add(List.of("Benefits in all", money(option.pvb()), "", money(weighted)));
        return new Block.Table(
                "Who gains (a loss is negative), and what counts where a pound to each group has its weight by income",
                List.of("Group", "Present value", "Weight", "Weighted"),
                rows,
                1);
    }

    /** Such as: Lowest income fifth, a gain of £1.0 million; empty where no group is named. */
    List<String> phrases() {
        return isUnknown()
                ? List.of()
                : parts().stream()
                        .map(part -> part.title
                                + (part.amount > 0 ? ", a gain of " : ", a loss of ")
                                + money(Math.abs(part.amount)))
                        .toList();
    }

    private boolean isUnknown() {
        return option.incidence().groups().stream().allMatch(gain -> Math.abs(gain.presentValue()) < NOTHING);
    }

    private String money(double amount) {
        return Wording.BRITISH.shortMoney(amount, currency);
    }
}

package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.FigureStanding;
import org.worthwhile.appraisal.FigureStandings;
import org.worthwhile.framework.Standing;

/** Which published figures a result rests on that are not verified, in words. */
public final class StandingText {

    /** From here on a share is told as a multiple. */
    private static final double MOST_PERCENT = 10;

    private StandingText() {}

    /** Nothing where every figure is verified; else those that move the result by more than a tenth, and the others. */
    public static List<String> lines(Appraisal appraisal) {
        List<FigureStanding> figures = FigureStandings.of(appraisal);
        List<String> lines = new ArrayList<>();
        figures.stream().filter(StandingText::isOutOfForce).forEach(figure -> lines.add(outOfForce(figure)));
        List<FigureStanding> inForce =
                figures.stream().filter(figure -> !isOutOfForce(figure)).toList();
        add(
                lines,
                "Not verified, and without it the net present social value of an option would differ by more than a tenth: ",
                inForce.stream().filter(FigureStanding::isMaterial).toList());
        add(
                lines,
                "Also not verified: ",
                inForce.stream().filter(figure -> !figure.isMaterial()).toList());
        return lines;
    }

    /** Not to be checked against its source, but to be replaced. */
    private static boolean isOutOfForce(FigureStanding figure) {
        return figure.standing() == Standing.WITHDRAWN
                || figure.standing() == Standing.SUPERSEDED
                || figure.standing() == Standing.PROPOSED;
    }

    private static String outOfForce(FigureStanding figure) {
        return figure.title() + ": " + figure.standing().words() + " (" + figure.source() + ")" + moves(figure)
                + (figure.isMaterial() ? " of an option's net present social value" : "") + "; "
                + (figure.supersededBy().isEmpty()
                        ? "look for what stands in its place."
                        : "use in its place: " + figure.supersededBy() + ".");
    }

    /** Which figures are not verified or not in force, by name; empty where all are. */
    public static Optional<String> names(Appraisal appraisal) {
        List<FigureStanding> figures = FigureStandings.of(appraisal);
        return figures.isEmpty()
                ? Optional.empty()
                : Optional.of("Not verified or not in force, which no formula checks: "
                        + figures.stream().map(FigureStanding::title).collect(Collectors.joining("; ")) + ".");
    }

    /** How many figures are not verified or not in force, in a sentence; empty where all are. */
    public static Optional<String> summary(Appraisal appraisal) {
        List<FigureStanding> figures = FigureStandings.of(appraisal);
        long material = figures.stream().filter(FigureStanding::isMaterial).count();
        return figures.isEmpty()
                ? Optional.empty()
                : Optional.of(figures.size() + " of the published figures that this rests on "
                        + (figures.size() == 1 ? "is" : "are") + " not verified or not in force"
                        + (material == 0
                                ? ", and none of them moves the net present social value of an option by more than a tenth."
                                : "; " + material + " of them "
                                        + (material == 1 ? "moves" : "move")
                                        + " the net present social value of an option by more than a tenth."));
    }

    /** How far a figure can be relied on, and how much rests on it. */
    public static String words(FigureStanding figure) {
        return figure.standing().words()
                + (figure.isMaterial() ? moves(figure) + " of an option's net present social value" : "");
    }

    private static void add(List<String> lines, String lead, List<FigureStanding> figures) {
        if (!figures.isEmpty()) {
            lines.add(lead
                    + figures.stream()
                            .map(figure ->
                                    figure.title() + " (" + figure.standing().words() + moves(figure) + ")")
                            .collect(Collectors.joining("; "))
                    + ". Check against the source before use.");
        }
    }

    private static String moves(FigureStanding figure) {
        if (!figure.isMaterial()) {
            return "";
        }
        if (figure.moves().value().isEmpty()) {
            return "; " + figure.moves().reason();
        }
        double share = figure.moves().value().getAsDouble();
        return "; moves "
                + (share >= MOST_PERCENT
                        ? String.format(Locale.UK, "%,.0f times", share)
                        : String.format(Locale.UK, "%.0f%%", share * 100));
    }
}

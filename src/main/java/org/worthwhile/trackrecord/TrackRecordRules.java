package org.worthwhile.trackrecord;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.worthwhile.framework.Framework;
import org.worthwhile.framework.OptimismBiasType;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.NumberText;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.FinancialYear;

/** What a track record must be to be analysed. */
final class TrackRecordRules {

    /** No project comes to so many times its forecast; what seems to is in another unit. */
    private static final double MOST_TIMES = 100;

    /** The guidance's largest is 2; more is a percentage that was written as a number. */
    private static final double MOST_UPLIFT = 3;

    private final TrackRecordCase basis;
    private final TrackRecord record;
    private final List<Problem> problems = new ArrayList<>();

    private TrackRecordRules(TrackRecordCase basis) {
        this.basis = basis;
        this.record = basis.record();
    }

    /**
     * Requires a track record that can be analysed.
     *
     * @throws InvalidInput with everything wrong with it
     */
    static void require(TrackRecordCase basis) {
        TrackRecordRules rules = new TrackRecordRules(basis);
        if (rules.record.projects().isEmpty() && rules.record.probabilities().isEmpty()) {
            rules.add(
                    "",
                    "there are neither completed projects nor past probabilities",
                    "give projects, probabilities or a table of either");
        }
        rules.kinds();
        rules.projects();
        rules.probabilities();
        if (!rules.problems.isEmpty()) {
            throw new InvalidInput(rules.problems);
        }
    }

    private void kinds() {
        List<Kind> kinds = record.kinds();
        for (int i = 0; i < kinds.size(); i++) {
            Kind kind = kinds.get(i);
            String pointer = "/kinds/" + i;
            if (kinds.subList(0, i).stream().anyMatch(other -> other.id().equals(kind.id()))) {
                add(pointer + "/id", "the kind '" + kind.id() + "' is there twice", "leave one out");
            }
            kind.guidance().ifPresent(type -> guidance(pointer + "/guidance", type));
        }
    }

    private void guidance(String pointer, String type) {
        Optional<Framework> guidance = record.guidance();
        if (guidance.isEmpty()) {
            add(
                    pointer,
                    "a type of a table of optimism bias is named, but not whose table it is of",
                    "name the framework, such as uk-green-book-2026");
            return;
        }
        List<String> types =
                guidance.get().optimismBias().stream().map(OptimismBiasType::id).toList();
        if (!types.contains(type)) {
            add(
                    pointer,
                    "'" + type + "' is no type of the table of optimism bias of "
                            + guidance.get().title(),
                    types.isEmpty() ? "leave it out, as the framework has no such table" : Nearest.remedy(type, types));
        }
    }

    private void projects() {
        List<String> kinds = record.kinds().stream().map(Kind::id).toList();
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < record.projects().size(); i++) {
            PastProject project = record.projects().get(i);
            String pointer = "/projects/" + i;
            Integer before = first.putIfAbsent(project.measure() + "/" + project.name(), i);
            if (before != null) {
                add(
                        pointer + "/project",
                        "the " + project.measure().title() + " of '" + project.name()
                                + "' is there twice, first as row " + (before + 1),
                        "leave one out, or give each project a name of its own");
            }
            if (!kinds.contains(project.kind())) {
                add(
                        pointer + "/kind",
                        "'" + project.kind() + "' is no kind of this record",
                        kinds.isEmpty() ? "list it among kinds" : Nearest.remedy(project.kind(), kinds));
            }
            figures(pointer, project);
            if (project.measure().isMoney()) {
                prices(pointer, project);
            }
        }
    }

    private void figures(String pointer, PastProject project) {
        String of = "the " + project.measure().title() + " of '" + project.name() + "'";
        if (project.forecast() <= 0) {
            add(
                    pointer + "/forecast",
                    of + " was forecast as " + NumberText.of(project.forecast()) + ", and nothing is a ratio to that",
                    "give a forecast above 0, or leave the row out");
        }
        if (project.outcome() < 0 && !project.measure().isBenefit()) {
            add(
                    pointer + "/outcome",
                    of + " came to " + NumberText.of(project.outcome()) + ", which cannot be",
                    "give what it came to, above 0, or leave the row out");
        } else if (project.outcome() <= 0 && record.options().scale(project.measure()) == Scale.LOG_RATIO) {
            add(
                    pointer + "/outcome",
                    of + " came to " + NumberText.of(project.outcome())
                            + ", of which no ratio can be analysed on its log scale",
                    "set the scale of " + project.measure().title() + " in options/scales to ratio");
        } else if (project.forecast() > 0 && isOfOtherUnits(project.outcome() / project.forecast())) {
            add(
                    pointer + "/outcome",
                    of + " came to " + NumberText.of(project.outcome()) + " where " + NumberText.of(project.forecast())
                            + " were forecast, more than a hundred times as much or as little",
                    "give both in the same unit, or leave the row out");
        }
        if (project.includedUplift() <= -1 || project.includedUplift() > MOST_UPLIFT) {
            add(
                    pointer + "/includedUplift",
                    of + " is said to contain an optimism bias of " + NumberText.of(project.includedUplift()),
                    "give a fraction above -1 and not above " + NumberText.of(MOST_UPLIFT) + ", such as 0.15 for 15%");
        }
    }

    /** Whether forecast and outcome can only have been written in different units, such as pounds and thousands of pounds. */
    private static boolean isOfOtherUnits(double ratio) {
        return Math.abs(ratio) > MOST_TIMES || ratio != 0 && Math.abs(ratio) < 1 / MOST_TIMES;
    }

    private void prices(String pointer, PastProject project) {
        String of = "the " + project.measure().title() + " of '" + project.name() + "'";
        if (project.forecastPrices().isEmpty() || project.outcomePrices().isEmpty()) {
            String missing = project.forecastPrices().isEmpty() ? "forecastPrices" : "outcomePrices";
            add(
                    pointer + "/" + missing,
                    "of " + of + " it is not said at which year's prices the "
                            + (project.forecastPrices().isEmpty() ? "forecast" : "outcome") + " is",
                    "give forecastPrices and outcomePrices, such as 2018/19; money spent over several years must be brought"
                            + " to the prices of one first");
            return;
        }
        FinancialYear forecast = project.forecastPrices().get();
        FinancialYear outcome = project.outcomePrices().get();
        if (forecast.equals(outcome)) {
            return;
        }
        if (record.index().isEmpty()) {
            add(
                    pointer + "/outcomePrices",
                    of + " was forecast at the prices of " + forecast + " and came out at those of " + outcome,
                    "bring both to the same prices, or name a priceIndex such as uk-gdp-deflator");
            return;
        }
        for (FinancialYear year : List.of(forecast, outcome)) {
            if (!record.index().get().covers(year)) {
                add(
                        pointer + (year.equals(forecast) ? "/forecastPrices" : "/outcomePrices"),
                        record.index().get().title() + " has no figure for " + year,
                        "bring forecast and outcome to the same prices, or name another priceIndex");
            }
        }
    }

    private void probabilities() {
        for (int i = 0; i < record.probabilities().size(); i++) {
            double probability = record.probabilities().get(i).probability();
            if (!(probability >= 0 && probability <= 1)) {
                add(
                        "/probabilities/" + i + "/probability",
                        NumberText.of(probability) + " is no probability",
                        "give a number from 0 to 1, such as 0.7 for 70%");
            }
        }
    }

    private void add(String pointer, String what, String remedy) {
        problems.add(new Problem(basis.places().apply(pointer), what, remedy));
    }
}

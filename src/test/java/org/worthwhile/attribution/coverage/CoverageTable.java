package org.worthwhile.attribution.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The matrix as people read it. */
final class CoverageTable {

    private static final String HEAD = """
            # How often intervals cover the truth

            Made datasets from a known truth, answered as `attribute` answers a study that names columns by their roles, the estimator where it is
            not the usual one, the family of counts and the column of treatment received at a cutoff, and nothing else. Written by
            `mvn verify -Pcoverage`; settings, data and the rules of the verdicts stand in `src/test/java/org/worthwhile/attribution/coverage`.

            - **coverage**: the share of 95%% intervals that cover the truth, ± its Monte Carlo standard error; of sets that were not refused or
              answered that the data cannot tell, which are counted as refused.
            - **false positives**: the share of p-values below 0.05 where there is no effect.
            - **error/spread**: the median standard error over the standard deviation of the estimates; bias is in such standard deviations.
            - **warned**: the share in which a check warns or fails; **wrong and clean**: the interval misses the truth and no check does.
            - **false alarms**: how often checks speak against data in which their hypothesis is true: tests by a p-value below 0.05,
              others by warning, of the sets in which they could be made.
            - **standard**: coverage of 93%% to 97%%, false positives of 3%% to 7%%, wrong and clean below 5%%, false alarms of 3%% to 8%%.
              *Kept* is within; *broken* is beyond by more than two Monte Carlo errors on the side that misleads, *cautious* on the
              other; *open* is beyond by less, which may be chance. Settings marked † are such that no method is known to cover the truth:
              of them it is asked that the truth is not missed without a warning.

            The number of sets differs, since a run leaves a setting after a given time whatever it shows. Monte Carlo errors of 100 sets
            are about 2 points at 95%%, so that 100 sets show what is badly off and no more.

            """.replace("%%", "%");

    private CoverageTable() {}

    /**
     * A setting with what is known of it.
     *
     * @param lines one for each data set
     */
    record Cell(Setting setting, List<ResultFolder.Line> lines) {

        Tally tally() {
            return Tally.of(lines.stream().map(ResultFolder.Line::answer).toList());
        }
    }

    /** Of settings without answers the rows stay as they were. */
    static String of(List<Cell> cells, EarlierTable earlier, LocalDate date, String commit) {
        StringBuilder text = new StringBuilder(HEAD);
        text.append("Written on ")
                .append(date)
                .append(" at commit ")
                .append(commit)
                .append("; ");
        text.append(cells.stream()
                        .filter(cell -> cell.lines.isEmpty()
                                && earlier.row(cell.setting).isEmpty())
                        .count())
                .append(" of ")
                .append(cells.size());
        text.append(" settings are not yet worked out. First seed 7000.\n");
        summary(text, cells, earlier);
        for (Method method : Method.values()) {
            List<Cell> rows = cells.stream()
                    .filter(cell -> cell.setting.method() == method)
                    .toList();
            text.append("\n## ").append(method.title()).append("\n\n");
            text.append("| setting | sets | refused | coverage % | false positives % | error/spread | bias | warned %"
                    + " | wrong and clean % | false alarms % | standard | commit |\n");
            text.append("|---|---|---|---|---|---|---|---|---|---|---|---|\n");
            rows.forEach(cell -> text.append(
                            cell.lines.isEmpty() ? earlier.row(cell.setting).orElseGet(() -> row(cell)) : row(cell))
                    .append('\n'));
        }
        return text.toString();
    }

    private static void summary(StringBuilder text, List<Cell> cells, EarlierTable earlier) {
        list(text, cells, earlier, "Where the standard is broken", CoverageTable::broken);
        list(
                text,
                cells,
                earlier,
                "Where the truth is missed often in settings marked †",
                CoverageTable::missedThoughTold);
    }

    private static Optional<String> broken(Cell cell) {
        List<String> broken = Verdict.of(cell.setting, cell.tally()).broken();
        return broken.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", broken));
    }

    private static Optional<String> missedThoughTold(Cell cell) {
        Tally tally = cell.tally();
        return cell.setting.standard() == Setting.Standard.TOLD
                        && tally.found().size() >= Verdict.FEWEST
                        && tally.coverage().isBelow(0.93)
                ? Optional.of("coverage " + percent(tally.coverage()) + "%, warned " + percent(tally.warned()) + "%")
                : Optional.empty();
    }

    private static void list(
            StringBuilder text,
            List<Cell> cells,
            EarlierTable earlier,
            String title,
            Function<Cell, Optional<String>> what) {
        List<String> all = cells.stream()
                .flatMap(cell -> (cell.lines.isEmpty()
                                ? earlier.listed(title, cell.setting)
                                : what.apply(cell).map(told -> listed(cell.setting) + told))
                        .stream())
                .toList();
        text.append("\n## ").append(title).append("\n\n");
        text.append(all.isEmpty() ? "Nowhere." : String.join("\n", all)).append('\n');
    }

    /** As a list has a setting, before what it says of it. */
    static String listed(Setting setting) {
        return "- " + setting.method().title() + ", " + setting.source().name() + ": ";
    }

    /** As a row has a setting. */
    static String name(Setting setting) {
        return setting.source().name() + (setting.standard() == Setting.Standard.TOLD ? " †" : "");
    }

    private static String row(Cell cell) {
        Tally tally = cell.tally();
        List<String> parts = new ArrayList<>();
        parts.add(name(cell.setting));
        parts.add(Integer.toString(tally.sets()));
        parts.add(Integer.toString(tally.refused()));
        if (tally.found().size() < Verdict.FEWEST) {
            parts.addAll(List.of("", "", "", "", "", "", "", reason(tally)));
        } else {
            parts.add(String.format(
                    Locale.ROOT,
                    "%.1f ± %.1f",
                    100 * tally.coverage().value(),
                    100 * tally.coverage().error()));
            parts.add(tally.falsePositives().map(CoverageTable::percent).orElse("–"));
            parts.add(String.format(Locale.ROOT, "%.2f", tally.errorOverSpread()));
            parts.add(String.format(Locale.ROOT, "%.2f", tally.bias()));
            parts.add(percent(tally.warned()));
            parts.add(percent(tally.wrongAndClean()));
            parts.add(cell.setting.nulls().stream()
                    .filter(check -> tally.rejections(check).of() > 0)
                    .map(check -> check.id() + " " + percent(tally.rejections(check)))
                    .collect(Collectors.joining(", ")));
            parts.add(Verdict.of(cell.setting, tally).text());
        }
        parts.add(
                cell.lines.stream()
                        .map(ResultFolder.Line::commit)
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .collect(Collectors.joining(", ")));
        return "| " + String.join(" | ", parts) + " |";
    }

    private static String reason(Tally tally) {
        return tally.sets() == 0
                ? EarlierTable.NOT_YET
                : tally.refused() * 2 > tally.sets() ? "refused" : "too few sets";
    }

    private static String percent(Tally.Share share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share.value());
    }
}

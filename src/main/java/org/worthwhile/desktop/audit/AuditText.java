package org.worthwhile.desktop.audit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.values.UnitValueText;
import org.worthwhile.framework.Framework;
import org.worthwhile.framework.Source;
import org.worthwhile.framework.Standing;
import org.worthwhile.framework.UnitValue;
import org.worthwhile.report.Wording;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.HistoryEntry;
import org.worthwhile.workspace.TrailEntry;
import tools.jackson.databind.JsonNode;

/** Assumptions with their sources, and what was done to a file, as the screen says it. */
final class AuditText {

    private static final int LONGEST = 80;

    private AuditText() {}

    /** Something that results rest on. */
    record Assumption(String what, String value, String source, String verified) {}

    /** What an appraisal rests on: its framework's sources, its prices, the unit values and the evidence that it uses. */
    static List<Assumption> assumptions(Appraisal appraisal) {
        List<Assumption> rows = new ArrayList<>();
        Framework framework = appraisal.basis().framework();
        framework.sources().forEach((id, source) -> rows.add(row(framework.title(), framework.edition(), source)));
        if (appraisal.basis().priceIndex().isKnown()) {
            rows.add(row(
                    Words.of("audit.prices"),
                    appraisal.basis().priceIndex().title(),
                    appraisal.basis().priceIndex().source()));
        }
        for (UnitValue value : appraisal.basis().unitValues().values()) {
            rows.add(new Assumption(
                    value.title(),
                    Words.of(
                            "audit.unitValue",
                            UnitValueText.of(value),
                            value.unit(),
                            value.priceYear().label()),
                    value.source().citation(),
                    standing(value.standing())));
        }
        appraisal
                .basis()
                .evidence()
                .values()
                .forEach(evidence -> rows.add(new Assumption(
                        evidence.title(),
                        Words.of(
                                "audit.estimate",
                                Wording.here().brief(BigDecimal.valueOf(evidence.estimate())),
                                Wording.here().brief(BigDecimal.valueOf(evidence.standardError()))),
                        evidence.datasetFingerprint()
                                .map(sha256 ->
                                        Words.of("audit.dataset", sha256.substring(0, Math.min(16, sha256.length()))))
                                .orElse(evidence.source().toString()),
                        evidence.diagnosticsFailed().isEmpty()
                                ? verified(evidence.verified())
                                : Words.of(
                                        "audit.failed",
                                        verified(evidence.verified()),
                                        String.join(", ", evidence.diagnosticsFailed())))));
        return rows;
    }

    private static Assumption row(String what, String value, Source source) {
        return new Assumption(what, value, source.citation(), standing(source.standing()));
    }

    private static String standing(Standing standing) {
        return standing.isVerified() ? verified(true) : standing.words();
    }

    private static String verified(boolean verified) {
        return Words.of(verified ? "values.verified" : "values.unverified");
    }

    static String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Locale.getDefault(Locale.Category.FORMAT))
                .format(at.atZone(ZoneId.systemDefault()));
    }

    static String action(TrailEntry entry) {
        return Words.of("action." + entry.action());
    }

    /** What an entry is about. */
    static String documents(HistoryEntry entry, UnaryOperator<String> title) {
        return entry.documents().stream().map(title).collect(Collectors.joining(", "));
    }

    /** What stood there before an edit of one value. */
    static String before(HistoryEntry entry) {
        return entry.change().map(change -> shortened(change.before())).orElse("");
    }

    /** What stands there since an edit of one value: what was typed last. */
    static String after(HistoryEntry entry) {
        return entry.change().map(change -> shortened(change.after())).orElse("");
    }

    /** A change, from what to what. */
    static String change(Change change) {
        String where = change.name() + (change.pointer().isEmpty() ? "" : " " + change.pointer());
        return Words.of("audit.change", where, shortened(change.before()), shortened(change.after()));
    }

    private static String shortened(Optional<JsonNode> node) {
        String text = node.map(ValueWords::of).orElse(Words.of("audit.nothing"));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}

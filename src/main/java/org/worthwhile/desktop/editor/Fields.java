package org.worthwhile.desktop.editor;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.desktop.editor.Field.Input;
import tools.jackson.databind.JsonNode;

/** What is filled in on each page of the editor. */
final class Fields {

    private Fields() {}

    /** The fields of the strategic case and of how the proposal is appraised. */
    static final List<Field> CASE = List.of(
            Field.of("edit.title", "/title", Input.TEXT, 400),
            Field.of("edit.summary", "/summary", Input.LONG_TEXT, 400),
            Field.of("edit.sponsor", "/sponsor", Input.TEXT, 400),
            Field.of("edit.place", "/place", Input.TEXT, 400),
            Field.of("edit.themes", "/themes", Input.WORDS, 400),
            Field.choice("edit.framework", "/appraisal/framework", 400, Choices::frameworks),
            Field.of("edit.baseYear", "/appraisal/baseYear", Input.YEAR, 120),
            Field.of("edit.priceYear", "/appraisal/priceYear", Input.YEAR, 120),
            Field.of("edit.years", "/appraisal/years", Input.COUNT, 120),
            Field.choice("edit.timing", "/appraisal/timing", 200, _ -> Choices.words("timing", "end-year", "mid-year")),
            Field.of("edit.currency", "/appraisal/currency", Input.TEXT, 120));

    /** The columns of a page's table. */
    static List<Field> of(Section section, JsonNode proposal) {
        return switch (section) {
            case CASE -> CASE;
            case OBJECTIVES ->
                List.of(
                        Field.of("edit.title", "/title", Input.TEXT, 260),
                        Field.of("edit.measure", "/measure", Input.TEXT, 260),
                        Field.of("edit.baseline", "/baseline", Input.NUMBER, 100),
                        Field.of("edit.target", "/target", Input.NUMBER, 100),
                        Field.of("edit.by", "/by", Input.YEAR, 90),
                        Field.of("edit.countedBy", "/outcome", Input.TEXT, 140));
            case ORGANISATIONS ->
                List.of(
                        Field.of("edit.title", "/title", Input.TEXT, 300),
                        Field.choice(
                                "edit.sector",
                                "/sector",
                                160,
                                _ -> Choices.words("sector", "public", "private", "third-sector", "household")),
                        Field.of("edit.agency", "/agency", Input.TEXT, 150),
                        Field.of("edit.id", "/id", Input.FIXED, 140));
            case GROUPS ->
                List.of(
                        Field.of("edit.title", "/title", Input.TEXT, 300),
                        Field.of("edit.incomeIndex", "/incomeIndex", Input.NUMBER, 160),
                        Field.of("edit.income", "/income", Input.NUMBER, 120),
                        Field.of("edit.medianIncome", "/medianIncome", Input.NUMBER, 130),
                        Field.of("edit.adults", "/adults", Input.NUMBER, 80),
                        Field.of("edit.children", "/children", Input.NUMBER, 80),
                        Field.of("edit.id", "/id", Input.FIXED, 140));
            case OPTIONS ->
                List.of(
                        Field.of("edit.title", "/title", Input.TEXT, 340),
                        Field.choice(
                                "edit.role",
                                "/role",
                                200,
                                _ -> Choices.words(
                                        "role", "business-as-usual", "do-minimum", "preferred", "alternative")),
                        Field.of("edit.id", "/id", Input.FIXED, 140));
            case COSTS -> costs();
            case BY_YEAR -> byYear(proposal);
            case IMPACTS -> impacts();
            case ADDITIONALITY ->
                List.of(
                        Field.of("edit.line", "/title", Input.FIXED, 240),
                        Field.of("edit.deadweight", "/additionality/deadweight", Input.SHARE, 100),
                        Field.of("edit.displacement", "/additionality/displacement", Input.SHARE, 110),
                        Field.of("edit.leakage", "/additionality/leakage", Input.SHARE, 90),
                        Field.of("edit.substitution", "/additionality/substitution", Input.SHARE, 110),
                        Field.of("edit.attribution", "/additionality/attribution", Input.SHARE, 100),
                        Field.of("edit.multiplier", "/additionality/multiplier", Input.NUMBER, 100),
                        Field.of("edit.counterfactual", "/counterfactual", Input.TEXT, 260));
            case SAVINGS ->
                List.of(
                        Field.of("edit.line", DocumentSheet.LINE, Input.FIXED, 240),
                        Field.choice("edit.organisation", "/organisation", 200, Choices::organisations),
                        Field.of("edit.share", "/share", Input.SHARE, 84),
                        Field.of("edit.cashable", "/cashable", Input.SHARE, 90),
                        Field.of("edit.cashableFrom", "/cashableFrom", Input.YEAR, 110));
            case BENEFICIARIES ->
                List.of(
                        Field.of("edit.line", DocumentSheet.LINE, Input.FIXED, 240),
                        Field.choice("edit.group", "/group", 220, Choices::groups),
                        Field.of("edit.share", "/share", Input.SHARE, 84));
            case UNMONETISED ->
                List.of(
                        Field.of("edit.title", "/title", Input.TEXT, 280),
                        Field.of("edit.who", "/who", Input.TEXT, 180),
                        Field.choice(
                                "edit.score",
                                "/score",
                                150,
                                _ -> Choices.words("score", "-3", "-2", "-1", "0", "1", "2", "3")),
                        Field.of("edit.evidence", "/evidence", Input.TEXT, 300));
            case UNCERTAINTY -> UncertainNumbers.FIELDS;
            case CORRELATIONS ->
                List.of(
                        Field.choice(
                                "edit.between", "/between/0", 390, choices -> Choices.unsureInputs(choices.proposal())),
                        Field.choice(
                                "edit.and", "/between/1", 390, choices -> Choices.unsureInputs(choices.proposal())),
                        Field.of("edit.rank", "/rank", Input.NUMBER, 110));
            case SCENARIOS ->
                List.of(
                        Field.of("edit.title", "/title", Input.TEXT, 420),
                        Field.of("edit.id", "/id", Input.FIXED, 200));
            case EVIDENCE ->
                List.of(
                        Field.of("edit.title", "/title", Input.TEXT, 280),
                        Field.of("edit.outcome", "/outcome", Input.TEXT, 150),
                        Field.of("edit.estimate", "/effect/estimate", Input.ESTIMATE, 100),
                        Field.of("edit.standardError", "/effect/standardError", Input.ESTIMATE, 120),
                        Field.of("edit.per", "/effect/per", Input.TEXT, 220),
                        Field.of("edit.verified", "/verified", Input.FLAG, 84),
                        Field.of("edit.id", "/id", Input.FIXED, 160));
        };
    }

    private static List<Field> costs() {
        return List.of(
                Field.of("edit.title", "/title", Input.TEXT, 230),
                Field.choice("edit.bearer", "/bearer", 160, Choices::organisations),
                Field.choice(
                        "edit.kind",
                        "/kind",
                        110,
                        _ -> Choices.words(
                                "kind",
                                "capital",
                                "revenue",
                                "transition",
                                "receipt",
                                "residual-value",
                                "avoided-cost")),
                Field.of("edit.amount", "/amount", Input.AMOUNT, 160),
                Field.of("edit.from", "/amount/from", Input.YEAR, 84),
                Field.of("edit.to", "/amount/to", Input.YEAR, 84),
                Field.of("edit.realGrowth", "/amount/realGrowth", Input.SHARE, 90),
                Field.choice("edit.bias", "/optimismBias/type", 170, Choices::optimismBias)
                        .removing("/optimismBias"),
                Field.of("edit.mitigation", "/optimismBias/mitigation", Input.SHARE, 90),
                Field.of("edit.uplift", "/optimismBias/uplift", Input.SHARE, 90).removing("/optimismBias"),
                Field.choice("edit.confidence", "/confidence", 110, Choices::grades),
                Field.of("edit.assetLife", "/assetLife", Input.COUNT, 90),
                Field.of("edit.pricesOf", "/basis/priceYear", Input.YEAR, 90),
                Field.of("edit.cash", "/basis/real", Input.NOT, 90),
                Field.of("edit.sunk", "/sunk", Input.FLAG, 60),
                Field.of("edit.transfer", "/transfer", Input.FLAG, 70),
                Field.of("edit.source", "/source", Input.TEXT, 220));
    }

    private static List<Field> impacts() {
        return List.of(
                Field.of("edit.title", "/title", Input.TEXT, 250),
                Field.choice(
                        "edit.category",
                        "/category",
                        150,
                        _ -> Choices.words("category", "fiscal", "economic", "social", "environmental")),
                Field.of("edit.population", "/quantity/population", Input.COUNT, 100),
                Field.of("edit.intake", "/quantity/intake/annual", Input.COUNT, 100),
                Field.of("edit.intakeFrom", "/quantity/intake/from", Input.YEAR, 90),
                Field.of("edit.intakeTo", "/quantity/intake/to", Input.YEAR, 90),
                Field.of("edit.usersBefore", "/quantity/users/before", Input.COUNT, 110)
                        .removing("/quantity/users"),
                Field.of("edit.usersAfter", "/quantity/users/after", Input.COUNT, 110)
                        .removing("/quantity/users"),
                Field.of("edit.eligible", "/quantity/eligible", Input.SHARE, 84),
                Field.of("edit.engagement", "/quantity/engagement", Input.SHARE, 90),
                Field.of("edit.completion", "/quantity/completion", Input.SHARE, 90),
                Field.of("edit.effect", "/quantity/effect", Input.EFFECT, 150),
                Field.of("edit.tripBefore", "/quantity/costPerTrip/before", Input.NUMBER, 130)
                        .removing("/quantity/costPerTrip"),
                Field.of("edit.tripAfter", "/quantity/costPerTrip/after", Input.NUMBER, 130)
                        .removing("/quantity/costPerTrip"),
                Field.of("edit.unit", "/unit", Input.TEXT, 100),
                Field.of("edit.worth", "/value", Input.WORTH, 190),
                Field.of("edit.worthYear", "/value/priceYear", Input.YEAR, 100),
                Field.of("edit.start", "/profile/start", Input.YEAR, 84),
                Field.of("edit.lag", "/profile/lag", Input.COUNT, 84),
                Field.of("edit.rampUp", "/profile/rampUp", Input.SHARES, 130),
                Field.of("edit.dropOff", "/profile/dropOff", Input.SHARE, 84),
                Field.of("edit.duration", "/profile/duration", Input.COUNT, 90),
                Field.choice("edit.confidence", "/confidence", 110, Choices::grades),
                Field.of("edit.health", "/health", Input.FLAG, 70),
                Field.of("edit.outcome", "/outcome", Input.TEXT, 140),
                Field.of("edit.pricesOf", "/basis/priceYear", Input.YEAR, 90),
                Field.of("edit.cash", "/basis/real", Input.NOT, 90),
                Field.of("edit.source", "/source", Input.TEXT, 220));
    }

    private static List<Field> byYear(JsonNode proposal) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.of("edit.line", DocumentSheet.LINE, Input.FIXED, 220));
        for (String year : Years.of(proposal)) {
            fields.add(Field.of(year, "/" + Years.escaped(year), Input.MONEY, 95));
        }
        return fields;
    }
}

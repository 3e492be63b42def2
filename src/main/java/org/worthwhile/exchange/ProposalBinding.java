package org.worthwhile.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.worthwhile.proposal.Additionality;
import org.worthwhile.proposal.Amount;
import org.worthwhile.proposal.AppraisalSettings;
import org.worthwhile.proposal.Basis;
import org.worthwhile.proposal.Beneficiary;
import org.worthwhile.proposal.Category;
import org.worthwhile.proposal.Correlation;
import org.worthwhile.proposal.CostKind;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.Effect;
import org.worthwhile.proposal.Figure;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Group;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.Intake;
import org.worthwhile.proposal.Objective;
import org.worthwhile.proposal.OptimismBias;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Organisation;
import org.worthwhile.proposal.Profile;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.proposal.Quantity;
import org.worthwhile.proposal.Role;
import org.worthwhile.proposal.Saving;
import org.worthwhile.proposal.Scenario;
import org.worthwhile.proposal.Sector;
import org.worthwhile.proposal.Timing;
import org.worthwhile.proposal.UnitWorth;
import org.worthwhile.proposal.UnmonetisedImpact;
import org.worthwhile.proposal.Valuation;
import tools.jackson.databind.JsonNode;

/** Turns the tree of a proposal that fits the schema into records. */
final class ProposalBinding {

    private final JsonNode tree;
    private final AppraisalSettings settings;

    ProposalBinding(JsonNode tree) {
        this.tree = ParameterValues.beside(tree);
        this.settings = settings(tree.get("appraisal"));
    }

    Proposal proposal() {
        return new Proposal(
                Fields.text(tree, "id"),
                Fields.text(tree, "title"),
                Fields.text(tree, "summary"),
                Fields.text(tree, "sponsor"),
                Fields.text(tree, "place"),
                Fields.list(tree, "themes", JsonNode::asString),
                Fields.list(tree, "objectives", ProposalBinding::objective),
                settings,
                Fields.list(tree, "organisations", ProposalBinding::organisation),
                Fields.list(tree, "groups", ProposalBinding::group),
                Fields.list(tree, "options", this::option),
                ParameterBinding.parameters(tree),
                Fields.list(tree, "correlations", ProposalBinding::correlation),
                Fields.list(tree, "scenarios", ProposalBinding::scenario));
    }

    private static AppraisalSettings settings(JsonNode node) {
        FinancialYear baseYear = Fields.year(node, "baseYear").orElseThrow();
        return new AppraisalSettings(
                Fields.text(node, "framework"),
                baseYear,
                Fields.year(node, "priceYear").orElse(baseYear),
                node.get("years").asInt(),
                Fields.choice(node, "timing", Timing.class, Timing.END_YEAR),
                node.path("currency").asString("GBP"),
                Fields.flag(node, "confidenceCorrections"));
    }

    private static Objective objective(JsonNode node) {
        return new Objective(
                Fields.text(node, "title"),
                Fields.text(node, "measure"),
                Fields.number(node, "baseline"),
                Fields.number(node, "target"),
                Fields.year(node, "by"),
                Fields.optionalText(node, "outcome"));
    }

    private static Organisation organisation(JsonNode node) {
        return new Organisation(Fields.text(node, "id"), Fields.text(node, "title"), sector(node), agency(node));
    }

    private static Optional<String> agency(JsonNode node) {
        return Optional.of(Fields.text(node, "agency")).filter(agency -> !agency.isEmpty());
    }

    private static Sector sector(JsonNode node) {
        return node.path("sector").asString("").equals("third")
                ? Sector.THIRD_SECTOR
                : Fields.choice(node, "sector", Sector.class, Sector.PUBLIC);
    }

    private static Group group(JsonNode node) {
        return new Group(Fields.text(node, "id"), Fields.text(node, "title"), GroupIncomeBinding.read(node));
    }

    private Option option(JsonNode node) {
        return new Option(
                Fields.text(node, "id"),
                Fields.text(node, "title"),
                Fields.choice(node, "role", Role.class, Role.ALTERNATIVE),
                Fields.list(node, "costs", this::cost),
                Fields.list(node, "impacts", this::impact),
                Fields.list(node, "unmonetised", ProposalBinding::unmonetised));
    }

    private CostLine cost(JsonNode node) {
        return new CostLine(
                Fields.text(node, "id"),
                Fields.text(node, "title"),
                Fields.text(node, "bearer"),
                Fields.choice(node, "kind", CostKind.class, CostKind.REVENUE),
                amount(node.get("amount")),
                basis(node.path("basis")),
                Optional.ofNullable(node.get("optimismBias")).map(ProposalBinding::optimismBias),
                Fields.whole(node, "confidence"),
                Fields.whole(node, "assetLife"),
                Fields.flag(node, "sunk"),
                Fields.flag(node, "transfer"),
                Fields.uncertainty(node),
                Fields.text(node, "source"));
    }

    private Amount amount(JsonNode node) {
        if (node.has("schedule")) {
            return new Amount.Schedule(schedule(node.get("schedule")));
        }
        return new Amount.Annual(
                Fields.figure(node, "annual", 0),
                Fields.year(node, "from").orElse(settings.baseYear()),
                Fields.year(node, "to").orElse(settings.lastYear()),
                Fields.figure(node, "realGrowth", 0));
    }

    private static SortedMap<FinancialYear, Figure> schedule(JsonNode node) {
        SortedMap<FinancialYear, Figure> amounts = new TreeMap<>();
        node.propertyStream()
                .forEach(entry -> amounts.put(FinancialYear.of(entry.getKey()), Fields.figure(entry.getValue())));
        return amounts;
    }

    private Basis basis(JsonNode node) {
        return new Basis(
                node.path("real").asBoolean(true),
                Fields.year(node, "priceYear").orElse(settings.priceYear()));
    }

    private static OptimismBias optimismBias(JsonNode node) {
        return node.has("uplift")
                ? new OptimismBias.Explicit(Fields.figure(node, "uplift", 0))
                : new OptimismBias.Mitigated(Fields.text(node, "type"), Fields.figure(node, "mitigation", 0));
    }

    private Impact impact(JsonNode node) {
        return new Impact(
                Fields.text(node, "id"),
                Fields.text(node, "title"),
                Fields.text(node, "outcome"),
                Fields.text(node, "unit"),
                node.has("schedule")
                        ? new Valuation.Schedule(schedule(node.get("schedule")), basis(node.path("basis")))
                        : new Valuation.Chain(
                                quantity(node.get("quantity"), node.path("profile")),
                                profile(node.path("profile")),
                                worth(node.get("value"))),
                additionality(node.path("additionality")),
                Fields.choice(node, "category", Category.class, Category.SOCIAL),
                Fields.flag(node, "health"),
                Fields.list(node, "savings", ProposalBinding::saving),
                Fields.list(node, "beneficiaries", ProposalBinding::beneficiary),
                Fields.whole(node, "confidence"),
                Fields.text(node, "counterfactual"),
                Fields.text(node, "source"));
    }

    private Quantity quantity(JsonNode node, JsonNode profile) {
        return new Quantity(
                intake(node, profile),
                Fields.figure(node, "eligible", 1),
                Fields.figure(node, "engagement", 1),
                Fields.figure(node, "completion", 1),
                effect(node));
    }

    private Intake intake(JsonNode quantity, JsonNode profile) {
        JsonNode intake = quantity.path("intake");
        if (quantity.has("users")) {
            JsonNode users = quantity.get("users");
            return new Intake.Users(
                    Fields.figure(users, "before", 0),
                    Fields.figure(users, "after", 0),
                    Fields.year(profile, "start").orElse(settings.baseYear()));
        }
        if (intake.isMissingNode()) {
            return new Intake.Once(
                    Fields.figure(quantity, "population", 1),
                    Fields.year(profile, "start").orElse(settings.baseYear()));
        }
        return intake.has("annual")
                ? new Intake.Annual(
                        Fields.figure(intake, "annual", 0),
                        Fields.year(intake, "from").orElse(settings.baseYear()),
                        Fields.year(intake, "to").orElse(settings.lastYear()),
                        Fields.figure(intake, "realGrowth", 0))
                : new Intake.ByYear(schedule(intake));
    }

    private static Effect effect(JsonNode quantity) {
        if (quantity.has("costPerTrip")) {
            JsonNode cost = quantity.get("costPerTrip");
            return new Effect.CostSaved(Fields.figure(cost, "before", 0), Fields.figure(cost, "after", 0));
        }
        JsonNode node = quantity.get("effect");
        if (node.has("evidence")) {
            return new Effect.FromEvidence(
                    Fields.text(node, "evidence"), node.path("scale").asDouble(1));
        }
        if (node.has("standardError")) {
            return new Effect.Estimated(
                    node.get("value").asDouble(), node.get("standardError").asDouble());
        }
        return new Effect.Stated(Fields.figure(node));
    }

    private static Profile profile(JsonNode node) {
        return new Profile(
                Fields.figure(node, "lag", 0),
                Fields.list(node, "rampUp", Fields::figure),
                Fields.figure(node, "dropOff", 0),
                Optional.ofNullable(node.get("duration")).map(Fields::figure));
    }

    private UnitWorth worth(JsonNode node) {
        return node.has("unitValue")
                ? new UnitWorth.FromLibrary(
                        Fields.text(node, "unitValue"), node.path("factor").asDouble(1))
                : new UnitWorth.Typed(
                        Fields.figure(node, "amount", 0),
                        Fields.year(node, "priceYear").orElse(settings.priceYear()),
                        Fields.figure(node, "realGrowth", 0));
    }

    private static Additionality additionality(JsonNode node) {
        return new Additionality(
                Fields.figure(node, "deadweight", 0),
                Fields.figure(node, "displacement", 0),
                Fields.figure(node, "leakage", 0),
                Fields.figure(node, "substitution", 0),
                Fields.figure(node, "attribution", 1),
                Fields.figure(node, "multiplier", 1));
    }

    private static Saving saving(JsonNode node) {
        return new Saving(
                Fields.text(node, "organisation"),
                Fields.figure(node, "share", 1),
                Fields.figure(node, "cashable", 0),
                Fields.year(node, "cashableFrom"));
    }

    private static Beneficiary beneficiary(JsonNode node) {
        return new Beneficiary(Fields.text(node, "group"), Fields.figure(node, "share", 0));
    }

    private static UnmonetisedImpact unmonetised(JsonNode node) {
        return new UnmonetisedImpact(
                Fields.text(node, "title"),
                Fields.text(node, "who"),
                node.get("score").asInt(),
                Fields.text(node, "evidence"));
    }

    private static Correlation correlation(JsonNode node) {
        JsonNode between = node.get("between");
        return new Correlation(
                between.get(0).asString(),
                between.get(1).asString(),
                node.get("rank").asDouble());
    }

    private static Scenario scenario(JsonNode node) {
        Map<String, Double> set = new HashMap<>();
        node.get("set")
                .propertyStream()
                .forEach(entry -> set.put(entry.getKey(), entry.getValue().asDouble()));
        return new Scenario(Fields.text(node, "id"), Fields.text(node, "title"), set);
    }
}

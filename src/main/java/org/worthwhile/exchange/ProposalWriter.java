package org.worthwhile.exchange;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import org.worthwhile.proposal.Additionality;
import org.worthwhile.proposal.Amount;
import org.worthwhile.proposal.AppraisalSettings;
import org.worthwhile.proposal.Basis;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.Effect;
import org.worthwhile.proposal.Figure;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.Intake;
import org.worthwhile.proposal.OptimismBias;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Profile;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.proposal.Quantity;
import org.worthwhile.proposal.UnitWorth;
import org.worthwhile.proposal.Valuation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes proposals as JSON. What is read back equals what was written. */
public final class ProposalWriter {

    private ProposalWriter() {}

    public static void write(Proposal proposal, Path file) {
        AtomicFile.write(file, text(proposal));
    }

    public static String text(Proposal proposal) {
        return JsonText.of(tree(proposal));
    }

    /** The proposal as the file format writes it. */
    public static ObjectNode tree(Proposal proposal) {
        ObjectNode node = JsonText.object();
        node.put("format", "worthwhile-proposal/1").put("id", proposal.id()).put("title", proposal.title());
        text(node, "summary", proposal.summary());
        text(node, "sponsor", proposal.sponsor());
        text(node, "place", proposal.place());
        if (!proposal.themes().isEmpty()) {
            proposal.themes().forEach(node.putArray("themes")::add);
        }
        proposal.objectives().forEach(objective -> {
            ObjectNode item = node.withArray("objectives").addObject().put("title", objective.title());
            text(item, "measure", objective.measure());
            number(item, "baseline", objective.baseline());
            number(item, "target", objective.target());
            year(item, "by", objective.by());
            objective.outcome().ifPresent(outcome -> item.put("outcome", outcome));
        });
        node.set("appraisal", settings(proposal.appraisal()));
        proposal.organisations().forEach(organisation -> {
            ObjectNode item = node.withArray("organisations")
                    .addObject()
                    .put("id", organisation.id())
                    .put("title", organisation.title())
                    .put("sector", JsonText.nameOf(organisation.sector()));
            organisation.agency().ifPresent(agency -> item.put("agency", agency));
        });
        proposal.groups().forEach(group -> {
            ObjectNode item =
                    node.withArray("groups").addObject().put("id", group.id()).put("title", group.title());
            group.income().ifPresent(income -> GroupIncomeBinding.put(item, income));
        });
        ArrayNode options = node.putArray("options");
        proposal.options().forEach(option -> options.add(option(option)));
        ParameterWriter.add(node, proposal.parameters());
        proposal.correlations().forEach(correlation -> {
            ObjectNode item = node.withArray("correlations").addObject();
            item.putArray("between").add(correlation.first()).add(correlation.second());
            item.put("rank", correlation.rank());
        });
        proposal.scenarios().forEach(scenario -> {
            ObjectNode item = node.withArray("scenarios").addObject();
            item.put("id", scenario.id()).put("title", scenario.title());
            ObjectNode set = item.putObject("set");
            scenario.set().forEach(set::put);
        });
        return node;
    }

    private static ObjectNode settings(AppraisalSettings settings) {
        return JsonText.object()
                .put("framework", settings.framework())
                .put("baseYear", settings.baseYear().label())
                .put("priceYear", settings.priceYear().label())
                .put("years", settings.years())
                .put("timing", JsonText.nameOf(settings.timing()))
                .put("currency", settings.currency())
                .put("confidenceCorrections", settings.confidenceCorrections());
    }

    private static ObjectNode option(Option option) {
        ObjectNode node = JsonText.object()
                .put("id", option.id())
                .put("title", option.title())
                .put("role", JsonText.nameOf(option.role()));
        option.costs().forEach(cost -> node.withArray("costs").add(cost(cost)));
        option.impacts().forEach(impact -> node.withArray("impacts").add(impact(impact)));
        option.unmonetised().forEach(impact -> {
            ObjectNode item = node.withArray("unmonetised").addObject().put("title", impact.title());
            text(item, "who", impact.who());
            item.put("score", impact.score());
            text(item, "evidence", impact.evidence());
        });
        return node;
    }

    private static ObjectNode cost(CostLine cost) {
        ObjectNode node = JsonText.object()
                .put("id", cost.id())
                .put("title", cost.title())
                .put("bearer", cost.bearer())
                .put("kind", JsonText.nameOf(cost.kind()));
        node.set("amount", amount(cost.amount()));
        node.set("basis", basis(cost.basis()));
        cost.optimismBias().ifPresent(bias -> {
            ObjectNode item = node.putObject("optimismBias");
            switch (bias) {
                case OptimismBias.Mitigated(String type, Figure mitigation) ->
                    item.put("type", type).set("mitigation", FigureWriter.figure(mitigation));
                case OptimismBias.Explicit(Figure uplift) -> item.set("uplift", FigureWriter.figure(uplift));
            }
        });
        grade(node, cost.confidence());
        cost.assetLife().ifPresent(years -> node.put("assetLife", years));
        node.put("sunk", cost.sunk()).put("transfer", cost.transfer());
        cost.uncertainty().ifPresent(distribution -> node.set("uncertainty", DistributionWriter.tree(distribution)));
        text(node, "source", cost.source());
        return node;
    }

    private static ObjectNode amount(Amount amount) {
        ObjectNode node = JsonText.object();
        switch (amount) {
            case Amount.Annual(Figure annual, FinancialYear from, FinancialYear to, Figure realGrowth) -> {
                node.set("annual", FigureWriter.figure(annual));
                node.put("from", from.label()).put("to", to.label());
                node.set("realGrowth", FigureWriter.figure(realGrowth));
            }
            case Amount.Schedule(var amounts) -> node.set("schedule", schedule(amounts));
        }
        return node;
    }

    private static ObjectNode schedule(SortedMap<FinancialYear, Figure> amounts) {
        ObjectNode node = JsonText.object();
        amounts.forEach((year, figure) -> node.set(year.label(), FigureWriter.figure(figure)));
        return node;
    }

    private static ObjectNode basis(Basis basis) {
        return JsonText.object()
                .put("real", basis.real())
                .put("priceYear", basis.priceYear().label());
    }

    private static ObjectNode impact(Impact impact) {
        ObjectNode node = JsonText.object().put("id", impact.id()).put("title", impact.title());
        text(node, "outcome", impact.outcome());
        text(node, "unit", impact.unit());
        switch (impact.valuation()) {
            case Valuation.Chain(Quantity quantity, Profile profile, UnitWorth worth) -> {
                node.set("quantity", quantity(quantity));
                node.set("profile", profile(quantity.intake(), profile));
                node.set("value", worth(worth));
            }
            case Valuation.Schedule(var amounts, Basis basis) -> {
                node.set("schedule", schedule(amounts));
                node.set("basis", basis(basis));
            }
        }
        node.set("additionality", additionality(impact.additionality()));
        node.put("category", JsonText.nameOf(impact.category())).put("health", impact.health());
        impact.savings().forEach(saving -> {
            ObjectNode item = node.withArray("savings").addObject().put("organisation", saving.organisation());
            item.set("share", FigureWriter.figure(saving.share()));
            item.set("cashable", FigureWriter.figure(saving.cashable()));
            year(item, "cashableFrom", saving.cashableFrom());
        });
        impact.beneficiaries()
                .forEach(beneficiary -> node.withArray("beneficiaries")
                        .addObject()
                        .put("group", beneficiary.group())
                        .set("share", FigureWriter.figure(beneficiary.share())));
        grade(node, impact.confidence());
        text(node, "counterfactual", impact.counterfactual());
        text(node, "source", impact.source());
        return node;
    }

    private static ObjectNode quantity(Quantity quantity) {
        ObjectNode node = JsonText.object();
        switch (quantity.intake()) {
            case Intake.Once once -> node.set("population", FigureWriter.figure(once.population()));
            case Intake.Users users -> beforeAndAfter(node.putObject("users"), users.before(), users.after());
            case Intake.ByYear(var people) -> node.set("intake", schedule(people));
            case Intake.Annual(Figure annual, FinancialYear from, FinancialYear to, Figure growth) -> {
                ObjectNode intake = node.putObject("intake");
                intake.set("annual", FigureWriter.figure(annual));
                intake.put("from", from.label()).put("to", to.label());
                intake.set("realGrowth", FigureWriter.figure(growth));
            }
        }
        node.set("eligible", FigureWriter.figure(quantity.eligible()));
        node.set("engagement", FigureWriter.figure(quantity.engagement()));
        node.set("completion", FigureWriter.figure(quantity.completion()));
        switch (quantity.effect()) {
            case Effect.Stated(Figure figure) -> node.set("effect", FigureWriter.figure(figure));
            case Effect.Estimated(double value, double standardError) ->
                node.putObject("effect").put("value", value).put("standardError", standardError);
            case Effect.FromEvidence(String evidence, double scale) ->
                node.putObject("effect").put("evidence", evidence).put("scale", scale);
            case Effect.CostSaved(Figure before, Figure after) ->
                beforeAndAfter(node.putObject("costPerTrip"), before, after);
        }
        return node;
    }

    private static void beforeAndAfter(ObjectNode node, Figure before, Figure after) {
        node.set("before", FigureWriter.figure(before));
        node.set("after", FigureWriter.figure(after));
    }

    private static ObjectNode profile(Intake intake, Profile profile) {
        ObjectNode node = JsonText.object();
        if (intake instanceof Intake.Once || intake instanceof Intake.Users) {
            node.put("start", intake.first().label());
        }
        node.set("lag", FigureWriter.wholeYears(profile.lag()));
        if (!profile.rampUp().isEmpty()) {
            ArrayNode rampUp = node.putArray("rampUp");
            profile.rampUp().forEach(share -> rampUp.add(FigureWriter.figure(share)));
        }
        node.set("dropOff", FigureWriter.figure(profile.dropOff()));
        profile.duration().ifPresent(duration -> node.set("duration", FigureWriter.wholeYears(duration)));
        return node;
    }

    private static ObjectNode worth(UnitWorth worth) {
        ObjectNode node = JsonText.object();
        switch (worth) {
            case UnitWorth.FromLibrary(String id, double factor) -> {
                node.put("unitValue", id);
                if (factor != 1) {
                    node.put("factor", factor);
                }
            }
            case UnitWorth.Typed(Figure amount, FinancialYear priceYear, Figure realGrowth) -> {
                node.set("amount", FigureWriter.figure(amount));
                node.put("priceYear", priceYear.label());
                node.set("realGrowth", FigureWriter.figure(realGrowth));
            }
        }
        return node;
    }

    private static ObjectNode additionality(Additionality additionality) {
        ObjectNode node = JsonText.object();
        node.set("deadweight", FigureWriter.figure(additionality.deadweight()));
        node.set("displacement", FigureWriter.figure(additionality.displacement()));
        node.set("leakage", FigureWriter.figure(additionality.leakage()));
        node.set("substitution", FigureWriter.figure(additionality.substitution()));
        node.set("attribution", FigureWriter.figure(additionality.attribution()));
        node.set("multiplier", FigureWriter.figure(additionality.multiplier()));
        return node;
    }

    private static void text(ObjectNode node, String name, String text) {
        if (!text.isEmpty()) {
            node.put(name, text);
        }
    }

    private static void number(ObjectNode node, String name, OptionalDouble number) {
        number.ifPresent(value -> node.put(name, value));
    }

    private static void grade(ObjectNode node, OptionalInt grade) {
        grade.ifPresent(value -> node.put("confidence", value));
    }

    private static void year(ObjectNode node, String name, Optional<FinancialYear> year) {
        year.ifPresent(value -> node.put(name, value.label()));
    }
}

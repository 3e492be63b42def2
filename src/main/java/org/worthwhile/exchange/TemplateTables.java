package org.worthwhile.exchange;

import static org.worthwhile.exchange.TemplateTable.Column.choice;
import static org.worthwhile.exchange.TemplateTable.Column.flag;
import static org.worthwhile.exchange.TemplateTable.Column.number;
import static org.worthwhile.exchange.TemplateTable.Column.share;
import static org.worthwhile.exchange.TemplateTable.Column.text;

import java.util.List;
import java.util.stream.Stream;
import org.worthwhile.exchange.TemplateTable.Column;
import org.worthwhile.exchange.TemplateTable.Parent;

/** The sheets of the input template. */
final class TemplateTables {

    private static final String YEAR = "year such as 2026/27";
    private static final Column OPTION = text("Option", "", "id of an option");
    private static final Column LINE = text("Line", "", "id of a cost or an impact");

    static final TemplateTable PROPOSAL = new TemplateTable(
            "Proposal",
            Parent.PROPOSAL,
            "",
            List.of(
                    text("Id", "id", "letters, digits, hyphens"),
                    text("Title", "title", ""),
                    text("Summary", "summary", ""),
                    text("Sponsor", "sponsor", ""),
                    text("Place", "place", ""),
                    text("Framework", "appraisal/framework", "id of a framework, see worthwhile models"),
                    text("Base year", "appraisal/baseYear", YEAR),
                    text("Price year", "appraisal/priceYear", YEAR + "; the base year if blank"),
                    number("Years", "appraisal/years", "whole years, 1 to 300"),
                    choice("Timing", "appraisal/timing", "end-year", "mid-year"),
                    choice("Order of draws", "draws/order", "rows", "random"),
                    text("Currency", "appraisal/currency", "three letters; GBP if blank"),
                    flag(
                            "Confidence corrections",
                            "appraisal/confidenceCorrections",
                            "whether grades change numbers")));

    static final TemplateTable THEMES =
            new TemplateTable("Themes", Parent.PROPOSAL, "themes", List.of(text("Theme", "", "")));

    static final TemplateTable OBJECTIVES = new TemplateTable(
            "Objectives",
            Parent.PROPOSAL,
            "objectives",
            List.of(
                    text("Title", "title", ""),
                    text("Measure", "measure", ""),
                    number("Baseline", "baseline", ""),
                    number("Target", "target", ""),
                    text("By", "by", YEAR)));

    static final TemplateTable ORGANISATIONS = new TemplateTable(
            "Organisations",
            Parent.PROPOSAL,
            "organisations",
            List.of(
                    text("Id", "id", ""),
                    text("Title", "title", ""),
                    choice("Sector", "sector", "public", "private", "third-sector", "household"),
                    text("Agency", "agency", "such as nhs: who saves by unit values")));

    static final TemplateTable GROUPS = new TemplateTable(
            "Groups",
            Parent.PROPOSAL,
            "groups",
            List.of(
                    text("Id", "id", ""),
                    text("Title", "title", ""),
                    number("Income index", "incomeIndex", "income over the median"),
                    number("Income", "income", "a year, instead of an index"),
                    number("Median income", "medianIncome", "a year, equivalised, of all households"),
                    number("Adults", "adults", "of a household whose income is not equivalised; 14 and over"),
                    number("Children", "children", "of that household, under 14")));

    static final TemplateTable OPTIONS = new TemplateTable(
            "Options",
            Parent.PROPOSAL,
            "options",
            List.of(
                    text("Id", "id", ""),
                    text("Title", "title", ""),
                    choice("Role", "role", "business-as-usual", "do-minimum", "preferred", "alternative")));

    static final TemplateTable COSTS = new TemplateTable(
            "Costs",
            Parent.OPTION,
            "costs",
            List.of(
                    OPTION,
                    text("Id", "id", ""),
                    text("Title", "title", ""),
                    text("Bearer", "bearer", "id of an organisation"),
                    choice(
                            "Kind",
                            "kind",
                            "capital",
                            "revenue",
                            "transition",
                            "receipt",
                            "residual-value",
                            "avoided-cost"),
                    number("Amount a year", "amount/annual", "money; blank if by year"),
                    text("From", "amount/from", YEAR),
                    text("To", "amount/to", YEAR),
                    share("Real growth", "amount/realGrowth", "a year, as a fraction"),
                    flag("Real", "basis/real", "no if in the prices of each year"),
                    text("Price year", "basis/priceYear", YEAR),
                    text("Optimism bias type", "optimismBias/type", "of the framework"),
                    share("Mitigated", "optimismBias/mitigation", "share, 0 to 1"),
                    share("Uplift", "optimismBias/uplift", "a fraction, instead of a type"),
                    number("Confidence", "confidence", "grade 1 to 6"),
                    number("Asset life", "assetLife", "whole years"),
                    flag("Sunk", "sunk", "shown and not counted"),
                    flag("Transfer", "transfer", "in budgets and not in NPSV"),
                    text("Source", "source", "")));

    static final TemplateTable IMPACTS = new TemplateTable(
            "Impacts",
            Parent.OPTION,
            "impacts",
            List.of(
                    OPTION,
                    text("Id", "id", ""),
                    text("Title", "title", ""),
                    choice("Category", "category", "fiscal", "economic", "social", "environmental"),
                    text("Outcome", "outcome", "id shared by impacts on one outcome"),
                    text("Unit", "unit", "such as admission"),
                    number("Population", "quantity/population", "people or units"),
                    number("Intake a year", "quantity/intake/annual", "people, instead of a population"),
                    text("Intake from", "quantity/intake/from", YEAR),
                    text("Intake to", "quantity/intake/to", YEAR),
                    share("Intake growth", "quantity/intake/realGrowth", "a year, as a fraction"),
                    number("Users before", "quantity/users/before", "a year, instead of a population"),
                    number("Users after", "quantity/users/after", "a year; those who come or go count half"),
                    share("Eligible", "quantity/eligible", "share, 0 to 1"),
                    share("Engagement", "quantity/engagement", "share, 0 to 1"),
                    share("Completion", "quantity/completion", "share, 0 to 1"),
                    number("Effect", "quantity/effect/value", "units for each person reached"),
                    number("Standard error", "quantity/effect/standardError", "of the effect"),
                    text("Evidence", "quantity/effect/evidence", "id of evidence, instead of an effect"),
                    number("Scale", "quantity/effect/scale", "times the evidence's estimate"),
                    number("Cost a trip before", "quantity/costPerTrip/before", "in the unit, instead of an effect"),
                    number("Cost a trip after", "quantity/costPerTrip/after", "in the unit"),
                    text("Start", "profile/start", YEAR),
                    number("Lag", "profile/lag", "whole years"),
                    share("Drop-off", "profile/dropOff", "share a year"),
                    number("Duration", "profile/duration", "whole years; to the end if blank"),
                    text("Unit value", "value/unitValue", "id of the library, or"),
                    number("Unit value factor", "value/factor", "times the library's value; 1 if blank"),
                    number("Value", "value/amount", "money for each unit"),
                    text("Value price year", "value/priceYear", YEAR),
                    share("Value real growth", "value/realGrowth", "a year, as a fraction"),
                    flag("Real", "basis/real", "for amounts by year"),
                    text("Price year", "basis/priceYear", "for amounts by year"),
                    share("Deadweight", "additionality/deadweight", "share, 0 to 1"),
                    share("Displacement", "additionality/displacement", "share, 0 to 1"),
                    share("Leakage", "additionality/leakage", "share, 0 to 1"),
                    share("Substitution", "additionality/substitution", "share, 0 to 1"),
                    share("Attribution", "additionality/attribution", "share, 0 to 1"),
                    number("Multiplier", "additionality/multiplier", "a factor"),
                    flag("Health", "health", "discount at the health rate"),
                    number("Confidence", "confidence", "grade 1 to 6"),
                    text("Counterfactual", "counterfactual", "what would happen without"),
                    text("Source", "source", "")));

    static final TemplateTable SAVINGS = new TemplateTable(
            "Savings",
            Parent.LINE,
            "savings",
            List.of(
                    OPTION,
                    LINE,
                    text("Organisation", "organisation", "id"),
                    share("Share", "share", "of the impact's value"),
                    share("Cashable", "cashable", "share of the saving"),
                    text("Cashable from", "cashableFrom", YEAR)));

    static final TemplateTable BENEFICIARIES = new TemplateTable(
            "Beneficiaries",
            Parent.LINE,
            "beneficiaries",
            List.of(OPTION, LINE, text("Group", "group", "id"), share("Share", "share", "of the impact")));

    static final TemplateTable UNMONETISED = new TemplateTable(
            "Unmonetised",
            Parent.OPTION,
            "unmonetised",
            List.of(
                    OPTION,
                    text("Title", "title", ""),
                    text("Who", "who", ""),
                    number("Score", "score", "-3 (large adverse) to 3"),
                    text("Evidence", "evidence", "")));

    static final TemplateTable CORRELATIONS = new TemplateTable(
            "Correlations",
            Parent.PROPOSAL,
            "correlations",
            List.of(
                    text("First input", "between/0", "such as option/line/effect"),
                    text("Second input", "between/1", ""),
                    number("Rank correlation", "rank", "-1 to 1")));

    /** Money by year: a row for each year of each line. */
    static final TemplateTable AMOUNTS = new TemplateTable(
            "Amounts by year",
            Parent.LINE,
            "schedule",
            List.of(OPTION, LINE, text("Year", "", YEAR), number("Amount", "", "money")));

    /** People by the year in which they are taken in: a row for each year of each line. */
    static final TemplateTable INTAKE = new TemplateTable(
            "Intake by year",
            Parent.LINE,
            "quantity/intake",
            List.of(OPTION, LINE, text("Year", "", YEAR), number("People", "", "instead of a population")));

    /** Shares of full effect: a row for each year of each line, in order. */
    static final TemplateTable RAMP_UP = new TemplateTable(
            "Ramp-up",
            Parent.LINE,
            "profile/rampUp",
            List.of(OPTION, LINE, share("Share of full effect", "", "a row for each year, in order")));

    /** Changes of inputs: a row for each input of each scenario. */
    static final TemplateTable SCENARIOS = new TemplateTable(
            "Scenarios",
            Parent.PROPOSAL,
            "scenarios",
            List.of(
                    text("Id", "id", ""),
                    text("Title", "title", ""),
                    text("Input", "", "such as option/line/engagement"),
                    number("Value", "", "")));

    /** The tables whose rows are entries of a list, parents before their parts. */
    static final List<TemplateTable> LISTS = List.of(
            OBJECTIVES,
            ORGANISATIONS,
            GROUPS,
            OPTIONS,
            COSTS,
            IMPACTS,
            SAVINGS,
            BENEFICIARIES,
            UNMONETISED,
            ParameterTables.PARAMETERS,
            CORRELATIONS);

    /** Every sheet. */
    static final List<TemplateTable> ALL = Stream.concat(
                    LISTS.stream(),
                    Stream.of(
                            PROPOSAL,
                            THEMES,
                            AMOUNTS,
                            INTAKE,
                            RAMP_UP,
                            UncertaintyTable.TABLE,
                            ParameterTables.SHARED,
                            ParameterTables.DRAWS,
                            SCENARIOS))
            .toList();

    private TemplateTables() {}
}

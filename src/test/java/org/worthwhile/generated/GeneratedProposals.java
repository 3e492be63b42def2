package org.worthwhile.generated;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.References;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.problem.Place;
import org.worthwhile.proposal.Additionality;
import org.worthwhile.proposal.Amount;
import org.worthwhile.proposal.AppraisalSettings;
import org.worthwhile.proposal.Basis;
import org.worthwhile.proposal.Beneficiary;
import org.worthwhile.proposal.Category;
import org.worthwhile.proposal.Correlation;
import org.worthwhile.proposal.CostKind;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.Distribution;
import org.worthwhile.proposal.Effect;
import org.worthwhile.proposal.Evidence;
import org.worthwhile.proposal.Figure;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Group;
import org.worthwhile.proposal.GroupIncome;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.InputKind;
import org.worthwhile.proposal.Intake;
import org.worthwhile.proposal.JointDraws;
import org.worthwhile.proposal.Objective;
import org.worthwhile.proposal.OptimismBias;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Organisation;
import org.worthwhile.proposal.Parameter;
import org.worthwhile.proposal.Parameters;
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

/** Proposals made from a seed, over every field and every kind of line, all of them valid. */
public final class GeneratedProposals {

    public static final Path MODELS = Path.of("models");
    public static final ModelLibrary LIBRARY = PackReader.read(MODELS);

    private static final List<String> UNIT_VALUES =
            List.copyOf(LIBRARY.unitValues().keySet());
    private static final List<String> OPTIMISM_BIAS =
            List.of("standard-buildings", "equipment-development", "outsourcing");
    private static final Evidence EVIDENCE = new Evidence(
            "trial",
            "A trial",
            "falls",
            "fall",
            -0.04,
            0.01,
            OptionalDouble.empty(),
            List.of(),
            "participant",
            new Evidence.Source.Citation("Invented"),
            Optional.empty(),
            LocalDate.of(2026, 1, 1),
            "",
            true,
            List.of());

    private static final double UPTAKE = 0.4;

    private final Random random;
    private final int options;
    private final int lines;
    private AppraisalSettings settings = settings("uk-green-book-2026", 10, Timing.END_YEAR, false);

    private GeneratedProposals(long seed, int options, int lines) {
        this.random = new Random(seed);
        this.options = options;
        this.lines = lines;
    }

    /** A proposal of 1 to 4 options with up to 4 costs and 4 impacts each, over 1 to 80 years. */
    public static Proposal of(long seed) {
        GeneratedProposals generator = new GeneratedProposals(seed, 0, 0);
        int years =
                generator.random.nextInt(5) == 0 ? 51 + generator.random.nextInt(30) : 1 + generator.random.nextInt(30);
        return generator.proposal("g" + Math.abs(seed), years);
    }

    /** A proposal of a given size. */
    public static Proposal ofSize(long seed, int options, int lines, int years) {
        return new GeneratedProposals(seed, options, lines).proposal("s" + seed, years);
    }

    /** The proposal with all that it refers to. */
    public static AppraisalCase resolved(Proposal proposal) {
        return References.resolve(
                proposal, pointer -> new Place("generated", pointer, 0), LIBRARY, Map.of("trial", EVIDENCE));
    }

    private static AppraisalSettings settings(String framework, int years, Timing timing, boolean corrections) {
        return new AppraisalSettings(
                framework, FinancialYear.of("2026/27"), FinancialYear.of("2026/27"), years, timing, "GBP", corrections);
    }

    private Proposal proposal(String id, int years) {
        settings = new AppraisalSettings(
                pick(List.of("uk-green-book-2026", "uk-green-book-2022")),
                FinancialYear.of(pick(List.of("2025/26", "2026/27"))),
                FinancialYear.of(pick(List.of("2024/25", "2026/27", "2027/28"))),
                years,
                pick(List.of(Timing.values())),
                pick(List.of("GBP", "EUR")),
                random.nextBoolean());
        List<Option> generated = new ArrayList<>();
        int count = options > 0 ? options : 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            Role role = i == 0 && random.nextInt(4) > 0
                    ? Role.BUSINESS_AS_USUAL
                    : pick(List.of(Role.PREFERRED, Role.ALTERNATIVE, Role.DO_MINIMUM));
            generated.add(option("option-" + i, role));
        }
        Option last = generated.getLast();
        List<Scenario> scenarios = last.costs().isEmpty()
                ? List.of()
                : List.of(new Scenario(
                        "high",
                        "High costs",
                        Map.of(last.id() + "/" + last.costs().getFirst().id() + "/amount", 5e5)));
        List<Correlation> correlations =
                last.costs().isEmpty() || last.impacts().isEmpty() || !areUncertain(last)
                        ? List.of()
                        : List.of(new Correlation(
                                last.id() + "/" + last.costs().getFirst().id() + "/amount",
                                last.id() + "/" + last.impacts().getFirst().id() + "/deadweight",
                                random.nextDouble() - 0.5));
        return new Proposal(
                id,
                "Proposal " + id,
                pick(List.of("", "Summary; with = signs, \"quotes\" and é")),
                "Sponsor",
                "Place",
                List.of("theme one", "theme; two"),
                List.of(new Objective(
                        "Aim",
                        "measure",
                        OptionalDouble.of(random.nextInt(100)),
                        OptionalDouble.empty(),
                        Optional.of(FinancialYear.of("2029/30")))),
                settings,
                List.of(
                        new Organisation("county", "County", Sector.PUBLIC),
                        new Organisation("nhs", "NHS", Sector.PUBLIC, Optional.of("nhs")),
                        new Organisation("charity", "Charity", Sector.THIRD_SECTOR),
                        new Organisation("firm", "Firm", Sector.PRIVATE),
                        new Organisation("residents", "Residents", Sector.HOUSEHOLD)),
                List.of(
                        new Group("q1", "Poorest", Optional.of(income())),
                        new Group("rest", "Others", Optional.empty())),
                generated,
                parameters(),
                correlations,
                scenarios);
    }

    private GroupIncome income() {
        return switch (random.nextInt(3)) {
            case 0 -> new GroupIncome.Index(0.4);
            case 1 -> new GroupIncome.Equivalised(14_700, 32_400);
            default -> new GroupIncome.Household(30_000, 32_400, 1 + random.nextInt(3), random.nextInt(3));
        };
    }

    /** One of shares, one of anything, one that rests on the first, and two that are drawn together. */
    private Parameters parameters() {
        SortedMap<String, List<Double>> draws = new TreeMap<>();
        draws.put("joint-a", List.of(0.2, 0.5, 0.4, 0.3));
        draws.put("joint-b", List.of(0.9, 0.1, 0.3, 0.6));
        return new Parameters(
                List.of(
                        new Parameter(
                                "uptake",
                                "Uptake",
                                new Figure(UPTAKE, Optional.of(new Distribution.Beta(2, 3, 0.2, 0.7, false))),
                                Optional.of(InputKind.Unit.SHARE),
                                ""),
                        new Parameter(
                                "half",
                                "Half of the uptake",
                                new Figure(
                                        UPTAKE * 0.5, Optional.empty(), Optional.of(new Figure.Shared("uptake", 0.5))),
                                Optional.empty(),
                                "Invented"),
                        new Parameter(
                                "one",
                                "One",
                                new Figure(1, Optional.of(new Distribution.Uniform(0.9, 1.1, true))),
                                Optional.empty(),
                                ""),
                        new Parameter("joint-a", "A", Figure.of(0.35), Optional.empty(), ""),
                        new Parameter("joint-b", "B", Figure.of(0.45), Optional.empty(), "")),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(new JointDraws(draws, pick(List.of(JointDraws.Order.values())))));
    }

    /** A share that rests on a parameter. */
    private Figure sharedShare() {
        String id = pick(List.of("uptake", "half", "joint-a", "joint-b"));
        double times = pick(List.of(1.0, 0.75));
        double value = switch (id) {
            case "uptake" -> UPTAKE;
            case "half" -> UPTAKE * 0.5;
            case "joint-a" -> 0.35;
            default -> 0.45;
        };
        return new Figure(value * times, Optional.empty(), Optional.of(new Figure.Shared(id, times)));
    }

    /** Only what is uncertain has a correlation. */
    private static boolean areUncertain(Option option) {
        Figure deadweight = option.impacts().getFirst().additionality().deadweight();
        return option.costs().getFirst().uncertainty().isPresent()
                && deadweight.uncertainty().isPresent();
    }

    private Option option(String id, Role role) {
        List<CostLine> costs = new ArrayList<>();
        List<Impact> impacts = new ArrayList<>();
        int costCount = lines > 0 ? lines / 2 : random.nextInt(5);
        int impactCount = lines > 0 ? lines - lines / 2 : random.nextInt(5);
        for (int i = 0; i < costCount; i++) {
            costs.add(cost("cost-" + i));
        }
        for (int i = 0; i < impactCount; i++) {
            impacts.add(impact("impact-" + i));
        }
        List<UnmonetisedImpact> unmonetised = random.nextBoolean()
                ? List.of()
                : List.of(new UnmonetisedImpact("Comfort", "residents", random.nextInt(7) - 3, ""));
        return new Option(id, "Option " + id, role, costs, impacts, unmonetised);
    }

    private CostLine cost(String id) {
        boolean real = random.nextInt(3) > 0;
        Amount amount = amount();
        return new CostLine(
                id,
                "Cost " + id,
                pick(List.of("county", "nhs", "charity", "firm", "residents")),
                pick(List.of(CostKind.values())),
                amount,
                new Basis(real, priceYear()),
                optimismBias(),
                grade(),
                random.nextInt(4) == 0 ? OptionalInt.of(5 + random.nextInt(40)) : OptionalInt.empty(),
                random.nextInt(8) == 0,
                random.nextInt(8) == 0,
                random.nextBoolean() ? Optional.of(distribution(amount.central())) : Optional.empty(),
                pick(List.of("", "Invented")));
    }

    private Amount amount() {
        if (random.nextBoolean()) {
            return new Amount.Schedule(schedule());
        }
        FinancialYear from = settings.baseYear().plus(random.nextInt(settings.years()));
        return new Amount.Annual(
                figure(money()),
                from,
                from.plus(random.nextInt(12)),
                figure(random.nextInt(2) * 0.02 * random.nextDouble()));
    }

    private SortedMap<FinancialYear, Figure> schedule() {
        SortedMap<FinancialYear, Figure> amounts = new TreeMap<>();
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            amounts.put(settings.baseYear().plus(random.nextInt(settings.years() + 2)), figure(money() - 2e5));
        }
        return amounts;
    }

    private Optional<OptimismBias> optimismBias() {
        return switch (random.nextInt(3)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new OptimismBias.Explicit(figure(random.nextDouble())));
            default -> Optional.of(new OptimismBias.Mitigated(pick(OPTIMISM_BIAS), shareFigure(share())));
        };
    }

    private Impact impact(String id) {
        Category category = pick(List.of(Category.values()));
        List<Saving> savings = category != Category.FISCAL
                ? List.of()
                : List.of(
                        new Saving(
                                "nhs",
                                shareFigure(0.6),
                                shareFigure(share()),
                                Optional.of(settings.baseYear().plus(random.nextInt(6)))),
                        new Saving(
                                pick(List.of("county", "firm", "residents")),
                                shareFigure(0.4),
                                shareFigure(share()),
                                Optional.empty()));
        return new Impact(
                id,
                "Impact " + id,
                pick(List.of("", "falls", "absence")),
                "case",
                valuation(),
                additionality(),
                category,
                random.nextBoolean(),
                savings,
                random.nextBoolean()
                        ? List.of()
                        : List.of(new Beneficiary("q1", shareFigure(0.3)), new Beneficiary("rest", shareFigure(0.7))),
                grade(),
                pick(List.of("", "Nothing changes")),
                pick(List.of("", "Invented")));
    }

    private Valuation valuation() {
        if (random.nextInt(4) == 0) {
            return new Valuation.Schedule(schedule(), new Basis(random.nextBoolean(), priceYear()));
        }
        Effect effect = switch (random.nextInt(3)) {
            case 0 -> new Effect.FromEvidence("trial", pick(List.of(1.0, -1.0, 2.5)));
            case 1 -> new Effect.Estimated(random.nextGaussian() * 0.1, 0.02 + random.nextDouble() * 0.1);
            default -> stated(figure(random.nextGaussian() * 0.1));
        };
        List<Figure> rampUp = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            rampUp.add(shareFigure(share()));
        }
        UnitWorth worth = random.nextBoolean()
                ? new UnitWorth.FromLibrary(pick(UNIT_VALUES), pick(List.of(1.0, 1.0, 0.5)))
                : new UnitWorth.Typed(figure(money() / 100), priceYear(), figure(random.nextInt(2) * 0.02));
        return new Valuation.Chain(
                new Quantity(intake(), shareFigure(share()), shareFigure(share()), shareFigure(share()), effect),
                new Profile(
                        whole(random.nextInt(3)),
                        rampUp,
                        shareFigure(pick(List.of(0.0, 0.1, 1.0, share()))),
                        random.nextBoolean() ? Optional.empty() : Optional.of(whole(1 + random.nextInt(15)))),
                worth);
    }

    private Intake intake() {
        int choice = random.nextInt(5);
        FinancialYear first = settings.baseYear().plus(random.nextInt(3));
        if (choice == 0) {
            SortedMap<FinancialYear, Figure> people = new TreeMap<>();
            for (int i = random.nextInt(5); i >= 0; i--) {
                people.put(first.plus(random.nextInt(8)), figure(random.nextInt(5_000)));
            }
            return new Intake.ByYear(people);
        }
        if (choice == 1) {
            return new Intake.Annual(
                    figure(random.nextInt(5_000)),
                    first,
                    first.plus(random.nextInt(12)),
                    figure(random.nextInt(2) * 0.1 * random.nextDouble()));
        }
        Figure people = figure(random.nextInt(20_000));
        FinancialYear start = settings.baseYear().plus(random.nextInt(4) - 1);
        return people.value() % 3 == 0
                ? new Intake.Users(Figure.of(1.2 * people.value()), people, start)
                : new Intake.Once(people, start);
    }

    /** Of some impacts the cost of a trip after, which is half of what it is before. */
    private static Effect stated(Figure figure) {
        return figure.value() > 0.05
                ? new Effect.CostSaved(Figure.of(2 * figure.value()), figure)
                : new Effect.Stated(figure);
    }

    private Additionality additionality() {
        return new Additionality(
                shareFigure(share()),
                shareFigure(share() / 2),
                shareFigure(share() / 2),
                shareFigure(share() / 2),
                shareFigure(share()),
                figure(0.5 + random.nextDouble()));
    }

    private FinancialYear priceYear() {
        return FinancialYear.of(pick(List.of("2015/16", "2023/24", "2026/27", "2033/34")));
    }

    private OptionalInt grade() {
        return random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(6));
    }

    private Figure figure(double value) {
        if (random.nextInt(12) == 0) {
            return new Figure(value, Optional.empty(), Optional.of(new Figure.Shared("one", value)));
        }
        return random.nextInt(6) == 0 ? new Figure(value, Optional.of(distribution(value))) : Figure.of(value);
    }

    private static Figure whole(int years) {
        return Figure.of(years);
    }

    /** Of a share, whose distribution lies within 0 to 1. */
    private Figure shareFigure(double value) {
        if (random.nextInt(12) == 0) {
            return sharedShare();
        }
        if (random.nextInt(6) > 0) {
            return Figure.of(value);
        }
        double low = value * random.nextDouble();
        double high = value + (1 - value) * random.nextDouble();
        return new Figure(
                value,
                Optional.of(
                        switch (random.nextInt(6)) {
                            case 0 -> new Distribution.Uniform(low, high, false);
                            case 1 -> new Distribution.Pert(low, value, high, false);
                            case 2 -> new Distribution.Beta(2, 3, low, high, false);
                            case 3 -> new Distribution.Discrete(List.of(low, high), List.of(0.25, 0.75), false);
                            case 4 -> new Distribution.Empirical(List.of(low, high, value), false);
                            default -> new Distribution.Triangular(low, value, high, false);
                        }));
    }

    /** Of an input with a central value, which lies within it: values around it, or factors around 1. */
    private Distribution distribution(double value) {
        boolean relative = random.nextBoolean();
        double centre = relative ? 1 : value;
        double spread = relative || value == 0 ? 0.3 : 0.3 * Math.abs(value);
        double low = centre - spread * random.nextDouble();
        double high = centre + spread * random.nextDouble();
        boolean positive = centre > 0;
        return switch (random.nextInt(10)) {
            case 0 -> new Distribution.Uniform(low, high, relative);
            case 1 -> new Distribution.Triangular(low, centre, high, relative);
            case 2 -> new Distribution.Pert(low, centre, high, relative);
            case 3 -> new Distribution.Normal(centre, spread, relative);
            case 4 ->
                positive
                        ? new Distribution.LogNormal(centre, spread, relative)
                        : new Distribution.StudentT(centre, spread, 5, relative);
            case 5 -> new Distribution.Beta(2, 3, low, high, relative);
            case 6 ->
                positive
                        ? new Distribution.Gamma(2, centre / 2, relative)
                        : new Distribution.Triangular(low, low, high, relative);
            case 7 -> new Distribution.Event(random.nextDouble());
            case 8 -> new Distribution.Discrete(List.of(low, high), List.of(0.25, 0.75), relative);
            default -> new Distribution.Empirical(List.of(low, high, centre), relative);
        };
    }

    private double money() {
        return Math.rint(random.nextDouble() * 5e5 * 100) / 100;
    }

    private double share() {
        return random.nextDouble();
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

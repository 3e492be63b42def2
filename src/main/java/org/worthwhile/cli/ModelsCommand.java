package org.worthwhile.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.worthwhile.framework.DiscountSchedule;
import org.worthwhile.framework.Framework;
import org.worthwhile.framework.LibraryCheck;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.framework.PriceIndex;
import org.worthwhile.framework.Source;
import org.worthwhile.framework.UnitValue;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.NumberText;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.report.Wording;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows the model packs, their values and sources. */
@Command(
        name = "models",
        description = "Lists the model packs or shows one.",
        mixinStandardHelpOptions = true,
        subcommands = ModelsImportCommand.class)
final class ModelsCommand implements Runnable {

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        list();
    }

    @Command(name = "list", description = "Lists everything by id.", mixinStandardHelpOptions = true)
    void list() {
        ModelLibrary library = Home.library();
        PrintWriter out = spec.commandLine().getOut();
        out.println("Appraisal frameworks");
        library.frameworks()
                .values()
                .forEach(framework -> out.printf(
                        Locale.ROOT, "  %-45s %s, %s%n", framework.id(), framework.title(), framework.edition()));
        out.println("Price indices");
        library.priceIndices()
                .values()
                .forEach(index -> out.printf(
                        Locale.ROOT,
                        "  %-45s %s%s%n",
                        index.id(),
                        index.title(),
                        index.provisional() ? " (provisional)" : ""));
        out.println("Unit values");
        library.unitValues().values().forEach(value -> out.println(line(value)));
    }

    private static String line(UnitValue value) {
        return String.format(
                Locale.ROOT,
                "  %-45s %s, %s per %s at %s prices%s",
                value.id(),
                value.title(),
                Wording.BRITISH.unitValue(value.value(), "GBP"),
                value.unit(),
                value.priceYear(),
                value.verified() ? "" : " (" + value.standing().words() + ": check against the source before use)");
    }

    @Command(
            name = "search",
            description = "Lists the unit values that have every word.",
            mixinStandardHelpOptions = true)
    void search(@Parameters(paramLabel = "WORD", arity = "1..*") List<String> words) {
        List<UnitValue> found = Home.library().unitValues().values().stream()
                .filter(value -> words.stream().allMatch(word -> text(value).contains(word.toLowerCase(Locale.ROOT))))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        found.forEach(value -> out.println(line(value)));
        out.println(found.isEmpty() ? "Nothing has " + String.join(" and ", words) + "." : found.size() + " found.");
    }

    private static String text(UnitValue value) {
        return String.join(
                        " ",
                        value.id(),
                        value.title(),
                        value.unit(),
                        value.category().name(),
                        value.gainer(),
                        value.note())
                .toLowerCase(Locale.ROOT);
    }

    @Command(
            name = "check",
            description = "Lists what is not verified, not in force, superseded or older than five years.",
            mixinStandardHelpOptions = true)
    void check() {
        List<LibraryCheck.Finding> found = LibraryCheck.of(
                Home.library(), LocalDate.now(ZoneId.systemDefault()).getYear());
        PrintWriter out = spec.commandLine().getOut();
        found.forEach(finding -> out.println(finding.id()
                + (finding.figure().isEmpty() ? "" : ", " + finding.figure().toLowerCase(Locale.ROOT))
                + ": " + String.join("; ", finding.what())
                + " (" + finding.source().citation() + ")"));
        out.println(
                found.isEmpty() ? "Every figure is verified, in force and not old." : found.size() + " to look into.");
    }

    @Command(name = "show", description = "Shows one by its id.", mixinStandardHelpOptions = true)
    void show(@Parameters(paramLabel = "ID") String id) {
        ModelLibrary library = Home.library();
        PrintWriter out = spec.commandLine().getOut();
        Framework framework = library.frameworks().get(id);
        PriceIndex index = library.priceIndices().get(id);
        UnitValue value = library.unitValues().get(id);
        if (framework != null) {
            show(framework, out);
        } else if (index != null) {
            show(index, out);
        } else if (value != null) {
            show(value, out);
        } else {
            Collection<String> known = new ArrayList<>(library.frameworks().keySet());
            known.addAll(library.priceIndices().keySet());
            known.addAll(library.unitValues().keySet());
            throw new InvalidInput(new Problem(
                    Place.of(Home.models().toString()), "there is no model '" + id + "'", Nearest.remedy(id, known)));
        }
    }

    private static void show(Framework framework, PrintWriter out) {
        out.println(framework.title() + ", " + framework.edition() + " (" + framework.publisher() + ")");
        out.println(framework.summary());
        out.println("Standing: " + framework.standing().words()
                + (framework.supersededBy().isEmpty() ? "" : "; in its place: " + framework.supersededBy()));
        out.println(
                "Discount rates: standard " + words(framework.standard()) + "; health " + words(framework.health()));
        out.println("Optimism bias, upper and lower bound");
        framework
                .optimismBias()
                .forEach(type -> out.printf(
                        Locale.ROOT, "  %-35s %4.0f%% %4.0f%%%n", type.id(), type.upper() * 100, type.lower() * 100));
        framework.valueForMoney().ifPresent(words -> {
            out.println("Value for money: " + words.note());
            words.bands()
                    .forEach(band -> out.printf(
                            Locale.ROOT,
                            "  %-10s %s%n",
                            band.title(),
                            Double.isInfinite(band.from()) ? "below the next" : "from " + band.from()));
        });
        out.println("Benefit-cost ratio: over " + framework.denominator().words());
        out.println("Price index: " + framework.priceIndex().orElse("none; state all money at the price year"));
        out.println("Sources");
        framework.sources().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(entry -> out.println("  " + entry.getKey() + ": " + words(entry.getValue())));
    }

    private static void show(PriceIndex index, PrintWriter out) {
        out.println(index.title() + (index.provisional() ? " (provisional)" : ""));
        for (int i = 0; i <= index.growth().size(); i++) {
            FinancialYear year = index.firstYear().plus(i);
            boolean forecast = index.provisionalFrom()
                    .filter(first -> first.compareTo(year) <= 0)
                    .isPresent();
            out.println("  " + year
                    + (index.covers(year) ? String.format(Locale.ROOT, " %10.4f", index.at(year)) : "  no figure")
                    + (forecast ? "  forecast, provisional" : ""));
        }
        out.println("Source: " + words(index.source()));
    }

    /** An end of the range, which is a factor where the value changes by year. */
    private static String limit(UnitValue value, double limit) {
        return value.byYear().isEmpty()
                ? Wording.BRITISH.unitValue(limit, "GBP")
                : NumberText.of(limit) + " times the value of each year";
    }

    private static void show(UnitValue value, PrintWriter out) {
        out.println(value.title());
        out.println(Wording.BRITISH.unitValue(value.value(), "GBP") + " per " + value.unit() + " at "
                + value.priceYear() + " prices");
        value.byYear()
                .forEach((year, amount) -> out.println("  " + year + " " + Wording.BRITISH.unitValue(amount, "GBP")));
        if (!value.gainer().isEmpty()) {
            out.println("Who gains: " + value.gainer() + " ("
                    + value.category().name().toLowerCase(Locale.ROOT) + ")");
        }
        if (!value.agencies().isEmpty()) {
            out.println("By organisation: "
                    + value.agencies().entrySet().stream()
                            .map(entry ->
                                    String.format(Locale.ROOT, "%s %.0f%%", entry.getKey(), 100 * entry.getValue()))
                            .collect(java.util.stream.Collectors.joining(", ")));
        }
        value.low().ifPresent(low -> out.println("Low " + limit(value, low)));
        value.high().ifPresent(high -> out.println("High " + limit(value, high)));
        if (!value.note().isEmpty()) {
            out.println(value.note());
        }
        out.println("Source: " + words(value.source())
                + (value.standing() == value.source().standing()
                        ? ""
                        : "; this figure: " + value.standing().words()));
    }

    private static String words(DiscountSchedule schedule) {
        List<String> bands = schedule.bands().stream()
                .map(band -> String.format(Locale.ROOT, "%.2f%% from year %d", band.rate() * 100, band.from()))
                .toList();
        return String.join(", ", bands);
    }

    private static String words(Source source) {
        return source.citation() + "; " + source.licence()
                + "; " + source.standing().words()
                + (source.supersededBy().isEmpty() ? "" : "; in its place: " + source.supersededBy());
    }
}

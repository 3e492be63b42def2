package org.worthwhile.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.exchange.Fingerprint;
import org.worthwhile.exchange.InputFile;
import org.worthwhile.exchange.MonitoringFile;
import org.worthwhile.exchange.OutputFile;
import org.worthwhile.monitoring.Approver;
import org.worthwhile.monitoring.MonitoringCase;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.Role;
import org.worthwhile.report.MonitoringText;
import org.worthwhile.uncertainty.InputTrials;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Freezes the forecast of an option that was approved. */
@Command(
        name = "approve",
        description =
                "Freezes the forecast of an option that was approved, and writes the register of what is measured.",
        mixinStandardHelpOptions = true)
final class MonitorApproveCommand extends LongCommand {

    private static final long LARGEST_FILE = 256L << 20;
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final int YEARS_AHEAD = 10;

    @Parameters(arity = "1", paramLabel = "PROPOSAL", description = "A proposal, JSON, YAML or Excel.")
    private Path file = Path.of("");

    @Option(names = "--option", required = true, paramLabel = "ID", description = "The option that was approved.")
    private String option = "";

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who approved it.")
    private String by = "";

    @Option(names = "--on", required = true, paramLabel = "DATE", description = "When, such as 2026-11-28.")
    private String on = "";

    @Option(
            names = "--proposal-version",
            paramLabel = "TEXT",
            description = "Which version of the proposal; the fingerprint of its file unless given.")
    private Optional<String> version = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "What to write; the proposal's id with .monitoring.json in the working folder unless given.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--evidence",
            paramLabel = "DIR",
            description = "A folder of evidence records, besides the proposal's own; may be repeated.")
    private List<Path> evidence = new ArrayList<>();

    @CommandLine.Mixin
    private SimulationOptions simulation = new SimulationOptions();

    @CommandLine.Mixin
    private OverwriteOption overwrite = new OverwriteOption();

    @Override
    int call(Progress progress) {
        require("--trials", simulation.trials(), SimulationOptions.LEAST_TRIALS, InputTrials.MOST);
        if (by.isBlank()) {
            throw unusable("--by takes the name of whoever approved the option.");
        }
        LocalDate day = day(LocalDate.now(ZoneId.systemDefault()).plusYears(YEARS_AHEAD));
        progress.doing("Reading " + file);
        AppraisalCase basis =
                Home.cases(List.of(file), evidence, Optional.empty()).getFirst();
        var approved = option(basis);
        Path written = out.orElse(Path.of(basis.proposal().id() + ".monitoring.json"));
        overwrite.require(written);
        progress.doing("Simulating " + basis.proposal().title());
        MonitoringCase monitored = Approver.approve(
                basis,
                approved,
                by,
                day,
                version.orElseGet(() -> "SHA-256 " + Fingerprint.of(new InputFile(file, LARGEST_FILE).bytes())),
                simulation.trials(),
                simulation.seed(),
                Runtime.getRuntime().availableProcessors());
        overwrite.write(
                written, OutputFile.of("", MonitoringFile.text(monitored)).contents());
        List<String> lines = new ArrayList<>(MonitoringText.register(monitored));
        lines.add("Wrote " + written);
        progress.print(out(), lines);
        return 0;
    }

    private LocalDate day(LocalDate last) {
        Optional<LocalDate> day = Optional.empty();
        try {
            day = Optional.of(LocalDate.parse(on)).filter(one -> !one.isBefore(EARLIEST) && !one.isAfter(last));
        } catch (DateTimeParseException noDay) {
            // told below, as days out of range are
        }
        return day.orElseThrow(() -> unusable("--on takes a day from " + EARLIEST + " to " + last
                + ", written like 2026-11-28, which '" + on + "' is not."));
    }

    private org.worthwhile.proposal.Option option(AppraisalCase basis) {
        var options = basis.proposal().options();
        var found = options.stream().filter(one -> one.id().equals(option)).findFirst();
        if (found.isEmpty()) {
            throw new InvalidInput(new Problem(
                    Place.of("--option"),
                    "the proposal has no option '" + option + "'",
                    Nearest.remedy(option, options.stream().map(one -> one.id()).toList())));
        }
        if (found.get().role() == Role.BUSINESS_AS_USUAL) {
            throw new InvalidInput(new Problem(
                    Place.of("--option"),
                    "'" + option + "' is business as usual, against which nothing changes",
                    "name the option that was approved instead of it"));
        }
        if (found.get().costs().isEmpty() && found.get().impacts().isEmpty()) {
            throw new InvalidInput(new Problem(
                    Place.of("--option"),
                    "'" + option + "' has no costs and no impacts, so that nothing of it can be measured",
                    "type its costs and impacts into the proposal before it is approved"));
        }
        return found.get();
    }
}

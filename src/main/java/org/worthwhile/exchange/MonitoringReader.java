package org.worthwhile.exchange;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.monitoring.Actual;
import org.worthwhile.monitoring.Approval;
import org.worthwhile.monitoring.Approver;
import org.worthwhile.monitoring.MeasureId;
import org.worthwhile.monitoring.Monitoring;
import org.worthwhile.monitoring.MonitoringCase;
import org.worthwhile.monitoring.MonitoringRules;
import org.worthwhile.monitoring.Registered;
import org.worthwhile.monitoring.RegisteredObjective;
import org.worthwhile.monitoring.Step;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.Basis;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Objective;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.proposal.Role;
import tools.jackson.databind.JsonNode;

/** Reads the monitoring of approved options, with actuals from tables beside it. */
public final class MonitoringReader {

    private final SchemaCheck schema;
    private final ProposalReader proposals;
    private final EvidenceFile evidence;
    private final ModelLibrary library;

    /** @param models the folder of model packs, which holds the schemas */
    public MonitoringReader(Path models, ModelLibrary library) {
        this.schema = new SchemaCheck(models, "monitoring.schema.json");
        this.proposals = new ProposalReader(models);
        this.evidence = new EvidenceFile(models);
        this.library = library;
    }

    /**
     * Reads monitoring and further actuals.
     *
     * @param tables CSV files of actuals
     * @throws InvalidInput with every problem in any of them
     */
    public MonitoringCase read(Path file, List<Path> tables) {
        SourceText text = SourceText.read(file);
        JsonNode node = schema.require(text);
        YearLabels.require(text);
        Located<Proposal> proposal =
                proposals.read(file.toString(), node.get("proposal"), pointer -> text.place("/proposal" + pointer));
        Map<String, JsonNode> records = new TreeMap<>();
        for (int i = 0; i < node.path("evidence").size(); i++) {
            records.put(file + " /evidence/" + i, node.get("evidence").get(i));
        }
        AppraisalCase basis = evidence.readAll(records).resolve(proposal, library);
        List<Problem> problems = new ArrayList<>();
        Monitoring written = monitoring(node, text, basis, problems);
        List<Located<Actual>> more = new ArrayList<>();
        tables.forEach(table -> more.addAll(ActualsCsv.read(table, problems)));
        Monitoring monitoring = written.with(more.stream().map(Located::value).toList());
        List<Place> places = Stream.concat(
                        places(text, "/actuals/", written.actuals().size(), "").stream(),
                        more.stream().map(one -> one.places().apply("")))
                .toList();
        basis.proposal().options().stream()
                .filter(option ->
                        option.id().equals(monitoring.approval().option()) && option.role() != Role.BUSINESS_AS_USUAL)
                .forEach(option -> problems.addAll(MonitoringRules.registered(
                        monitoring,
                        option,
                        basis.proposal().appraisal().currency(),
                        places(text, "/register/", monitoring.register().size(), "/measure"))));
        problems.addAll(MonitoringRules.problems(monitoring, basis, places));
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new MonitoringCase(monitoring, basis);
    }

    private static List<Place> places(SourceText text, String array, int count, String field) {
        return IntStream.range(0, count)
                .mapToObj(i -> text.place(array + i + field))
                .toList();
    }

    private static Monitoring monitoring(JsonNode node, SourceText text, AppraisalCase basis, List<Problem> problems) {
        Proposal proposal = basis.proposal();
        JsonNode prices = node.path("basis");
        String id = Fields.text(node, "id");
        return new Monitoring(
                id,
                node.path("title").asString(id),
                approval(node.get("approval"), text, proposal, problems),
                until(node, text, proposal, problems),
                Fields.list(node, "register", MonitoringReader::registered),
                objectives(node, text, proposal, problems),
                Fields.number(node, "falseAlarms").orElse(Monitoring.FALSE_ALARMS),
                new Basis(
                        Fields.flag(prices, "real"),
                        Fields.year(prices, "priceYear")
                                .orElse(proposal.appraisal().priceYear())),
                Fields.list(node, "actuals", MonitoringReader::actual));
    }

    private static FinancialYear until(JsonNode node, SourceText text, Proposal proposal, List<Problem> problems) {
        FinancialYear until = Fields.year(node, "until").orElseThrow();
        FinancialYear last = proposal.appraisal().lastYear();
        FinancialYear first = proposal.appraisal().baseYear();
        if (until.compareTo(first) < 0 || until.compareTo(last) > 0) {
            problems.add(new Problem(
                    text.place("/until"),
                    until + " is not among the years that are appraised",
                    "give a year from " + first + " to " + last));
        }
        return until;
    }

    private static Approval approval(JsonNode node, SourceText text, Proposal proposal, List<Problem> problems) {
        String option = Fields.text(node, "option");
        List<String> known = proposal.options().stream().map(one -> one.id()).toList();
        if (!known.contains(option)) {
            problems.add(new Problem(
                    text.place("/approval/option"),
                    "the proposal has no option '" + option + "'",
                    Nearest.remedy(option, known)));
        }
        proposal.businessAsUsual()
                .filter(usual -> usual.id().equals(option))
                .ifPresent(usual -> problems.add(new Problem(
                        text.place("/approval/option"),
                        "'" + option + "' is business as usual, against which nothing changes",
                        "name the option that was approved instead of it")));
        String on = Fields.text(node, "on");
        LocalDate day = LocalDate.EPOCH;
        try {
            day = LocalDate.parse(on);
        } catch (DateTimeParseException noSuchDay) {
            problems.add(
                    new Problem(text.place("/approval/on"), "'" + on + "' is no day of the calendar", "mend the date"));
        }
        return new Approval(
                option,
                Fields.text(node, "by"),
                day,
                Fields.text(node, "version"),
                node.get("trials").asInt(),
                node.get("seed").asLong(),
                expected(node.get("npsv")));
    }

    private static Registered registered(JsonNode node) {
        SortedMap<FinancialYear, Approval.Expected> expected = path(node.get("expected"));
        return new Registered(
                measure(Fields.text(node, "measure")),
                Fields.text(node, "title"),
                Fields.text(node, "unit"),
                Fields.text(node, "owner"),
                Fields.text(node, "baseline"),
                Fields.text(node, "source"),
                Fields.year(node, "due")
                        .or(() -> expected.keySet().stream().min(Comparator.naturalOrder()))
                        .orElse(new FinancialYear(1)),
                Fields.number(node, "error").orElse(Approver.ERROR_OF_COUNTS),
                expected);
    }

    private static List<RegisteredObjective> objectives(
            JsonNode node, SourceText text, Proposal proposal, List<Problem> problems) {
        List<RegisteredObjective> objectives = new ArrayList<>();
        JsonNode array = node.path("objectives");
        for (int i = 0; i < array.size(); i++) {
            JsonNode one = array.get(i);
            String title = Fields.text(one, "objective");
            Optional<Objective> found = proposal.objectives().stream()
                    .filter(objective -> objective.title().equals(title))
                    .findFirst();
            if (found.isEmpty()) {
                problems.add(new Problem(
                        text.place("/objectives/" + i + "/objective"),
                        "the proposal has no objective '" + title + "'",
                        Nearest.remedy(
                                title,
                                proposal.objectives().stream()
                                        .map(Objective::title)
                                        .toList())));
            }
            found.ifPresent(objective -> objectives.add(new RegisteredObjective(
                    objective, Fields.text(one, "owner"), Fields.text(one, "source"), path(one.path("expected")))));
        }
        return objectives;
    }

    private static Actual actual(JsonNode node) {
        return new Actual(
                measure(Fields.text(node, "measure")),
                Fields.year(node, "year").orElseThrow(),
                node.get("value").asDouble(),
                Fields.number(node, "standardError"));
    }

    /** Of a text that fits the schema. */
    private static MeasureId measure(String text) {
        int slash = text.lastIndexOf('/');
        return new MeasureId(
                text.substring(0, slash), Step.named(text.substring(slash + 1)).orElseThrow());
    }

    private static SortedMap<FinancialYear, Approval.Expected> path(JsonNode node) {
        SortedMap<FinancialYear, Approval.Expected> path = new TreeMap<>();
        node.propertyStream().forEach(year -> path.put(FinancialYear.of(year.getKey()), expected(year.getValue())));
        return path;
    }

    private static Approval.Expected expected(JsonNode node) {
        return new Approval.Expected(
                node.get("central").asDouble(),
                node.get("mean").asDouble(),
                node.get("low").asDouble(),
                node.get("high").asDouble());
    }
}

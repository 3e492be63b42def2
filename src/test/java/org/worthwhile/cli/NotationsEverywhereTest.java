package org.worthwhile.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.desktop.OpenSession;
import org.worthwhile.desktop.TaskRunner;
import org.worthwhile.desktop.attribution.AttributionModel;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.session.Studies;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.exchange.TemplateWriter;
import org.worthwhile.proposal.Amount;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.samples.Samples;

/** The same numbers in every notation are the same to the commands, the client and the template. */
class NotationsEverywhereTest {

    private static final DoubleFunction<String> PLAIN = value -> String.format(Locale.ROOT, "%.2f", value);
    private static final DoubleFunction<String> GROUPED = value -> String.format(Locale.UK, "%,.2f", value);
    private static final DoubleFunction<String> CONTINENTAL = value -> String.format(Locale.GERMANY, "%,.2f", value);

    static final List<Notation> NOTATIONS = List.of(
            Notation.of("plain", PLAIN),
            Notation.of("thousands", GROUPED),
            Notation.of("pounds", value -> (value < 0 ? "-" : "") + "\u00a3" + GROUPED.apply(Math.abs(value))),
            Notation.of("a code of a currency", value -> PLAIN.apply(value) + " GBP"),
            Notation.of("brackets", value -> value < 0 ? "(" + GROUPED.apply(-value) + ")" : GROUPED.apply(value)),
            Notation.of("a minus of print", value -> PLAIN.apply(value).replace('-', '\u2212')),
            Notation.of("thin spaces", value -> GROUPED.apply(value).replace(',', '\u2009')),
            Notation.of("apostrophes", value -> GROUPED.apply(value).replace(',', '\'')),
            Notation.of("exponents", value -> String.format(Locale.ROOT, "%.9e", value)),
            Notation.of("semicolons and commas", value -> PLAIN.apply(value).replace('.', ','))
                    .separatedBy(';'),
            Notation.of("continental", CONTINENTAL).separatedBy(';'),
            Notation.of("tabs", PLAIN).separatedBy('\t'),
            Notation.of("Windows", value -> "\u00a3" + GROUPED.apply(value)).in(Charset.forName("windows-1252")),
            Notation.of("wide", PLAIN).in(StandardCharsets.UTF_16),
            Notation.of("marks of offices", PLAIN).missing("[c]"),
            Notation.of("blanks", PLAIN).missing(""),
            Notation.of("stated commas", CONTINENTAL)
                    .separatedBy('|')
                    .stated("\"separator\": \"|\", \"decimal\": \",\", \"thousands\": \".\""),
            Notation.of("stated marks", PLAIN).missing("-99").stated("\"missing\": [-99]"),
            Notation.of("a stated encoding", value -> "\u00a3" + GROUPED.apply(value))
                    .in(StandardCharsets.ISO_8859_1)
                    .stated("\"encoding\": \"iso-8859-1\""));

    @TempDir
    private Path folder = Path.of("");

    /**
     * A notation.
     *
     * @param mark what stands in every tenth cell in place of a number; a number too where empty
     * @param format what the study states of it; empty where nothing
     */
    record Notation(
            String title,
            DoubleFunction<String> number,
            char separator,
            Charset charset,
            Optional<String> mark,
            String format) {

        static Notation of(String title, DoubleFunction<String> number) {
            return new Notation(title, number, ',', StandardCharsets.UTF_8, Optional.empty(), "");
        }

        Notation separatedBy(char other) {
            return new Notation(title, number, other, charset, mark, format);
        }

        Notation in(Charset other) {
            return new Notation(title, number, separator, other, mark, format);
        }

        Notation missing(String other) {
            return new Notation(title, number, separator, charset, Optional.of(other), format);
        }

        Notation stated(String other) {
            return new Notation(title, number, separator, charset, mark, other);
        }

        /** 60 rows of an outcome between -3,000 and 6,000 and a treatment. */
        byte[] csv() {
            Random random = new Random(11);
            StringBuilder text = new StringBuilder("spend" + separator + "treated\n");
            for (int row = 0; row < 60; row++) {
                double value = Math.rint(100 * (row % 2 * 2_000 + 1_500 * random.nextGaussian())) / 100;
                String cell = row % 10 == 3 && mark.isPresent() ? mark.get() : number.apply(value);
                text.append(cell.indexOf(separator) >= 0 ? "\"" + cell + "\"" : cell)
                        .append(separator)
                        .append(row % 2)
                        .append('\n');
            }
            return text.toString().getBytes(charset);
        }

        @Override
        public String toString() {
            return title;
        }
    }

    @ParameterizedTest
    @FieldSource("NOTATIONS")
    void aStudyFindsTheSame(Notation notation) throws IOException {
        Notation plain = Notation.of("plain", PLAIN);
        Path reference = study("reference", notation.mark().isPresent() ? plain.missing("") : plain);
        Path study = study("study", notation);

        assertThat(estimate(study)).isEqualTo(estimate(reference));
        assertThat(inTheClient(study)).isEqualTo(estimate(reference));
    }

    @ParameterizedTest
    @FieldSource("NOTATIONS")
    void aCellOfTheTemplateIsTheSameNumber(Notation notation) throws IOException {
        Path file = folder.resolve("template.xlsx");
        Proposal example = new ProposalReader(Samples.MODELS)
                .read(Samples.MODELS.resolve("templates/worked-example.proposal.json"))
                .value();
        try (OutputStream out = Files.newOutputStream(file)) {
            TemplateWriter.write(example, out);
        }
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            setAmounts(workbook.getSheet("Costs"), notation.number().apply(123_456.75));
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }

        List<Double> amounts = new ProposalReader(Samples.MODELS)
                .read(file).value().options().stream()
                        .flatMap(option -> option.costs().stream())
                        .flatMap(cost -> cost.amount() instanceof Amount.Annual annual
                                ? Stream.of(annual.annual().value())
                                : Stream.empty())
                        .toList();

        assertThat(amounts).isNotEmpty().allSatisfy(amount -> assertThat(amount).isCloseTo(123_456.75, within(1e-9)));
    }

    private static void setAmounts(XSSFSheet costs, String text) {
        int column = 0;
        while (!costs.getRow(0).getCell(column).getStringCellValue().equals("Amount a year")) {
            column++;
        }
        for (int row = 2; row <= costs.getLastRowNum(); row++) {
            if (costs.getRow(row) != null
                    && costs.getRow(row).getCell(column) != null
                    && costs.getRow(row).getCell(column).getCellType() == CellType.NUMERIC) {
                costs.getRow(row).getCell(column).setCellValue(text);
            }
        }
    }

    private Path study(String id, Notation notation) throws IOException {
        Files.write(folder.resolve(id + ".csv"), notation.csv());
        return Files.writeString(folder.resolve(id + ".study.json"), """
                {"format": "worthwhile-study/1", "id": "%s", "title": "t",
                 "data": {"path": "%s.csv", "format": {%s}}, "design": "randomised-trial",
                 "columns": {"outcome": "spend", "treatment": "treated"}, "options": {"draws": 100}}
                """.formatted(id, id, notation.format()));
    }

    /** As the command finds it. */
    private double estimate(Path study) {
        StringWriter said = new StringWriter();
        int status = Main.run(
                new PrintWriter(said, true),
                new PrintWriter(said, true),
                "attribute",
                study.toString(),
                "--out",
                folder.toString(),
                "--overwrite");
        assertThat(status).as(said.toString()).isZero();
        String name = study.getFileName().toString().replace(".study.json", ".attribution.json");
        return JsonText.read(folder.resolve(name)).get("estimate").asDouble();
    }

    private double inTheClient(Path study) {
        Session session = OpenSession.empty(folder);
        session.importFiles(List.of(study), true);
        AttributionModel model =
                new AttributionModel(session, new Studies(session, TaskRunner.none()), TaskRunner.none());
        model.selectedProperty().set("study");
        model.run();
        Attribution found = Objects.requireNonNull(model.foundProperty().get());
        session.close();
        return found.estimate();
    }
}

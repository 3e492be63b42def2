package org.worthwhile.report.document;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.worthwhile.report.PlainText;

/** Writes a paper as a tagged PDF with bookmarks, by way of HTML that refers to nothing outside itself. */
public final class PdfPaper {

    private static final String LOOK = """
            @page { size: A4; margin: 14mm 17mm 15mm 17mm;
                    @bottom-left { content: "%s"; font-family: Liberation; font-size: 8pt; color: #444444; }
                    @bottom-right { content: "Page " counter(page) " of " counter(pages);
                                    font-family: Liberation; font-size: 8pt; color: #444444; } }
            body { font-family: Liberation; font-size: 9.2pt; line-height: 1.28; color: #1a1a1a; margin: 0; }
            h1 { font-size: 17pt; color: #1f3a5f; margin: 10pt 0 5pt 0; page-break-after: avoid; }
            h2 { font-size: 11.5pt; color: #1f3a5f; margin: 7pt 0 2pt 0; page-break-after: avoid; }
            h3 { font-size: 11.5pt; color: #1f3a5f; margin: 10pt 0 2pt 0; page-break-after: avoid; }
            p { margin: 0 0 4pt 0; }
            p.title { font-size: 24pt; font-weight: bold; color: #1f3a5f; margin: 0 0 2pt 0; line-height: 1.2; }
            p.subtitle { font-size: 12pt; color: #444444; margin: 0 0 14pt 0; }
            p.caption { font-weight: bold; font-size: 9.5pt; margin: 8pt 0 3pt 0; page-break-after: avoid; }
            p.complete { border: 1pt dashed #7a4b00; background-color: #fff6e0; padding: 5pt 8pt; }
            ul { margin: 0 0 4pt 0; padding-left: 16pt; }
            li { margin-bottom: 1pt; }
            table { border-collapse: collapse; width: 100%%; table-layout: fixed; font-size: 8.5pt; margin-bottom: 6pt; -fs-table-paginate: paginate; }
            th { background-color: #e4ebf3; text-align: left; border: 0.5pt solid #8a97a6; padding: 2pt 4pt; }
            td { border: 0.5pt solid #8a97a6; padding: 2pt 4pt; vertical-align: top; }
            tr { page-break-inside: avoid; }
            img { display: block; }
            .figure { text-align: right; }
            td.whole { white-space: nowrap; }
            .page { page-break-before: always; }
            .together { page-break-inside: avoid; }
            .year { white-space: nowrap; }
            """;

    private static final Pattern FINANCIAL_YEAR = Pattern.compile("\\b[0-9]{4}/[0-9]{2}\\b");

    private PdfPaper() {}

    public static void write(Paper paper, OutputStream out) throws IOException {
        XRLog.setLoggingEnabled(false);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useUriResolver((_, uri) -> uri.startsWith("data:image/png;base64,") ? uri : null);
        builder.withHtmlContent(html(paper), null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            addFont(renderer, "Regular", 400);
            addFont(renderer, "Bold", 700);
            renderer.layout();
            try (PDDocument document = renderer.createPDFKeepOpen()) {
                forgetTimes(document);
                document.save(out);
            }
        }
    }

    /** The same paper is the same bytes: it tells no time at which it was made, and its id comes from what it says of itself. */
    private static void forgetTimes(PDDocument document) throws IOException {
        document.setDocumentId(0L);
        COSDictionary information = document.getDocumentInformation().getCOSObject();
        information.removeItem(COSName.CREATION_DATE);
        information.removeItem(COSName.MOD_DATE);
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String text = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        metadata.importXMPMetadata(text.replaceAll("<xmp:(CreateDate|ModifyDate)>[^<]*</xmp:\\1>", "")
                .getBytes(StandardCharsets.UTF_8));
    }

    /** Embeds a font without its ligatures, which the library would look for anew in every piece of text. */
    private static void addFont(PdfBoxRenderer renderer, String name, int weight) throws IOException {
        String path = "/liberation/LiberationSans-" + name + ".ttf";
        try (InputStream in = Objects.requireNonNull(PdfPaper.class.getResourceAsStream(path))) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            font.setEnableGsub(false);
            PDFont embedded = PDType0Font.load(renderer.getPdfDocument(), font, true);
            renderer.getFontResolver()
                    .addFont(new PDFontSupplier(embedded), "Liberation", weight, IdentValue.NORMAL, true);
        }
    }

    static String html(Paper paper) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html lang=\"en-GB\"><head><title>")
                .append(escaped(paper.title()))
                .append("</title><meta name=\"description\" content=\"")
                .append(escaped(paper.subtitle()))
                .append("\"/><style>")
                .append(String.format(Locale.ROOT, LOOK, paper.made().replaceAll("[^A-Za-z0-9 .,:()-]", "")))
                .append("</style>")
                .append(bookmarks(paper))
                .append("</head><body><p class=\"title\">")
                .append(escaped(paper.title()))
                .append("</p><p class=\"subtitle\">")
                .append(escaped(paper.subtitle()))
                .append("</p>");
        for (int i = 0; i < paper.blocks().size(); i++) {
            boolean page = paper.blocks().get(i) instanceof Block.NewPage;
            if (page && ++i == paper.blocks().size()) {
                break;
            }
            StringBuilder group = new StringBuilder();
            int first = i;
            while (paper.blocks().get(i).leads()
                    && i + 1 < paper.blocks().size()
                    && paper.blocks().get(i + 1).followsOn()) {
                group.append(html(paper.blocks().get(i), i));
                i++;
            }
            boolean together = i > first || paper.blocks().get(i).followsOn();
            html.append("<div class=\"")
                    .append(page ? "page" : "")
                    .append(together ? " together" : "")
                    .append("\">")
                    .append(group)
                    .append(html(paper.blocks().get(i), i))
                    .append("</div>\n");
        }
        return html.append("</body></html>").toString();
    }

    private static String bookmarks(Paper paper) {
        return IntStream.range(0, paper.blocks().size())
                .filter(i -> paper.blocks().get(i) instanceof Block.Heading heading && heading.level() == 1)
                .mapToObj(i -> "<bookmark name=\""
                        + escaped(((Block.Heading) paper.blocks().get(i)).text()) + "\" href=\"#b" + i + "\"/>")
                .collect(Collectors.joining("", "<bookmarks>", "</bookmarks>"));
    }

    private static String html(Block block, int number) {
        return switch (block) {
            case Block.Heading(int level, String text) ->
                "<h" + level + " id=\"b" + number + "\">" + content(text) + "</h" + level + ">";
            case Block.Paragraph(String text) -> "<p>" + content(text) + "</p>";
            case Block.ToComplete(String text) ->
                "<p class=\"complete\"><b>For the author:</b> " + content(text) + "</p>";
            case Block.Bullets bullets ->
                bullets.items().stream()
                        .map(item -> "<li>" + content(item) + "</li>")
                        .collect(Collectors.joining("", "<ul>", "</ul>"));
            case Block.Table table -> html(table);
            case Block.Picture picture ->
                "<p class=\"caption\">" + content(picture.caption()) + "</p><p><img style=\"width:"
                        + picture.width() / 2 + "pt\" alt=\"" + escaped(picture.alternative())
                        + "\" src=\"data:image/png;base64,"
                        + Base64.getEncoder().encodeToString(picture.png()) + "\"/></p>";
            case Block.NewPage _ -> "";
        };
    }

    private static String html(Block.Table table) {
        StringBuilder html = new StringBuilder("<p class=\"caption\">")
                .append(content(table.caption()))
                .append("</p><table>");
        for (double share : ColumnShares.of(table)) {
            html.append(String.format(Locale.ROOT, "<col style=\"width: %.2f%%\"/>", 100 * share));
        }
        html.append("<thead><tr>");
        for (int column = 0; column < table.headings().size(); column++) {
            html.append("<th scope=\"col\"").append(column < table.texts() ? ">" : " class=\"figure\">");
            html.append(content(table.headings().get(column))).append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (var row : table.rows()) {
            html.append("<tr>");
            for (int column = 0; column < row.size(); column++) {
                String text = row.get(column);
                html.append(
                                column < table.texts()
                                        ? "<td>"
                                        : ColumnShares.isFigure(text)
                                                ? "<td class=\"figure whole\">"
                                                : "<td class=\"figure\">")
                        .append(content(text))
                        .append("</td>");
            }
            html.append("</tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    /** A text between tags, in which no line ends within a financial year. */
    private static String content(String text) {
        return FINANCIAL_YEAR.matcher(escaped(text)).replaceAll("<span class=\"year\">$0</span>");
    }

    private static String escaped(String text) {
        return PlainText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

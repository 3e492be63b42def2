package org.worthwhile.report.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.Locale;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STShd;
import org.worthwhile.exchange.OfficeFile;
import org.worthwhile.report.PlainText;

/** Writes a paper for Word, with real headings, captions, header rows, page numbers and alternative texts. */
public final class DocxPaper {

    private static final BigInteger A4_WIDTH = BigInteger.valueOf(11906);
    private static final BigInteger A4_HEIGHT = BigInteger.valueOf(16838);
    private static final BigInteger MARGIN = BigInteger.valueOf(964);
    private static final BigInteger HEADER_AND_FOOTER = BigInteger.valueOf(480);
    private static final double TEXT_WIDTH = 9978;
    private static final String HEADING_FILL = "E4EBF3";
    private static final String TO_COMPLETE_FILL = "FFF6E0";

    private final XWPFDocument document;
    private final BigInteger bullets;
    private boolean onNewPage;
    private long pictures;

    private DocxPaper(XWPFDocument document) {
        this.document = document;
        DocxStyles.add(document);
        this.bullets = DocxStyles.addBullets(document);
    }

    public static void write(Paper paper, OutputStream out) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            DocxPaper writer = new DocxPaper(document);
            document.getProperties().getCoreProperties().setTitle(PlainText.of(paper.title()));
            document.getProperties().getCoreProperties().setSubjectProperty(PlainText.of(paper.subtitle()));
            document.getProperties().getCoreProperties().setCreator("Worthwhile");
            writer.paragraph(DocxStyles.TITLE, paper.title());
            writer.paragraph(DocxStyles.SUBTITLE, paper.subtitle());
            for (Block block : paper.blocks()) {
                writer.add(block);
            }
            writer.foot(paper.made());
            writer.page();
            OfficeFile.write(document, out);
        }
    }

    private void add(Block block) {
        switch (block) {
            case Block.Heading(int level, String text) -> paragraph(DocxStyles.HEADING + level, text);
            case Block.Paragraph(String text) ->
                paragraph(DocxStyles.NORMAL, text).setKeepNext(block.leads());
            case Block.ToComplete(String text) -> toComplete(text);
            case Block.Bullets list ->
                list.items().forEach(item -> paragraph(DocxStyles.LIST, item).setNumID(bullets));
            case Block.Table table -> table(table);
            case Block.Picture picture -> picture(picture);
            case Block.NewPage _ -> onNewPage = true;
        }
    }

    private XWPFParagraph paragraph(String style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        paragraph.setPageBreak(onNewPage);
        onNewPage = false;
        paragraph.createRun().setText(PlainText.of(text));
        return paragraph;
    }

    private void toComplete(String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(DocxStyles.TO_COMPLETE);
        XWPFRun mark = paragraph.createRun();
        mark.setBold(true);
        mark.setText("For the author: ");
        paragraph.createRun().setText(PlainText.of(text));
        CTShd shade = paragraph.getCTP().getPPr().addNewShd();
        shade.setVal(STShd.CLEAR);
        shade.setFill(TO_COMPLETE_FILL);
    }

    private void table(Block.Table table) {
        paragraph(DocxStyles.CAPTION, table.caption());
        XWPFTable grid =
                document.createTable(table.rows().size() + 1, table.headings().size());
        grid.setWidth("100%");
        XWPFTableRow head = grid.getRow(0);
        head.setRepeatHeader(true);
        head.setCantSplitRow(true);
        for (int column = 0; column < table.headings().size(); column++) {
            head.getCell(column).setColor(HEADING_FILL);
            cell(head.getCell(column), table.headings().get(column), true, column >= table.texts());
            head.getCell(column).getParagraphs().getFirst().setKeepNext(true);
        }
        for (int row = 0; row < table.rows().size(); row++) {
            XWPFTableRow line = grid.getRow(row + 1);
            line.setCantSplitRow(true);
            for (int column = 0; column < table.rows().get(row).size(); column++) {
                XWPFTableCell cell = line.getCell(column);
                cell(cell, table.rows().get(row).get(column), false, column >= table.texts());
                if (table.isShort() && row < table.rows().size() - 1) {
                    cell.getParagraphs().getFirst().setKeepNext(true);
                }
            }
        }
        widths(grid, table);
        paragraph(DocxStyles.AFTER_TABLE, "");
    }

    private static void widths(XWPFTable grid, Block.Table table) {
        double[] shares = ColumnShares.of(table);
        CTTblGrid columns = grid.getCTTbl().getTblGrid() == null
                ? grid.getCTTbl().addNewTblGrid()
                : grid.getCTTbl().getTblGrid();
        while (columns.sizeOfGridColArray() < shares.length) {
            columns.addNewGridCol();
        }
        for (int column = 0; column < shares.length; column++) {
            columns.getGridColArray(column).setW(BigInteger.valueOf(Math.round(TEXT_WIDTH * shares[column])));
        }
        for (XWPFTableRow row : grid.getRows()) {
            for (int column = 0; column < shares.length; column++) {
                row.getCell(column).setWidth(String.format(Locale.ROOT, "%.1f%%", 100 * shares[column]));
            }
        }
    }

    private static void cell(XWPFTableCell cell, String text, boolean heading, boolean figure) {
        XWPFParagraph paragraph = cell.getParagraphs().getFirst();
        paragraph.setStyle(DocxStyles.CELL);
        paragraph.setAlignment(figure ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
        XWPFRun run = paragraph.createRun();
        run.setBold(heading);
        run.setText(PlainText.of(text));
    }

    private void picture(Block.Picture picture) {
        paragraph(DocxStyles.CAPTION, picture.caption());
        XWPFRun run = paragraph(DocxStyles.NORMAL, "").getRuns().getFirst();
        try {
            XWPFPicture placed = run.addPicture(
                    new ByteArrayInputStream(picture.png()),
                    Document.PICTURE_TYPE_PNG,
                    "picture.png",
                    Units.toEMU(picture.width() / 2.0),
                    Units.toEMU(picture.height() / 2.0));
            String alternative = PlainText.of(picture.alternative());
            placed.getCTPicture().getNvPicPr().getCNvPr().setDescr(alternative);
            var place = run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr();
            place.setDescr(alternative);
            place.setId(++pictures);
            placed.getCTPicture().getNvPicPr().getCNvPr().setId(pictures);
        } catch (IOException | InvalidFormatException ownPicture) {
            throw new IllegalStateException(ownPicture);
        }
    }

    private void foot(String made) {
        XWPFFooter footer = document.createFooter(HeaderFooterType.DEFAULT);
        XWPFParagraph paragraph = footer.createParagraph();
        paragraph.setStyle(DocxStyles.FOOT);
        paragraph.createRun().setText(PlainText.of(made) + "    Page ");
        paragraph.getCTP().addNewFldSimple().setInstr("PAGE");
        paragraph.createRun().setText(" of ");
        paragraph.getCTP().addNewFldSimple().setInstr("NUMPAGES");
    }

    private void page() {
        CTSectPr section = document.getDocument().getBody().isSetSectPr()
                ? document.getDocument().getBody().getSectPr()
                : document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(A4_WIDTH);
        size.setH(A4_HEIGHT);
        CTPageMar margin = section.addNewPgMar();
        margin.setLeft(MARGIN);
        margin.setRight(MARGIN);
        margin.setTop(MARGIN);
        margin.setBottom(MARGIN);
        margin.setHeader(HEADER_AND_FOOTER);
        margin.setFooter(HEADER_AND_FOOTER);
        margin.setGutter(BigInteger.ZERO);
    }
}

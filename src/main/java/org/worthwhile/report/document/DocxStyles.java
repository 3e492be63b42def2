package org.worthwhile.report.document;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** The styles of a paper for Word, under the names by which Word builds its outline. */
final class DocxStyles {

    static final String NORMAL = "Normal";
    static final String TITLE = "Title";
    static final String SUBTITLE = "Subtitle";

    /** Followed by the level. */
    static final String HEADING = "Heading";

    static final String CAPTION = "Caption";
    static final String LIST = "ListBullet";
    static final String CELL = "TableText";
    static final String AFTER_TABLE = "AfterTable";
    static final String TO_COMPLETE = "ToComplete";
    static final String FOOT = "Footer";

    private static final String FONT = "Arial";
    private static final String INK = "1F3A5F";
    private static final String TEXT = "1A1A1A";
    private static final int LEVELS = 3;

    private DocxStyles() {}

    static void add(XWPFDocument document) {
        XWPFStyles styles = document.createStyles();
        styles.setDefaultFonts(fonts());
        add(styles, style(NORMAL, "Normal", 19, false, TEXT, 0, 80));
        add(styles, style(TITLE, "Title", 48, true, INK, 0, 40));
        add(styles, style(SUBTITLE, "Subtitle", 24, false, "444444", 0, 280));
        int[] sizes = {34, 24, 21};
        for (int level = 1; level <= LEVELS; level++) {
            CTStyle heading =
                    style(HEADING + level, "heading " + level, sizes[level - 1], true, INK, 240 - 40 * level, 60);
            heading.getPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
            heading.getPPr().addNewKeepNext();
            add(styles, heading);
        }
        CTStyle caption = style(CAPTION, "caption", 18, true, TEXT, 100, 40);
        caption.getPPr().addNewKeepNext();
        add(styles, caption);
        add(styles, style(LIST, "List Bullet", 19, false, TEXT, 0, 20));
        add(styles, style(CELL, "Table Text", 17, false, TEXT, 20, 20));
        add(styles, style(AFTER_TABLE, "After Table", 8, false, TEXT, 0, 0));
        add(styles, style(TO_COMPLETE, "To Complete", 19, false, TEXT, 60, 120));
        add(styles, style(FOOT, "footer", 16, false, "444444", 0, 0));
    }

    /** Takes a style as it is now: what is changed in it later has no effect on the document. */
    private static void add(XWPFStyles styles, CTStyle style) {
        styles.addStyle(new XWPFStyle(style, styles));
    }

    private static CTFonts fonts() {
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setCs(FONT);
        fonts.setEastAsia(FONT);
        return fonts;
    }

    /** @param halfPoints of the letters; {@code before} and {@code after} are twentieths of a point */
    private static CTStyle style(
            String id, String name, int halfPoints, boolean bold, String colour, int before, int after) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        if (id.equals(NORMAL)) {
            style.setDefault(true);
        } else {
            style.addNewBasedOn().setVal(NORMAL);
        }
        CTPPrGeneral paragraph = style.addNewPPr();
        CTSpacing spacing = paragraph.addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(before));
        spacing.setAfter(BigInteger.valueOf(after));
        CTRPr letters = style.addNewRPr();
        letters.addNewRFonts().set(fonts());
        letters.addNewSz().setVal(BigInteger.valueOf(halfPoints));
        letters.addNewColor().setVal(colour);
        letters.addNewLang().setVal("en-GB");
        if (bold) {
            letters.addNewB();
        }
        return style;
    }

    /** A list with bullets; its number for paragraphs. */
    static BigInteger addBullets(XWPFDocument document) {
        XWPFNumbering numbering = document.createNumbering();
        CTAbstractNum list = CTAbstractNum.Factory.newInstance();
        list.setAbstractNumId(BigInteger.ZERO);
        CTLvl level = list.addNewLvl();
        level.setIlvl(BigInteger.ZERO);
        level.addNewNumFmt().setVal(STNumberFormat.BULLET);
        level.addNewLvlText().setVal("\u2022");
        var indent = level.addNewPPr().addNewInd();
        indent.setLeft(BigInteger.valueOf(360));
        indent.setHanging(BigInteger.valueOf(220));
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(list)));
    }
}

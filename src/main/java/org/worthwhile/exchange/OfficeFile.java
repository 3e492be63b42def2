package org.worthwhile.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.ooxml.POIXMLProperties;

/**
 * Writes workbooks and documents for Word so that the same contents are the same bytes: nothing in the file tells when it was
 * made. What it says of times is the first that an archive can hold, as is usual where files are to be made again.
 */
public final class OfficeFile {

    /** The first time that an archive's entry can have, by the clock on the wall. */
    private static final LocalDateTime FIRST = LocalDateTime.of(1980, 1, 1, 12, 0);

    private static final Instant MADE = Instant.parse("1980-01-01T00:00:00Z");

    /** What a formula begins with, in the narrow and the wide forms of the signs. */
    private static final String ACTIVE = "=+-@＝＋－＠";

    private OfficeFile() {}

    /** Whether a spreadsheet program takes a typed text for a formula. */
    public static boolean isActive(String text) {
        String begins = text.strip();
        return !begins.isEmpty() && ACTIVE.indexOf(begins.charAt(0)) >= 0;
    }

    /** Writes the document as a file. */
    public static void write(POIXMLDocument document, OutputStream out) throws IOException {
        POIXMLProperties.CoreProperties properties = document.getProperties().getCoreProperties();
        properties.setCreated(Optional.of(Date.from(MADE)));
        properties.setModified(Optional.of(Date.from(MADE)));
        TimelessArchive archive = new TimelessArchive(out);
        document.write(archive);
        archive.flush();
    }

    /** An archive whose entries all have the same time. */
    private static final class TimelessArchive extends ZipArchiveOutputStream {

        TimelessArchive(OutputStream out) {
            super(out);
        }

        @Override
        public void putArchiveEntry(ZipArchiveEntry entry) throws IOException {
            entry.setTime(FIRST.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli());
            super.putArchiveEntry(entry);
        }
    }
}

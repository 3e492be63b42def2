package org.worthwhile.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.worthwhile.problem.InvalidInput;

/**
 * The first sheet of an Excel workbook. Formulas count as the values last computed; an error is a missing value.
 *
 * @param fingerprinted whether its fingerprint is worked out
 */
record ExcelSource(Path file, String name, boolean fingerprinted) implements DatasetReader.Source {

    private static final long LARGEST_FILE = 512L << 20;

    @Override
    public String tell(DatasetReader reader) {
        InputFile input = new InputFile(file, name, LARGEST_FILE);
        FileSignature.requireWorkbook(name, input.start());
        SheetRows rows = new SheetRows(reader);
        try {
            String sha256 = fingerprinted ? fingerprint(input) : "";
            switch (magic(input)) {
                case OOXML -> SheetStream.read(file, rows);
                case OLE2 -> LegacySheet.read(file, rows);
                default -> throw unreadable();
            }
            return sha256;
        } catch (InvalidInput told) {
            throw told;
        } catch (EncryptedDocumentException locked) {
            throw DatasetReader.unusable(name, "is locked with a password", "save a copy without one");
        } catch (IOException | RuntimeException malformed) {
            // A damaged part surfaces as any of the many exceptions of the libraries for packages, XML and cells.
            throw unreadable();
        }
    }

    private InvalidInput unreadable() {
        return DatasetReader.unusable(
                name,
                "is not an Excel workbook that can be read",
                "open it in Excel and save it again, or save it as CSV");
    }

    private static FileMagic magic(InputFile input) throws IOException {
        try (InputStream stream = new BufferedInputStream(input.open())) {
            return FileMagic.valueOf(stream);
        }
    }

    private static String fingerprint(InputFile input) throws IOException {
        try (DigestInputStream digested = new DigestInputStream(input.open(), Fingerprint.digest())) {
            digested.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        }
    }
}

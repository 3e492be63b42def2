package org.worthwhile.exchange.packs;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.worthwhile.exchange.FileNames;
import org.worthwhile.exchange.TableSheet;

/** What the titles and notes around a table say of it. */
final class SheetWords {

    private static final String MONTH =
            "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
    private static final Pattern DAY = Pattern.compile("\\d{1,2} " + MONTH + " \\d{4}");
    private static final Pattern MONTH_OF_YEAR = Pattern.compile("(?<!\\d )" + MONTH + " \\d{4}(?: \\([^)]{3,60}\\))?");

    private final List<TableSheet> sheets;

    SheetWords(List<TableSheet> sheets) {
        this.sheets = sheets;
    }

    /** Where a pack says that it is from. */
    static String origin(TableSheet sheet) {
        return "Imported from " + FileNames.last(Path.of(sheet.file()))
                + (sheet.name().isEmpty() ? "" : ", sheet " + sheet.name());
    }

    /** Texts row by row. */
    Stream<String> texts() {
        return sheets.stream()
                .flatMap(TableSheet::texts)
                .map(text -> text.replaceAll("\\s+", " ").strip());
    }

    /** Whether any text has a word, whatever its capitals. */
    boolean have(String word) {
        return texts().anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(word));
    }

    /** The first day written out, such as 31 March 2026. */
    Optional<String> day() {
        return first(DAY).map(MatchResult::group);
    }

    /** The day or else the month of publication. */
    Optional<String> date() {
        return day().or(() -> edition().map(text -> text.replaceFirst(" \\(.*", "")));
    }

    /** The first month that is not part of a day, with what stands in brackets after it. */
    Optional<String> edition() {
        return first(MONTH_OF_YEAR).map(MatchResult::group);
    }

    Optional<MatchResult> first(Pattern pattern) {
        return texts().flatMap(text -> pattern.matcher(text).results()).findFirst();
    }
}

package org.worthwhile.exchange;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.CellStyle;
import org.jspecify.annotations.Nullable;

/** The currency in which a style shows its number. */
final class ShownCurrency {

    /** {@code [$€-407]} or {@code [$USD]}; {@code [$-409]} is a language alone. */
    private static final Pattern MARKED = Pattern.compile("\\[\\$([^\\]-]+)[^\\]]*]");

    private static final Pattern SIGN = Pattern.compile("[£€¥$]|\\b(?:GBP|EUR|USD)\\b");
    private static final String LANGUAGES = "\\[\\$-[^\\]]*]";

    private ShownCurrency() {}

    /**
     * The sign or code of a style's currency; empty without one, and for formats that are built in, which show the currency of
     * whoever opens the file.
     */
    static String of(CellStyle style) {
        @Nullable String format = style.getDataFormatString();
        if (format == null || format.equals(BuiltinFormats.getBuiltinFormat(style.getDataFormat()))) {
            return "";
        }
        Matcher marked = MARKED.matcher(format);
        if (marked.find()) {
            return marked.group(1).strip();
        }
        Matcher sign = SIGN.matcher(format.replaceAll(LANGUAGES, ""));
        return sign.find() ? sign.group() : "";
    }
}

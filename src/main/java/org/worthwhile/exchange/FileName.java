package org.worthwhile.exchange;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of files that every system can hold. */
public final class FileName {

    private static final int LONGEST_SLUG = 60;

    /** What Windows keeps for devices, whatever stands behind a dot. */
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\\$|conout\\$)( *\\..*)?", Pattern.CASE_INSENSITIVE);

    /** What ids look like that the program made for want of one given. */
    private static final Pattern MADE_ID = Pattern.compile("proposal-[0-9]+");

    private FileName() {}

    /**
     * What the results of a proposal are named by: its id; or its title, where the program made up the id.
     *
     * @param id of the proposal
     * @param title of the proposal
     */
    public static String of(String id, String title) {
        String slug = slug(title);
        return MADE_ID.matcher(id).matches() && !slug.isEmpty() && flaw(slug).isEmpty() ? slug : id;
    }

    /**
     * A title as a name: in small letters, with hyphens between its words and without accents, such as
     * {@code falls-prevention-in-fenland}. Empty where the title has no letter or digit.
     */
    public static String slug(String title) {
        String plain = Normalizer.normalize(
                Normalizer.normalize(title, Normalizer.Form.NFKD).replaceAll("\\p{InCombining_Diacritical_Marks}", ""),
                Normalizer.Form.NFC);
        String hyphened = plain.toLowerCase(Locale.ROOT)
                .replaceAll("['’]", "")
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        if (hyphened.length() <= LONGEST_SLUG) {
            return hyphened;
        }
        int lastWord = hyphened.lastIndexOf('-', LONGEST_SLUG);
        return hyphened.substring(
                0, lastWord > 0 ? lastWord : hyphened.offsetByCodePoints(0, hyphened.codePointCount(0, LONGEST_SLUG)));
    }

    /** A file's own name; empty for the root of all folders. */
    public static String last(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    /** Why a name cannot be given to a file on every system, as a clause. */
    public static Optional<String> flaw(String name) {
        if (DEVICE.matcher(name).matches()) {
            return Optional.of("Windows keeps the name '" + name + "' for a device");
        }
        if (name.endsWith(".") || name.endsWith(" ")) {
            return Optional.of("Windows takes no name that ends in a dot or a space");
        }
        return Optional.empty();
    }
}

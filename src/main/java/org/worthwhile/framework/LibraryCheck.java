package org.worthwhile.framework;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of the model packs at hand is not verified, not in force, replaced or old. */
public final class LibraryCheck {

    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");
    private static final int YEARS_UNTIL_OLD = 5;

    private final int thisYear;
    private final List<Finding> found = new ArrayList<>();

    /**
     * Something to look into.
     *
     * @param id of the pack or the unit value
     * @param figure which of its figures; empty where it has one alone
     * @param what each thing that is to be said of it
     */
    public record Finding(String id, String figure, List<String> what, Source source) {
        public Finding {
            what = List.copyOf(what);
        }
    }

    private LibraryCheck(int thisYear) {
        this.thisYear = thisYear;
    }

    /**
     * Looks through every pack.
     *
     * @param thisYear the calendar year that ages are counted to; what was published more than five years before is old
     */
    public static List<Finding> of(ModelLibrary library, int thisYear) {
        LibraryCheck check = new LibraryCheck(thisYear);
        library.frameworks()
                .values()
                .forEach(framework -> framework
                        .sources()
                        .forEach((section, source) -> check.look(
                                framework.id(),
                                section,
                                section.equals(Framework.DISCOUNT_RATES)
                                                && !framework.standing().isVerified()
                                        ? framework.standing()
                                        : source.standing(),
                                framework.supersededBy(),
                                source)));
        library.priceIndices()
                .values()
                .forEach(index -> check.look(index.id(), "", index.standing(), "", index.source()));
        library.unitValues()
                .values()
                .forEach(value -> check.look(value.id(), "", value.standing(), "", value.source()));
        return List.copyOf(check.found);
    }

    private void look(String id, String figure, Standing standing, String supersededBy, Source source) {
        List<String> what = new ArrayList<>();
        if (!standing.isVerified()) {
            what.add(standing.words());
        }
        String successor = source.supersededBy().isEmpty() ? supersededBy : source.supersededBy();
        if (!successor.isEmpty()) {
            what.add("in its place: " + successor);
        }
        int published = yearOf(source.date());
        if (published > 0 && thisYear - published > YEARS_UNTIL_OLD) {
            what.add("published " + (thisYear - published) + " years ago");
        }
        if (!what.isEmpty()) {
            found.add(new Finding(id, figure, what, source));
        }
    }

    /** The last year that a date names; 0 where it names none. */
    private static int yearOf(String date) {
        Matcher year = YEAR.matcher(date);
        int last = 0;
        while (year.find()) {
            last = Integer.parseInt(year.group());
        }
        return last;
    }
}

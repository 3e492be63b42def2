package org.worthwhile.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.worthwhile.attribution.ResultFields;
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.NearBest;
import org.worthwhile.portfolio.NearBest.RankedSet;

/** The sets that are worth most and what they have in common, as fields of JSON and in lines of text. */
final class NearBestReport {

    private NearBestReport() {}

    static void fields(NearBest near, List<Candidate> candidates, ResultFields to) {
        to.list(
                        "sets",
                        near.sets(),
                        (set, of) -> of.number("value", set.value())
                                .number("loss", loss(near, set))
                                .number("cost", set.cost())
                                .texts("options", paths(set.chosen())))
                .number("proven", near.proven())
                .number("bound", near.bound())
                .texts(
                        "inAll",
                        paths(candidates.stream()
                                .filter(each -> near.count(each) == near.sets().size())
                                .toList()))
                .list(
                        "inSome",
                        inSome(near, candidates),
                        (each, of) -> of.text("option", each.path()).number("sets", near.count(each)))
                .texts(
                        "inNone",
                        paths(candidates.stream()
                                .filter(each -> near.count(each) == 0)
                                .toList()));
    }

    static List<String> lines(NearBest near, List<Candidate> candidates, String currency) {
        List<String> lines = new ArrayList<>();
        if (near.sets().size() < 2) {
            return lines;
        }
        RankedSet last = near.sets().getLast();
        lines.add("  The " + near.sets().size() + " best sets that were found lose up to "
                + Wording.BRITISH.money(loss(near, last), currency) + "; "
                + (near.isProven()
                        ? "no other set loses less"
                        : "the search stopped before all were proven best"
                                + (near.proven() == 0 ? "" : "; proven are the first " + near.proven())
                                + "; another set could be worth up to "
                                + Wording.BRITISH.money(near.bound(), currency)));
        lines.add("    in all of them: "
                + named(candidates.stream()
                        .filter(each -> near.count(each) == near.sets().size())
                        .map(Candidate::path)
                        .toList()));
        lines.add("    in some: "
                + named(inSome(near, candidates).stream()
                        .map(each -> each.path() + " (" + near.count(each) + ")")
                        .toList()));
        long none = candidates.stream().filter(each -> near.count(each) == 0).count();
        lines.add("    in none: " + none + " of " + candidates.size() + " options");
        return lines;
    }

    private static String named(List<String> paths) {
        return paths.isEmpty() ? "none" : String.join(", ", paths);
    }

    private static List<Candidate> inSome(NearBest near, List<Candidate> candidates) {
        return candidates.stream()
                .filter(each ->
                        near.count(each) > 0 && near.count(each) < near.sets().size())
                .sorted(Comparator.comparingInt(near::count).reversed())
                .collect(Collectors.toList());
    }

    private static double loss(NearBest near, RankedSet set) {
        return near.sets().getFirst().value() - set.value();
    }

    private static List<String> paths(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::path).toList();
    }
}

package org.worthwhile.synthesis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.worthwhile.problem.Fault;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.Problem;

/** What a meta-analysis must be to be answered. */
final class MetaAnalysisRules {

    private final SynthesisCase basis;
    private final List<Problem> problems = new ArrayList<>();

    private MetaAnalysisRules(SynthesisCase basis) {
        this.basis = basis;
    }

    /**
     * Requires a meta-analysis that can be answered.
     *
     * @throws InvalidInput with everything wrong with it
     */
    static void require(SynthesisCase basis) {
        MetaAnalysisRules rules = new MetaAnalysisRules(basis);
        rules.studies();
        rules.discounts();
        rules.own();
        rules.moderators();
        if (!rules.problems.isEmpty()) {
            throw new InvalidInput(rules.problems);
        }
    }

    private void studies() {
        List<IncludedStudy> studies = basis.question().studies();
        if (studies.size() < 2) {
            add("/studies", "one study alone has nothing to be combined with", "give at least two");
        }
        if (studies.size() > 1 && Dependence.of(studies).clusters().size() == 1) {
            add(
                    "/studies",
                    "all estimates are of one cluster, so that nothing tells how sure they are together",
                    "give estimates of at least two, or name clusters only where estimates share a sample");
        }
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < studies.size(); i++) {
            IncludedStudy study = studies.get(i);
            String pointer = "/studies/" + i;
            Integer before = first.putIfAbsent(study.name(), i);
            if (before != null) {
                add(
                        pointer + "/study",
                        "'" + study.name() + "' is there twice, as study " + (before + 1) + " and as study " + (i + 1),
                        "leave one out, or give each effect of the study a name of its own and both the same cluster");
            }
            faults(pointer, study);
        }
    }

    private void discounts() {
        List<Discount> discounts = basis.question().options().discounts();
        List<String> designs = basis.question().studies().stream()
                .flatMap(study -> study.design().stream())
                .distinct()
                .toList();
        for (int i = 0; i < discounts.size(); i++) {
            String design = discounts.get(i).design();
            if (!designs.contains(design)) {
                add(
                        "/options/discounts/" + i + "/design",
                        "no study is of the design '" + design + "'",
                        Nearest.remedy(design, designs));
            }
            if (discounts.subList(0, i).stream()
                    .anyMatch(other -> other.design().equals(design))) {
                add(
                        "/options/discounts/" + i + "/design",
                        "'" + design + "' is discounted twice",
                        "keep one of the discounts");
            }
        }
    }

    private void own() {
        basis.question()
                .options()
                .prior()
                .filter(prior -> prior.mean().isPresent() != prior.deviation().isPresent())
                .ifPresent(prior -> add(
                        "/options/prior",
                        "the prior of the effect has a "
                                + (prior.mean().isPresent() ? "mean without a deviation" : "deviation without a mean"),
                        "give both, or neither for a flat prior"));
        basis.question().own().ifPresent(own -> faults("/own", own));
        if (basis.question().options().prior().isPresent()
                && Dependence.of(basis.question().studies()).isAny()) {
            add(
                    "/options/prior",
                    "the combination with a prior takes estimates for independent, and studies share clusters",
                    "leave the prior out, or give one estimate for each cluster");
        }
    }

    private void faults(String pointer, IncludedStudy study) {
        for (StudyRules.StudyFault found :
                StudyRules.faults(study, basis.question().measure())) {
            String at = found.field().isEmpty() ? pointer : pointer + "/" + found.field();
            Fault named = new Fault(
                    "of '" + study.name() + "', " + found.fault().what(),
                    found.fault().remedy());
            problems.add(named.at(basis.places().apply(at)));
        }
    }

    private void moderators() {
        List<String> names = basis.question().options().moderators();
        List<IncludedStudy> studies = basis.question().studies();
        if (names.isEmpty()) {
            return;
        }
        int before = problems.size();
        for (int j = 0; j < names.size(); j++) {
            String name = names.get(j);
            List<String> without = studies.stream()
                    .filter(study -> !study.moderators().containsKey(name))
                    .map(IncludedStudy::name)
                    .toList();
            if (!without.isEmpty()) {
                add(
                        "/options/moderators/" + j,
                        "'" + name + "' is not given for "
                                + (without.size() == studies.size()
                                        ? "any study"
                                        : String.join(
                                                        ", ",
                                                        without.stream()
                                                                .limit(5)
                                                                .toList())
                                                + (without.size() > 5 ? " and " + (without.size() - 5) + " more" : "")),
                        "give it for every study, or leave the moderator out");
            }
        }
        if (problems.size() > before) {
            return;
        }
        if (studies.size() < names.size() + 2) {
            add(
                    "/options/moderators",
                    studies.size() + " studies are too few for " + names.size()
                            + (names.size() == 1 ? " moderator" : " moderators"),
                    "leave moderators out");
            return;
        }
        int dependent = MetaRegression.columns(basis.question()).firstDependent();
        if (dependent > 0) {
            add(
                    "/options/moderators/" + (dependent - 1),
                    "'" + names.get(dependent - 1) + "' is the same for all studies, or a combination of the moderators"
                            + " before it",
                    "leave it out");
        }
    }

    private void add(String pointer, String what, String remedy) {
        problems.add(new Problem(basis.places().apply(pointer), what, remedy));
    }
}

package org.worthwhile.attribution;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/**
 * A study with its data.
 *
 * @param places the place of a part of the study, by JSON pointer
 */
public record StudyCase(Study study, Dataset dataset, Function<String, Place> places) {

    /**
     * The name of a column without which the design cannot do.
     *
     * @param role as the study names it, such as {@code treatment}
     */
    public String required(Optional<String> column, String role) {
        return column.orElseThrow(() ->
                unusable("/columns", study.design().title() + " needs the column " + role, "name it under columns"));
    }

    /** The same case, clustered by a column unless the study names clusters or another variance. */
    public StudyCase clusteredBy(String column) {
        boolean open = study.roles().clusters().isEmpty()
                && study.options().variance().orElse(Covariance.Kind.CLUSTER).isClustered();
        return open ? new StudyCase(study.clusteredBy(List.of(column)), dataset, places) : this;
    }

    /** The same case, clustered by unit and time; empty where it names not both. */
    public Optional<StudyCase> clusteredByTimeToo() {
        Study.Roles roles = study.roles();
        return roles.unit()
                .flatMap(unit -> roles.time()
                        .map(time -> new StudyCase(study.clusteredBy(List.of(unit, time)), dataset, places)));
    }

    /** Whether time is among what errors are clustered by. */
    public boolean isClusteredByTime() {
        return study.roles().time().filter(study.roles().clusters()::contains).isPresent();
    }

    /** The same case by a design: with the study's own options where it is its own design, and with the usual ones otherwise. */
    StudyCase by(Design design) {
        DesignOptions options = study.design() == design ? study.options() : design.usualOptions();
        return new StudyCase(study.by(design, options), dataset, places);
    }

    /** The same case in which whatever is drawn at random is drawn so many times. */
    StudyCase withDraws(int draws) {
        return new StudyCase(study.by(study.design(), study.options().withDraws(draws)), dataset, places);
    }

    /** The study's options, which are of the kind that its design has. */
    public <O> O options(Class<O> kind) {
        return kind.cast(study.options());
    }

    /** What is thrown when the study cannot be carried out because of the part at {@code pointer}. */
    public InvalidInput unusable(String pointer, String what, String remedy) {
        return new InvalidInput(new Problem(places.apply(pointer), what, remedy));
    }
}

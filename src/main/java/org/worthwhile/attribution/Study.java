package org.worthwhile.attribution;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.worthwhile.attribution.options.DesignOptions;

/**
 * A question put to a dataset.
 *
 * @param data the path of the dataset as written in the study
 * @param where only rows in which each of these columns has one of its values
 * @param informs what the answer is evidence for, when the study says so
 */
public record Study(
        String id,
        String title,
        String question,
        String data,
        Map<String, List<String>> where,
        Design design,
        Roles roles,
        DesignOptions options,
        Optional<Informs> informs) {

    public Study {
        where = Collections.unmodifiableMap(new TreeMap<>(where));
    }

    /** The same study with other clusters. */
    Study clusteredBy(List<String> clusters) {
        Roles clustered = new Roles(
                roles.outcome,
                roles.unit,
                roles.time,
                roles.treatment,
                roles.treatmentStart,
                roles.covariates,
                clusters,
                roles.weight,
                roles.runningVariable,
                roles.instruments,
                roles.fixedEffects,
                roles.strata,
                roles.causes,
                roles.labels);
        return new Study(id, title, question, data, where, design, clustered, options, informs);
    }

    /** The same question put by a design, without the columns that it does not use. */
    Study by(Design other, DesignOptions otherOptions) {
        return new Study(
                id, title, question, data, where, other, roles.only(otherOptions.roles()), otherOptions, informs);
    }

    /**
     * What each column is to the study, by column name.
     *
     * @param treatmentStart when a unit's treatment begins; 0 or missing means never
     * @param strata within which units were assigned
     * @param causes whose contributions are estimated
     * @param clusters one, or two for two-way clustering
     * @param labels what columns are called where people read of them
     */
    public record Roles(
            String outcome,
            Optional<String> unit,
            Optional<String> time,
            Optional<String> treatment,
            Optional<String> treatmentStart,
            List<String> covariates,
            List<String> clusters,
            Optional<String> weight,
            Optional<String> runningVariable,
            List<String> instruments,
            List<String> fixedEffects,
            Optional<String> strata,
            List<String> causes,
            Map<String, Label> labels) {
        public Roles {
            labels = Map.copyOf(labels);
            instruments = List.copyOf(instruments);
            causes = List.copyOf(causes);
            covariates = List.copyOf(covariates);
            clusters = List.copyOf(clusters);
            fixedEffects = List.copyOf(fixedEffects);
        }

        /** What the outcome is called; its column's name where the study gives no title. */
        public String outcomeTitle() {
            return title(outcome);
        }

        /** What a column is called; its name where the study gives no title. */
        public String title(String column) {
            return Optional.ofNullable(labels.get(column)).map(Label::title).orElse(column);
        }

        /** In what the outcome is counted; empty where the study does not say. */
        public String outcomeUnit() {
            return Optional.ofNullable(labels.get(outcome)).map(Label::unit).orElse("");
        }

        /** These roles alone, and the outcome. */
        Roles only(Set<Role> kept) {
            return new Roles(
                    outcome,
                    unit.filter(_ -> kept.contains(Role.UNIT)),
                    time.filter(_ -> kept.contains(Role.TIME)),
                    treatment.filter(_ -> kept.contains(Role.TREATMENT)),
                    treatmentStart.filter(_ -> kept.contains(Role.TREATMENT_START)),
                    kept.contains(Role.COVARIATES) ? covariates : List.of(),
                    kept.contains(Role.CLUSTER) ? clusters : List.of(),
                    weight.filter(_ -> kept.contains(Role.WEIGHT)),
                    runningVariable.filter(_ -> kept.contains(Role.RUNNING_VARIABLE)),
                    kept.contains(Role.INSTRUMENTS) ? instruments : List.of(),
                    kept.contains(Role.FIXED_EFFECTS) ? fixedEffects : List.of(),
                    strata.filter(_ -> kept.contains(Role.STRATA)),
                    kept.contains(Role.CAUSES) ? causes : List.of(),
                    labels);
        }

        /** The roles that name a column. */
        public Set<Role> named() {
            Set<Role> named = EnumSet.noneOf(Role.class);
            for (Role role : Role.values()) {
                if (columns().keySet().stream().anyMatch(pointer -> (pointer + "/").startsWith(role.pointer() + "/"))) {
                    named.add(role);
                }
            }
            return named;
        }

        /** The columns that the roles name, by the JSON pointer of the role. */
        public Map<String, String> columns() {
            Map<String, String> columns = new LinkedHashMap<>();
            columns.put("/columns/outcome", outcome);
            unit.ifPresent(name -> columns.put("/columns/unit", name));
            time.ifPresent(name -> columns.put("/columns/time", name));
            treatment.ifPresent(name -> columns.put("/columns/treatment", name));
            treatmentStart.ifPresent(name -> columns.put("/columns/treatmentStart", name));
            weight.ifPresent(name -> columns.put("/columns/weight", name));
            put(columns, "/columns/covariates", covariates);
            put(columns, "/columns/cluster", clusters);
            runningVariable.ifPresent(name -> columns.put("/columns/runningVariable", name));
            put(columns, "/columns/instruments", instruments);
            put(columns, "/columns/fixedEffects", fixedEffects);
            strata.ifPresent(name -> columns.put("/columns/strata", name));
            put(columns, "/columns/causes", causes);
            return columns;
        }

        private static void put(Map<String, String> columns, String pointer, List<String> names) {
            for (int i = 0; i < names.size(); i++) {
                columns.put(pointer + "/" + i, names.get(i));
            }
        }
    }

    /**
     * What a column is called where people read of it.
     *
     * @param unit in which it is counted, such as {@code per 100,000 people}; empty where that is not said
     */
    public record Label(String title, String unit) {}

    /**
     * What the answer is evidence for.
     *
     * @param proposal the id of a proposal that it informs
     * @param effect the path of the effect there, such as {@code community/admissions/effect}
     * @param outcome in the words of the proposal
     * @param per what one unit of treatment is, in words
     */
    public record Informs(
            Optional<String> proposal, Optional<String> effect, String outcome, String unit, String per) {}
}

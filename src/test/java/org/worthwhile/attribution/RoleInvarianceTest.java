package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.worthwhile.attribution.RegisteredDesigns.Registered;
import org.worthwhile.problem.InvalidInput;

/** What theory leaves unchanged when other columns than the outcome change: their units, weights of one, constants, repeats. */
class RoleInvarianceTest {

    private static final double RELATIVE = 1e-6;

    @TestFactory
    Stream<DynamicContainer> everyDesign() {
        return RegisteredDesigns.all().stream().map(RoleInvarianceTest::inYears).map(registered -> {
            Attribution answer = registered.answer(registered.data());
            Set<Role> used = answer.basis().study().options().roles();
            List<DynamicTest> tests = new ArrayList<>();
            for (String name : List.of("x", "z")) {
                for (double factor : new double[] {1e-7, 1e7}) {
                    tests.add(test(
                            name + " times " + factor,
                            () -> assertSame(answer, registered.answer(scaled(registered.data(), name, factor)))));
                }
            }
            if (used.contains(Role.WEIGHT)) {
                tests.add(test("weights of one", () -> assertSame(answer, withWeights(registered))));
            }
            if (used.contains(Role.COVARIATES)) {
                tests.add(test(
                        "a covariate that never varies is left out, or refused by name",
                        () -> assertSameOrRefused(answer, registered, withConstant(registered))));
            }
            tests.add(test("unused roles are refused by name", () -> assertUnusedRefused(registered, used)));
            if (!registered.unit().isEmpty()) {
                tests.add(test("every row twice makes nothing surer", () -> assertTwiceNoSurer(registered, answer)));
            }
            return DynamicContainer.dynamicContainer(registered.name(), tests);
        });
    }

    /** Its periods as years, and starts that never come as 0. */
    private static Registered inYears(Registered registered) {
        Dataset years = changed(
                registered.data(),
                registered.data().rows(),
                column -> registered.times().contains(column.name())
                        ? Arrays.stream(column.values())
                                .map(period -> period < 0 ? 0 : 2000 + period)
                                .toArray()
                        : column.values());
        return new Registered(
                registered.name(),
                registered.study(),
                years,
                registered.unit(),
                registered.times(),
                registered.exempt());
    }

    private static DynamicTest test(String name, org.junit.jupiter.api.function.Executable executable) {
        return DynamicTest.dynamicTest(name, executable);
    }

    private static Attribution withWeights(Registered registered) {
        return Attributor.attribute(StudyCases.of(
                with(registered.study(registered.data()), "\"weight\": \"k\""), constant(registered.data())));
    }

    private static StudyCase withConstant(Registered registered) {
        String study = registered.study(registered.data());
        return StudyCases.of(
                study.contains("\"covariates\": [")
                        ? study.replace("\"covariates\": [", "\"covariates\": [\"k\", ")
                        : with(study, "\"covariates\": [\"k\"]"),
                constant(registered.data()));
    }

    private static void assertSameOrRefused(Attribution answer, Registered registered, StudyCase changed) {
        try {
            assertSame(answer, Attributor.attribute(changed));
        } catch (InvalidInput refused) {
            assertThat(refused.getMessage())
                    .as(registered.name())
                    .satisfiesAnyOf(
                            told -> assertThat(told).contains("'k'"),
                            told -> assertThat(told).contains("take no covariates"));
        }
    }

    private static void assertUnusedRefused(Registered registered, Set<Role> used) {
        for (Role role : EnumSet.complementOf(EnumSet.copyOf(used))) {
            boolean list = EnumSet.of(Role.COVARIATES, Role.INSTRUMENTS, Role.FIXED_EFFECTS, Role.CAUSES)
                    .contains(role);
            String named = "\"" + role.id() + "\": " + (list ? "[\"k\"]" : "\"k\"");
            assertThatThrownBy(() -> Attributor.attribute(StudyCases.of(
                            with(registered.study(registered.data()), named), constant(registered.data()))))
                    .as(role.id())
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("does not use the column " + role.id());
        }
    }

    /** Refused, or counted together: the same estimate, and an error that is no smaller but for its factors. */
    private static void assertTwiceNoSurer(Registered registered, Attribution answer) {
        Optional<Attribution> twice;
        try {
            twice = Optional.of(registered.answer(twice(registered.data())));
        } catch (InvalidInput refused) {
            twice = Optional.empty();
        }
        twice.ifPresent(found -> {
            assertThat(found.estimate()).isCloseTo(answer.estimate(), within(1e-6 * answer.standardError()));
            assertThat(found.standardError()).isGreaterThan(0.95 * answer.standardError());
        });
    }

    private static void assertSame(Attribution answer, Attribution changed) {
        double size = Math.max(Math.abs(answer.estimate()), answer.standardError());
        assertThat(changed.estimate()).as("estimate").isCloseTo(answer.estimate(), within(RELATIVE * size));
        assertThat(changed.standardError())
                .as("standard error")
                .isCloseTo(answer.standardError(), within(RELATIVE * size));
        assertThat(changed.pValue()).as("p-value").isCloseTo(answer.pValue(), within(RELATIVE));
    }

    private static String with(String study, String role) {
        return study.replace("\"columns\": {", "\"columns\": {" + role + ", ");
    }

    private static Dataset constant(Dataset data) {
        double[] ones = new double[data.rows()];
        Arrays.fill(ones, 1);
        List<Column> columns = new ArrayList<>(data.columns());
        columns.add(new Column.Numeric("k", ones));
        return new Dataset(data.name(), columns, data.rows(), data.sha256());
    }

    private static Dataset scaled(Dataset data, String name, double factor) {
        return changed(
                data,
                data.rows(),
                column -> column.name().equals(name)
                        ? Arrays.stream(column.values())
                                .map(value -> value * factor)
                                .toArray()
                        : column.values());
    }

    private static Dataset twice(Dataset data) {
        return changed(
                data,
                2 * data.rows(),
                column -> IntStream.range(0, 2 * data.rows())
                        .mapToDouble(row -> column.values()[row / 2])
                        .toArray());
    }

    private static Dataset changed(
            Dataset data, int rows, java.util.function.Function<Column.Numeric, double[]> values) {
        return new Dataset(
                data.name(),
                data.columns().stream()
                        .map(column -> (Column.Numeric) column)
                        .map(column -> (Column) new Column.Numeric(column.name(), values.apply(column), column.scale()))
                        .toList(),
                rows,
                data.sha256());
    }
}

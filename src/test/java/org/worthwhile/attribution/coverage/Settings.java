package org.worthwhile.attribution.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.worthwhile.attribution.coverage.ConfoundedSource.Choice;
import org.worthwhile.attribution.coverage.SeriesSource.Clock;
import org.worthwhile.attribution.coverage.Setting.Standard;

/** The settings of the matrix. */
final class Settings {

    private static final int[] LENGTHS = {24, 48, 96};

    private final List<Setting> all = new ArrayList<>();

    private Settings() {}

    static List<Setting> all() {
        Settings settings = new Settings();
        settings.series();
        settings.differences();
        settings.panels();
        settings.trials();
        settings.synthetic();
        settings.discontinuities();
        settings.instruments();
        settings.comparisons();
        settings.causes();
        return List.copyOf(settings.all);
    }

    private void series() {
        for (Method method : List.of(Method.SEGMENTED, Method.STRUCTURAL)) {
            for (int length : LENGTHS) {
                for (Memory memory : Memory.values()) {
                    boolean near = memory == Memory.RANDOM_WALK_AND_NOISE
                            || method == Method.STRUCTURAL && memory == Memory.RANDOM_WALK;
                    List<NullCheck> nulls = new ArrayList<>();
                    if (memory != Memory.RANDOM_WALK_AND_NOISE) {
                        nulls.addAll(NullCheck.tests("autocorrelation", "placebo-date", "drift-beneath-noise"));
                    }
                    if (Set.of(Memory.NONE, Memory.SOME, Memory.MUCH).contains(memory)) {
                        nulls.addAll(NullCheck.tests("random-walk"));
                    }
                    if (method == Method.SEGMENTED) {
                        nulls.addAll(NullCheck.tests("stability"));
                    }
                    add(method, near, new SeriesSource(length, memory), nulls);
                }
            }
            for (int length : new int[] {24, 36, 48, 96}) {
                for (Memory memory : List.of(Memory.NONE, Memory.MUCH)) {
                    // In two years a season cannot be told, which is said.
                    List<NullCheck> nulls = length > 24 ? NullCheck.tests("seasonality") : List.of();
                    add(method, false, new SeriesSource(length, memory, Clock.MONTHS, 0), nulls);
                    add(method, false, new SeriesSource(length, memory, Clock.MONTHS, 2), List.of());
                    add(method, true, new SeriesSource(length, memory, Clock.WHOLE_NUMBERS, 2), List.of());
                }
            }
        }
        for (Method method : List.of(Method.SEGMENTED, Method.POISSON, Method.NEGATIVE_BINOMIAL, Method.STRUCTURAL)) {
            for (int length : LENGTHS) {
                for (Memory memory : List.of(Memory.NONE, Memory.MUCH)) {
                    for (double mean : new double[] {5, 30}) {
                        add(
                                method,
                                false,
                                new CountSource(length, memory, mean),
                                NullCheck.tests("autocorrelation", "placebo-date", "stability"));
                    }
                }
            }
        }
    }

    private void differences() {
        List<NullCheck> nulls = NullCheck.tests("pre-trends", "placebo-date");
        for (Method method : List.of(Method.GROUP_TIME, Method.TWO_WAY, Method.IMPUTATION)) {
            for (int units : new int[] {12, 20, 50}) {
                for (double memory : new double[] {0.5, 0.8}) {
                    add(method, false, new PanelSource(units, units / 2, memory), nulls);
                }
            }
            for (int units : new int[] {20, 50}) {
                for (int treated : new int[] {1, 3, 5}) {
                    add(method, false, new PanelSource(units, treated, 0.8), nulls);
                }
            }
            for (int treated : new int[] {1, 2, 3, 5}) {
                add(method, treated == 1, new PanelSource(50, treated, 0.8, 3, 1), nulls);
            }
            add(method, false, new PanelSource(20, 3, 0.8, 3, 1), nulls);
            for (int districts : new int[] {12, 20}) {
                add(method, false, new DistrictSource(districts), nulls);
            }
            for (int units : new int[] {12, 20, 50}) {
                add(method, false, new PanelSource(units, units / 2, 0.5, 1, 3), nulls);
            }
        }
    }

    private void panels() {
        for (int units : new int[] {10, 20, 40}) {
            add(
                    Method.PANEL,
                    false,
                    new RegressionSource(new PanelSource(units, units / 2, 0.8), true),
                    NullCheck.tests("cross-dependence"));
        }
        add(
                Method.PANEL,
                false,
                new RegressionSource(new PanelSource(40, 2, 0.8), true),
                NullCheck.tests("cross-dependence"));
        add(
                Method.PANEL,
                false,
                new RegressionSource(new PanelSource(12, 3, 0.8), true),
                NullCheck.tests("cross-dependence"));
        for (int units : new int[] {20, 40}) {
            add(Method.PANEL, true, new ShockSource(units), List.of());
        }
        for (int clusters : new int[] {8, 16, 40}) {
            add(Method.PANEL, false, new ClusteredSource(clusters), List.of());
        }
        for (Method method : List.of(Method.RANDOM_EFFECTS, Method.FIRST_DIFFERENCES)) {
            add(method, false, new RegressionSource(new PanelSource(40, 20, 0.5), false), NullCheck.tests("hausman"));
        }
    }

    private void trials() {
        for (int clusters : new int[] {8, 12, 20}) {
            for (boolean equal : new boolean[] {true, false}) {
                add(Method.TRIAL, false, new ClusterTrialSource(clusters, clusters / 2, equal), List.of());
            }
        }
        for (int clusters : new int[] {12, 20, 50}) {
            add(Method.TRIAL, false, new ClusterTrialSource(clusters, 3, false), List.of());
        }
        for (TrialSource source : List.of(
                new TrialSource(200, 100, new TrialSource.Event(0.02)),
                new TrialSource(200, 40, new TrialSource.Event(0.02)),
                new TrialSource(200, 40, new TrialSource.Event(0.05)),
                new TrialSource(1000, 100, new TrialSource.Event(0.02)),
                new TrialSource(400, 200, new TrialSource.Cost(1.8)),
                new TrialSource(400, 40, new TrialSource.Cost(1.8)),
                new TrialSource(400, 40, new TrialSource.Cost(1)))) {
            add(Method.TRIAL, false, source, List.of());
        }
        for (int treated : new int[] {60, 12}) {
            add(
                    Method.TRIAL,
                    false,
                    new TrialSource(120, treated, new TrialSource.Adjusted()),
                    NullCheck.tests("assignment-balance"));
        }
    }

    private void synthetic() {
        List<NullCheck> nulls = NullCheck.limits("pre-period-fit");
        for (Method method : List.of(Method.SYNTHETIC_DID, Method.SYNTHETIC_CONTROL)) {
            for (int donors : new int[] {9, 19, 39}) {
                add(method, false, new FactorSource(donors, 0.5), nulls);
                add(method, true, new FactorSource(donors, 1.5), List.of());
            }
            add(method, true, new FactorSource(19, 1, 0.5, 2), List.of());
            add(method, false, new FactorSource(37, 3, 0.5, 1), nulls);
        }
    }

    private void discontinuities() {
        List<NullCheck> nulls = NullCheck.tests("density", "placebo-above", "placebo-below");
        for (int rows : new int[] {200, 500, 2000}) {
            for (Curve curve : Curve.values()) {
                add(Method.DISCONTINUITY, false, new CutoffSource(rows, curve), nulls);
            }
        }
        for (int rows : new int[] {500, 2000}) {
            for (int whole : new int[] {10, 30}) {
                add(Method.DISCONTINUITY, false, new CutoffSource(rows, Curve.BENDING, whole, false), nulls);
            }
            add(Method.DISCONTINUITY, false, new CutoffSource(rows, Curve.BENDING, 0, true), nulls);
        }
        add(Method.DISCONTINUITY, false, new SchoolSource(), NullCheck.tests("density", "continuity"));
        for (double jump : new double[] {0.1, 0.3, 0.7}) {
            add(Method.FUZZY, jump < 0.3, new FuzzySource(500, jump), nulls);
        }
    }

    private void instruments() {
        for (int instruments : new int[] {1, 5}) {
            for (double strength : new double[] {3, 8, 15}) {
                for (double endogeneity : new double[] {0.3, 0.9}) {
                    add(
                            Method.INSTRUMENT,
                            false,
                            new InstrumentSource(instruments, strength, endogeneity),
                            NullCheck.tests("overidentification"));
                }
            }
        }
        add(Method.INSTRUMENT, false, new InstrumentSource(2, 3, 0.9), NullCheck.tests("overidentification"));
        for (int instruments : new int[] {1, 5}) {
            add(
                    Method.INSTRUMENT,
                    false,
                    new InstrumentSource(instruments, 60, 0.5),
                    NullCheck.tests("overidentification"));
        }
    }

    private void comparisons() {
        for (Method method :
                List.of(Method.AIPW, Method.IPW, Method.OVERLAP, Method.REGRESSION, Method.MATCHING, Method.ENTROPY)) {
            for (int rows : new int[] {200, 1000}) {
                for (Choice choice : Choice.values()) {
                    boolean hard = choice == Choice.LITTLE_OVERLAP
                            || choice == Choice.KANG_SCHAFER
                            || choice == Choice.RARE && rows == 200
                            || method == Method.MATCHING && choice == Choice.HALF;
                    List<NullCheck> nulls = new ArrayList<>();
                    if (choice == Choice.HALF || choice == Choice.QUARTER) {
                        nulls.addAll(NullCheck.limits("overlap"));
                    }
                    // With hardly more controls than treated rows, matches without replacement are no choice and
                    // balance nothing.
                    if (choice == Choice.QUARTER || choice == Choice.HALF && method != Method.MATCHING) {
                        nulls.addAll(NullCheck.limits("balance"));
                    }
                    if (choice != Choice.KANG_SCHAFER) {
                        nulls.addAll(NullCheck.tests("functional-form"));
                    }
                    add(method, hard, new ConfoundedSource(rows, choice), nulls);
                }
            }
        }
    }

    private void causes() {
        for (int units : new int[] {10, 20, 40, 100}) {
            add(Method.CAUSES, false, new CausesSource(units, CausesSource.Target.POPULATION), List.of());
        }
        add(Method.CAUSES, true, new CausesSource(40, CausesSource.Target.THESE_UNITS), List.of());
    }

    private void add(Method method, boolean told, Source source, List<NullCheck> nulls) {
        all.add(new Setting(method, source, told ? Standard.TOLD : Standard.HELD, nulls));
    }
}

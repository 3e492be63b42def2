package org.worthwhile.attribution.coverage;

import java.util.random.RandomGenerator;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.MadeData;

/** How the data sets of a setting are made. */
sealed interface Source
        permits SeriesSource,
                CountSource,
                PanelSource,
                DistrictSource,
                RegressionSource,
                ShockSource,
                ClusteredSource,
                ClusterTrialSource,
                TrialSource,
                FactorSource,
                CutoffSource,
                SchoolSource,
                FuzzySource,
                InstrumentSource,
                ConfoundedSource,
                CausesSource {

    /** What is special about the data, in words. */
    String name();

    /** The columns of a study of the data, as a study writes them. */
    String columns();

    Drawn draw(RandomGenerator random);

    /** What the setting is about; the headline, unless a source says otherwise. */
    default Finding finding(Attribution answer) {
        return answer.finding();
    }

    /** A data set with the truth of it. */
    record Drawn(MadeData data, double truth) {}
}

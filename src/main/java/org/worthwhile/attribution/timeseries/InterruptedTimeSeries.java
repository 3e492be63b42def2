package org.worthwhile.attribution.timeseries;

import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.StudyCase;

/** One series before and after an interruption: how its level and its trend change, beside other series or alone. */
final class InterruptedTimeSeries {

    private static final int LEVEL_ALONE = 2;
    private static final int LEVEL_WITH_CONTROLS = 3;

    Attribution attribute(StudyCase studyCase) {
        SeriesOptions options = studyCase.options(SeriesOptions.class);
        boolean bayesian = options.estimator() == SeriesOptions.Estimator.BAYESIAN_STRUCTURAL;
        if (bayesian && (options.ofCounts() || options.exposure().isPresent())) {
            throw studyCase.unusable(
                    options.ofCounts() ? "/options/family" : "/options/exposure",
                    "the Bayesian structural series takes no counts and no exposure",
                    "leave the option out, or use the estimator segmented");
        }
        if (bayesian && !options.interruptions().isEmpty()) {
            throw studyCase.unusable(
                    "/options/interruptions",
                    "the Bayesian structural series takes one interruption",
                    "leave the others out, or use the estimator segmented");
        }
        if (options.errors() == SeriesOptions.Errors.AUTOREGRESSIVE
                && options.lag().isPresent()) {
            throw studyCase.unusable(
                    "/options/lag",
                    "a lag is Newey and West's, and errors are an autoregression",
                    "leave it out, or give the option errors as newey-west");
        }
        InterruptedSeries series = SeriesReader.read(studyCase);
        boolean controlled = series.hasComparison() || !series.controls().isEmpty();
        int marylandLevel = controlled ? LEVEL_WITH_CONTROLS : LEVEL_ALONE;
        return bayesian
                ? new StructuralStudy(studyCase, series).attribute(marylandLevel)
                : new SegmentedStudy(studyCase, series).attribute(marylandLevel);
    }
}

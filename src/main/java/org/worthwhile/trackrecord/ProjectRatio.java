package org.worthwhile.trackrecord;

/**
 * A completed project's outcome as a ratio to its forecast.
 *
 * @param outcome at the prices of the forecast
 * @param ratio of the outcome to the forecast without the optimism bias that it contains
 * @param published ratio of the outcome to the forecast as it was published
 * @param converted whether the outcome was converted to the prices of the forecast
 */
public record ProjectRatio(PastProject project, double outcome, double ratio, double published, boolean converted) {

    static ProjectRatio of(PastProject project, TrackRecord record) {
        double factor = 1;
        boolean isConverted = !project.forecastPrices().equals(project.outcomePrices());
        if (isConverted) {
            factor = record.index()
                    .orElseThrow()
                    .factor(
                            project.outcomePrices().orElseThrow(),
                            project.forecastPrices().orElseThrow());
        }
        double outcome = project.outcome() * factor;
        return new ProjectRatio(
                project, outcome, outcome / project.baseForecast(), outcome / project.forecast(), isConverted);
    }
}

package org.worthwhile.exchange;

import org.worthwhile.proposal.Distribution;
import tools.jackson.databind.node.ObjectNode;

/** Writes how unsure an input is. */
final class DistributionWriter {

    private DistributionWriter() {}

    static ObjectNode tree(Distribution distribution) {
        ObjectNode node = JsonText.object();
        switch (distribution) {
            case Distribution.Uniform(double low, double high, var relative) ->
                node.put("distribution", "uniform").put("low", low).put("high", high);
            case Distribution.Triangular(double low, double mode, double high, var relative) ->
                node.put("distribution", "triangular")
                        .put("low", low)
                        .put("mode", mode)
                        .put("high", high);
            case Distribution.Pert(double low, double mode, double high, var relative) ->
                node.put("distribution", "pert")
                        .put("low", low)
                        .put("mode", mode)
                        .put("high", high);
            case Distribution.Normal(double mean, double sd, var relative) ->
                node.put("distribution", "normal").put("mean", mean).put("sd", sd);
            case Distribution.LogNormal(double mean, double sd, var relative) ->
                node.put("distribution", "log-normal").put("mean", mean).put("sd", sd);
            case Distribution.Beta(double alpha, double beta, double low, double high, var relative) ->
                node.put("distribution", "beta")
                        .put("alpha", alpha)
                        .put("beta", beta)
                        .put("low", low)
                        .put("high", high);
            case Distribution.Gamma(double shape, double scale, var relative) ->
                node.put("distribution", "gamma").put("shape", shape).put("scale", scale);
            case Distribution.StudentT(double location, double scale, double degreesOfFreedom, var relative) ->
                node.put("distribution", "student-t")
                        .put("location", location)
                        .put("scale", scale)
                        .put("degreesOfFreedom", degreesOfFreedom);
            case Distribution.Event(double probability) ->
                node.put("distribution", "event").put("probability", probability);
            case Distribution.Discrete(var values, var probabilities, var relative) -> {
                node.put("distribution", "discrete");
                values.forEach(node.putArray("values")::add);
                probabilities.forEach(node.putArray("probabilities")::add);
            }
            case Distribution.Empirical(var draws, var relative) -> {
                node.put("distribution", "empirical");
                draws.forEach(node.putArray("draws")::add);
            }
        }
        return node.put("relative", distribution.relative());
    }
}

package org.worthwhile.exchange;

import java.util.List;
import org.worthwhile.proposal.Distribution;
import org.worthwhile.proposal.DistributionKind;
import org.worthwhile.proposal.DistributionParameter;
import tools.jackson.databind.node.ObjectNode;

/** Writes how unsure an input is. */
final class DistributionWriter {

    private DistributionWriter() {}

    static ObjectNode tree(Distribution distribution) {
        DistributionKind kind = DistributionKind.of(distribution);
        ObjectNode node = JsonText.object().put("distribution", kind.word());
        for (DistributionParameter parameter : kind.parameters()) {
            List<Double> numbers = kind.numbers(distribution, parameter);
            if (parameter.isList()) {
                numbers.forEach(node.putArray(parameter.name())::add);
            } else {
                node.put(parameter.name(), numbers.getFirst());
            }
        }
        return node.put("relative", distribution.relative());
    }
}

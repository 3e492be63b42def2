package org.worthwhile.appraisal;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.framework.Framework;
import org.worthwhile.proposal.Beneficiary;
import org.worthwhile.proposal.Group;

/**
 * Who gains, against business as usual.
 *
 * @param weightedNpsv the net present social value with each group's gains times its distributional weight; what came to
 *     no group in particular counts once
 * @param groups in the proposal's order
 * @param notAllocated the net present social value less what comes to groups: impacts of nobody in particular, and costs
 */
public record Incidence(double weightedNpsv, List<GroupGain> groups, double notAllocated) {

    public Incidence {
        groups = List.copyOf(groups);
    }

    /**
     * A group's gains.
     *
     * @param presentValue of its shares of impacts
     * @param weight of a pound to the group; 1 where its income is not known or the framework has no weights
     */
    public record GroupGain(Group group, double presentValue, double weight) {
        /** The gain in money of the reference income: present value times weight. */
        public double weighted() {
            return presentValue * weight;
        }
    }

    static Incidence of(
            double npsv, OptionFlows own, OptionFlows businessAsUsual, List<Group> groups, Framework framework) {
        List<GroupGain> gains = new ArrayList<>();
        double weighted = npsv;
        double allocated = 0;
        for (Group group : groups) {
            double value = gain(group, own) - gain(group, businessAsUsual);
            double weight = weight(group, framework);
            gains.add(new GroupGain(group, value, weight));
            allocated += value;
            weighted += value * (weight - 1);
        }
        return new Incidence(weighted, gains, npsv - allocated);
    }

    static double weight(Group group, Framework framework) {
        return group.incomeIndex().isPresent()
                ? framework.distributionalWeight(group.incomeIndex().getAsDouble())
                : 1;
    }

    private static double gain(Group group, OptionFlows flows) {
        double gain = 0;
        for (int i = 0; i < flows.impacts().size(); i++) {
            for (Beneficiary beneficiary : flows.impacts().get(i).line().beneficiaries()) {
                if (beneficiary.group().equals(group.id())) {
                    gain += beneficiary.share().value() * flows.impactValue(i);
                }
            }
        }
        return gain;
    }
}

package org.worthwhile.uncertainty;

import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.OptionResult;

/** What rounding is judged beside: ten times the money of all flows of an appraisal, whatever their signs. */
final class Turnover {

    private Turnover() {}

    static double of(Appraisal appraisal) {
        double money = 1;
        for (OptionResult option : appraisal.options()) {
            for (var cost : option.costs()) {
                for (double amount : cost.flows().toArray()) {
                    money += Math.abs(amount);
                }
            }
            for (var impact : option.impacts()) {
                for (double amount : impact.flows().toArray()) {
                    money += Math.abs(amount);
                }
            }
        }
        return money * 10;
    }
}

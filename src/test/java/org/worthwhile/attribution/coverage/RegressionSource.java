package org.worthwhile.attribution.coverage;

import java.util.random.RandomGenerator;

/** A panel whose study names the treatment and fixed effects of time, and of units if it says so. */
record RegressionSource(PanelSource panel, boolean unitEffects) implements Source {

    @Override
    public String name() {
        return panel.name();
    }

    @Override
    public String columns() {
        return "\"outcome\": \"y\", \"unit\": \"u\", \"time\": \"t\", \"treatment\": \"d\", \"fixedEffects\": ["
                + (unitEffects ? "\"u\", \"t\"]" : "\"t\"]");
    }

    @Override
    public Drawn draw(RandomGenerator random) {
        return panel.draw(random);
    }
}

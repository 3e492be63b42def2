package org.worthwhile.proposal;

/**
 * What of a gross effect is truly additional and due to the proposal.
 *
 * @param deadweight share that would have happened anyway
 * @param displacement share taken from others
 * @param leakage share that benefits people outside the target area or group
 * @param substitution share where one thing is replaced with a like one
 * @param attribution share due to this proposal and not to others
 * @param multiplier knock-on effects as a factor
 */
public record Additionality(
        Figure deadweight,
        Figure displacement,
        Figure leakage,
        Figure substitution,
        Figure attribution,
        Figure multiplier) {

    public static final Additionality WHOLE =
            new Additionality(Figure.ZERO, Figure.ZERO, Figure.ZERO, Figure.ZERO, Figure.ONE, Figure.ONE);
}

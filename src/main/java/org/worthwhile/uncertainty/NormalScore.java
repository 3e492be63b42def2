package org.worthwhile.uncertainty;

/**
 * The standard normal distribution and its inverse, with the same bits on any machine: beside the four operations and the
 * square root, which the language defines exactly, only {@link StrictMath} is called.
 */
final class NormalScore {

    private static final double ROOT_OF_TWO_PI = 2.5066282746310002;

    private static final double[] CENTRAL_UPPER = {
        3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
        4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3
    };
    private static final double[] CENTRAL_LOWER = {
        1,
        4.2313330701600911252e1,
        6.8718700749205790830e2,
        5.3941960214247511077e3,
        2.1213794301586595867e4,
        3.9307895800092710610e4,
        2.8729085735721942674e4,
        5.2264952788528545610e3
    };
    private static final double[] OUTER_UPPER = {
        1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
        1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4
    };
    private static final double[] OUTER_LOWER = {
        1,
        2.05319162663775882187e0,
        1.67638483018380384940e0,
        6.89767334985100004550e-1,
        1.48103976427480074590e-1,
        1.51986665636164571966e-2,
        5.47593808499534494600e-4,
        1.05075007164441684324e-9
    };
    private static final double[] TAIL_UPPER = {
        6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7
    };
    private static final double[] TAIL_LOWER = {
        1,
        5.99832206555887937690e-1,
        1.36929880922735805310e-1,
        1.48753612908506148525e-2,
        7.86869131145613259100e-4,
        1.84631831751005468180e-5,
        1.42151175831644588870e-7,
        2.04426310338993978564e-15
    };

    private static final double[] NEAR_UPPER = {
        1.8154981253343561249e4,
        1.0676894854603709582e3,
        1.6102823106855587881e2,
        2.2352520354606839287,
        6.5682337918207449113e-2
    };
    private static final double[] NEAR_LOWER = {
        4.5507789335026729956e4, 1.0260932208618978205e4, 9.7609855173777669322e2, 4.720258190468824187e1, 1
    };
    private static final double[] MIDDLE_UPPER = {
        9.8427148383839780218e3, 1.1602651437647350124e4, 6.8481904505362823326e3, 2.4945375852903726711e3,
        5.9727027639480026226e2, 9.3506656132177855979e1, 8.8831497943883759412, 3.9894151208813466764e-1,
        1.0765576773720192317e-8
    };
    private static final double[] MIDDLE_LOWER = {
        1.9685429676859990727e4,
        3.8912003286093271411e4,
        3.4900952721145977266e4,
        1.8615571640885098091e4,
        6.485558298266760755e3,
        1.519377599407554805e3,
        2.3538790178262499861e2,
        2.2266688044328115691e1,
        1
    };
    private static final double[] FAR_UPPER = {
        -2.9112874951168792e-5,
        -1.421619193227893466e-3,
        -2.2235277870649807e-2,
        -1.274011611602473639e-1,
        -2.1589853405795699e-1,
        -2.307344176494017303e-2
    };
    private static final double[] FAR_LOWER = {
        7.29751555083966205e-5,
        3.78239633202758244e-3,
        6.59881378689285515e-2,
        4.68238212480865118e-1,
        1.28426009614491121,
        1
    };

    private NormalScore() {}

    /**
     * The score that a standard normal variable stays below with a probability, to about 16 digits (Wichura 1988, algorithm AS
     * 241, Applied Statistics 37).
     *
     * @param probability strictly between 0 and 1
     */
    static double at(double probability) {
        double fromHalf = probability - 0.5;
        if (Math.abs(fromHalf) <= 0.425) {
            double r = 0.180625 - fromHalf * fromHalf;
            return fromHalf * polynomial(CENTRAL_UPPER, r) / polynomial(CENTRAL_LOWER, r);
        }
        double r = Math.sqrt(-StrictMath.log(fromHalf < 0 ? probability : 1 - probability));
        double size = r <= 5
                ? polynomial(OUTER_UPPER, r - 1.6) / polynomial(OUTER_LOWER, r - 1.6)
                : polynomial(TAIL_UPPER, r - 5) / polynomial(TAIL_LOWER, r - 5);
        return fromHalf < 0 ? -size : size;
    }

    /**
     * The probability that a standard normal variable stays below a score, to about 16 digits (Cody 1969, Mathematics of
     * Computation 23; 1993, algorithm 715, ACM Transactions on Mathematical Software 19).
     */
    static double probability(double score) {
        double size = Math.abs(score);
        if (size <= 0.67448975) {
            double square = score * score;
            return 0.5 + score * polynomial(NEAR_UPPER, square) / polynomial(NEAR_LOWER, square);
        }
        double beyond;
        if (size <= Math.sqrt(32)) {
            beyond = polynomial(MIDDLE_UPPER, size) / polynomial(MIDDLE_LOWER, size);
        } else {
            double inverseSquare = 1 / (size * size);
            double correction =
                    inverseSquare * polynomial(FAR_UPPER, inverseSquare) / polynomial(FAR_LOWER, inverseSquare);
            beyond = (1 / ROOT_OF_TWO_PI + correction) / size;
        }
        // exp(-x^2 / 2) with the square taken apart, so that its rounding is not enlarged.
        double sixteenths = (int) (size * 16) / 16.0;
        double rest = (size - sixteenths) * (size + sixteenths);
        beyond *= StrictMath.exp(-sixteenths * sixteenths / 2) * StrictMath.exp(-rest / 2);
        return score < 0 ? beyond : 1 - beyond;
    }

    /** The density at a score. */
    static double density(double score) {
        return StrictMath.exp(-score * score / 2) / ROOT_OF_TWO_PI;
    }

    /** By Horner's rule; coefficients from the constant up. */
    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }
}

package org.worthwhile.attribution.observational;

import java.util.List;

/** Rows that may be matched to others, by how near they are. */
sealed interface Candidates permits ScoreCandidates, MahalanobisCandidates {

    /** No row is near enough. */
    int NONE = -1;

    /**
     * The row nearest to another of those that are left, the first in the data among equally near ones; {@link #NONE} if none is
     * near enough.
     *
     * @param without rows that do not count
     */
    int nearest(int row, List<Integer> without);

    /** Leaves a row out from now on. */
    void take(int row);

    /** The least distances from a row, rising, those taken among them; at most as many as asked for, and near enough. */
    double[] distances(int row, int most);

    /** The rows no further than a distance from a row, those taken among them, in the order of the data. */
    int[] within(int row, double distance);
}

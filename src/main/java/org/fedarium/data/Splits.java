package org.fedarium.data;

import org.fedarium.math.RandomStream;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/// Gives every row its role. The split depends on the data and the SPLIT stream only, so all
/// partitions and client counts are compared on the same test set. Test rows are drawn before
/// validation rows: another validation fraction leaves the test set as it is.
public final class Splits {
    private Splits() {}

    /// Stratified by class for classification; plain for regression. Fractions are rounded half up
    /// per class, and every class keeps at least one training row.
    ///
    /// @param stream the SPLIT stream
    public static Roles split(Dataset dataset, Preparation preparation, RandomStream stream) {
        Examples examples = dataset.examples();
        boolean byClass = examples.labels().length > 0;
        int classes = byClass ? dataset.classes() : 1;
        int[] sizes = new int[classes];
        for (int i = 0; i < examples.rows(); i++) {
            sizes[byClass ? examples.labels()[i] : 0]++;
        }
        int[][] members = new int[classes][];
        int[][] parts = new int[classes][];
        int[] totals = new int[3];
        for (int y = 0; y < classes; y++) {
            members[y] = new int[sizes[y]];
            int test = Math.min(share(preparation.testFraction(), sizes[y]), sizes[y] - 1);
            test = Math.max(0, test);
            int validation = share(preparation.validationFraction(), sizes[y]);
            validation = Math.max(0, Math.min(validation, sizes[y] - test - 1));
            parts[y] = new int[] {sizes[y] - test - validation, validation, test};
            for (int role = 0; role < 3; role++) {
                totals[role] += parts[y][role];
            }
        }
        int[] next = new int[classes];
        for (int i = 0; i < examples.rows(); i++) {
            int y = byClass ? examples.labels()[i] : 0;
            members[y][next[y]++] = i;
        }
        int[][] roles = {new int[totals[0]], new int[totals[1]], new int[totals[2]]};
        int[] filled = new int[3];
        for (int y = 0; y < classes; y++) {
            stream.shuffle(members[y], members[y].length);
            int from = 0;
            for (int role = 2; role >= 0; role--) {
                System.arraycopy(members[y], from, roles[role], filled[role], parts[y][role]);
                from += parts[y][role];
                filled[role] += parts[y][role];
            }
        }
        for (int[] rows : roles) {
            Arrays.sort(rows);
        }
        return new Roles(roles[0], roles[1], roles[2]);
    }

    /// fraction * n rounded half up, in decimal: 0.29 * 50 is 14.5 here, though not in binary.
    static int share(double fraction, int n) {
        return BigDecimal.valueOf(fraction)
                .multiply(BigDecimal.valueOf(n))
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}

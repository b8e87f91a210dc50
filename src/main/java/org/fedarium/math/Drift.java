package org.fedarium.math;

/// How far the clients' models went apart in a round, and in which directions.
public final class Drift {
    private Drift() {}

    /// (1/m) sum_k ||y_k - mean y||: mean distance of the members' models from their plain mean; 0
    /// for one member, NaN for none.
    public static double meanDistance(double[][] models) {
        if (models.length == 0) {
            return Double.NaN;
        }
        double[] mean = new double[models[0].length];
        for (double[] model : models) {
            Vectors.add(mean, 1.0 / models.length, model);
        }
        double sum = 0;
        for (double[] model : models) {
            sum += Vectors.distance(model, mean);
        }
        return models.length == 1 ? 0 : sum / models.length;
    }

    /// Cosines of the angles between all updates: symmetric, 1 on the diagonal; NaN in the row and
    /// column of an update that is zero.
    public static double[][] cosines(double[][] updates) {
        int m = updates.length;
        double[][] cosines = new double[m][m];
        for (int i = 0; i < m; i++) {
            double own = Vectors.norm(updates[i]);
            cosines[i][i] = own > 0 ? 1 : Double.NaN;
            for (int j = 0; j < i; j++) {
                cosines[i][j] = Vectors.cosine(updates[i], updates[j]);
                cosines[j][i] = cosines[i][j];
            }
        }
        return cosines;
    }
}

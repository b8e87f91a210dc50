package org.fedarium.privacy;

import org.fedarium.math.Vectors;

/// Flat clipping: u <- u min(1, S / ||u||_2). One client can then move the sum by at most S.
///
/// McMahan, Ramage, Talwar, Zhang: Learning Differentially Private Recurrent Language Models, ICLR
/// 2018. It acts on the update, never on the model.
public final class Clipping {
    private Clipping() {}

    /// Clips in place; true when the update was within the bound already.
    ///
    /// @param bound S, not negative
    public static boolean clip(double[] update, double bound) {
        double norm = Vectors.norm(update);
        if (norm <= bound) {
            return true;
        }
        // A norm that is not finite has no direction to keep: nothing of it may pass.
        if (!(norm < Double.POSITIVE_INFINITY)) {
            java.util.Arrays.fill(update, 0);
            return false;
        }
        Vectors.scale(update, bound / norm);
        return false;
    }
}

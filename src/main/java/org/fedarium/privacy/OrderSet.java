package org.fedarium.privacy;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which Renyi orders are tried. Any set gives a valid epsilon; a finer one may give a smaller one.
public enum OrderSet {
    /// Opacus: 1.1, 1.2, ..., 10.9 and 12, ..., 63.
    OPACUS,
    /// Google's dp_accounting: 1.1, 1.2, ..., 10.9; 11, ..., 63; 128, 256, 512, 1024.
    DP_ACCOUNTING,
    /// TensorFlow Privacy's compute_dp_sgd_privacy: 1.25 to 2.5, 3 to 4.5 by halves, 5 to 63, 128,
    /// 256, 512.
    TF_PRIVACY;

    /// A new array, in increasing order.
    public double[] orders() {
        return switch (this) {
            case OPACUS -> join(tenths(), whole(12, 63));
            case DP_ACCOUNTING -> join(tenths(), whole(11, 63), of(128, 256, 512, 1024));
            case TF_PRIVACY ->
                    join(
                            of(1.25, 1.5, 1.75, 2, 2.25, 2.5, 3, 3.5, 4, 4.5),
                            whole(5, 63),
                            of(128, 256, 512));
        };
    }

    private static double[] tenths() {
        return IntStream.rangeClosed(11, 109).mapToDouble(i -> i / 10.0).toArray();
    }

    private static double[] whole(int first, int last) {
        return IntStream.rangeClosed(first, last).asDoubleStream().toArray();
    }

    private static double[] of(double... orders) {
        return orders;
    }

    private static double[] join(double[]... parts) {
        return Stream.of(parts).flatMapToDouble(DoubleStream::of).toArray();
    }
}

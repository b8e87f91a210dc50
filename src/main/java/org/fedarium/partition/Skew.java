package org.fedarium.partition;

/// How different the clients' class mixes are from the mix of all their data.
public enum Skew {
    /// sum |p - q|, called EMD by Zhao et al. (arXiv 1806.00582); 0 to 2.
    L1("L1 (EMD of Zhao 2018)") {
        @Override
        public double between(double[] p, double[] q) {
            double sum = 0;
            for (int i = 0; i < p.length; i++) {
                sum += Math.abs(p[i] - q[i]);
            }
            return sum;
        }
    },
    /// Half of L1; 0 to 1.
    TOTAL_VARIATION("Total variation") {
        @Override
        public double between(double[] p, double[] q) {
            return L1.between(p, q) / 2;
        }
    },
    /// sum p log(p / q) in nats; infinite when q lacks a class that p has.
    KL("Kullback-Leibler (nats)") {
        @Override
        public double between(double[] p, double[] q) {
            double sum = 0;
            for (int i = 0; i < p.length; i++) {
                sum += p[i] > 0 ? p[i] * StrictMath.log(p[i] / q[i]) : 0;
            }
            return Math.max(0, sum);
        }
    },
    /// Square root of the Jensen-Shannon divergence in bits; 0 to 1.
    JENSEN_SHANNON("Jensen-Shannon distance") {
        @Override
        public double between(double[] p, double[] q) {
            double[] middle = new double[p.length];
            for (int i = 0; i < p.length; i++) {
                middle[i] = (p[i] + q[i]) / 2;
            }
            double nats = (KL.between(p, middle) + KL.between(q, middle)) / 2;
            return Math.sqrt(nats / StrictMath.log(2));
        }
    },
    /// sqrt(sum (sqrt p - sqrt q)^2 / 2); 0 to 1.
    HELLINGER("Hellinger distance") {
        @Override
        public double between(double[] p, double[] q) {
            double sum = 0;
            for (int i = 0; i < p.length; i++) {
                double d = Math.sqrt(p[i]) - Math.sqrt(q[i]);
                sum += d * d;
            }
            return Math.sqrt(sum / 2);
        }
    },
    /// sum |P - Q| of the cumulated mixes: the earth mover's distance when neighbouring classes are
    /// one step apart. Only for classes that have an order, such as deciles of a target.
    WASSERSTEIN("Wasserstein (ordered classes)") {
        @Override
        public double between(double[] p, double[] q) {
            double sum = 0;
            double lead = 0;
            for (int i = 0; i < p.length; i++) {
                lead += p[i] - q[i];
                sum += Math.abs(lead);
            }
            return sum;
        }
    };

    private final String label;

    Skew(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// The measure between two distributions over the same classes.
    public abstract double between(double[] p, double[] q);

    /// Every client's mix against the mix of all; NaN for a client without examples.
    ///
    /// @param counts examples by [client][class]
    public double[] perClient(int[][] counts) {
        double[] all = mix(sum(counts));
        double[] result = new double[counts.length];
        for (int k = 0; k < counts.length; k++) {
            double[] own = mix(counts[k]);
            result[k] = own.length > 0 && Double.isNaN(own[0]) ? Double.NaN : between(own, all);
        }
        return result;
    }

    /// The clients' mean, weighted by their examples; clients without examples do not count. NaN
    /// when there are no examples at all.
    public double weightedMean(int[][] counts) {
        double[] each = perClient(counts);
        double sum = 0;
        double examples = 0;
        for (int k = 0; k < counts.length; k++) {
            double n = 0;
            for (int count : counts[k]) {
                n += count;
            }
            sum += n > 0 ? n * each[k] : 0;
            examples += n;
        }
        return sum / examples;
    }

    private static int[] sum(int[][] counts) {
        int[] all = new int[counts.length == 0 ? 0 : counts[0].length];
        for (int[] client : counts) {
            for (int y = 0; y < all.length; y++) {
                all[y] += client[y];
            }
        }
        return all;
    }

    private static double[] mix(int[] counts) {
        double n = 0;
        for (int count : counts) {
            n += count;
        }
        double[] p = new double[counts.length];
        for (int y = 0; y < p.length; y++) {
            p[y] = counts[y] / n;
        }
        return p;
    }
}

package org.fedarium.partition;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;
import org.fedarium.math.Samplers;

import java.util.List;

/// Label skew, client by client (Hsu et al. 2019): every client draws its own mix of classes around
/// the mix of all data, and all clients get equally many examples.
///
/// q_k ~ Dir(alpha p) over the classes; examples are drawn without replacement, and a class that is
/// used up is left out of the mix from then on. Clients take turns, one example each, so that the
/// last client is not the one left with what nobody wanted.
public final class DirichletByClient implements Partition {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "partition",
                "dirichlet-by-client",
                "Dirichlet by client",
                "Each client draws its own mix of classes; all hold equally many examples.",
                "q_k ~ Dir(α p), n_k = n / K",
                "T. H. Hsu, H. Qi, M. Brown, Measuring the Effects of Non-Identical Data"
                        + " Distribution for Federated Visual Classification, arXiv 1909.06335,"
                        + " 2019",
                List.of(IidPartition.CLIENTS, DirichletByClass.ALPHA));
    }

    @Override
    public Dealer prepare(Request request, Values values, RandomStream stream) {
        int clients = values.integer("clients");
        double alpha = values.real("alpha");
        double[] prior = new double[request.classes()];
        for (int index : request.train()) {
            prior[request.classOf()[index]] += alpha / request.train().length;
        }
        RandomStream[] streams = Draws.perClient(stream, clients);
        double[][] mixes = new double[clients][];
        for (int k = 0; k < clients; k++) {
            mixes[k] = request.train().length == 0 ? prior : Samplers.dirichlet(streams[k], prior);
        }
        return new ClientDealer(IidPartition.numbered(clients), request.classOf(), mixes);
    }

    private record ClientDealer(List<String> clients, int[] classOf, double[][] mixes)
            implements Dealer {
        @Override
        public int[][] deal(int[] pool, RandomStream shuffle) {
            int count = clients.size();
            int classes = mixes[0].length;
            RandomStream[] streams = Draws.perClient(shuffle, count);
            int[][] members = Draws.byClass(pool, classOf, classes);
            int[] left = new int[classes];
            for (int y = 0; y < classes; y++) {
                shuffle.shuffle(members[y], members[y].length);
                left[y] = members[y].length;
            }
            int[][] hands = new int[count][];
            for (int k = 0; k < count; k++) {
                hands[k] = new int[pool.length / count + (k < pool.length % count ? 1 : 0)];
            }
            for (int i = 0; i < pool.length; i++) {
                int k = i % count;
                int y = draw(streams[k].nextDouble(), mixes[k], left);
                hands[k][i / count] = members[y][--left[y]];
            }
            return hands;
        }

        /// A class that is not used up, by the client's mix; by what is left when the mix has only
        /// classes that are used up.
        private static int draw(double u, double[] mix, int[] left) {
            double sum = 0;
            double all = 0;
            for (int y = 0; y < left.length; y++) {
                sum += left[y] > 0 ? mix[y] : 0;
                all += left[y];
            }
            double rest = u * (sum > 0 ? sum : all);
            int last = -1;
            for (int y = 0; y < left.length; y++) {
                double weight = sum > 0 ? mix[y] : left[y];
                if (left[y] > 0 && weight > 0) {
                    last = y;
                    rest -= weight;
                    if (rest < 0) {
                        return y;
                    }
                }
            }
            return last;
        }
    }
}

package org.fedarium.privacy;

import org.fedarium.catalog.BadInput;
import org.fedarium.math.RandomStream;

import java.util.ArrayList;
import java.util.List;

/// Splits a secret among n holders so that any t of them can put it together and fewer learn
/// nothing: points of a random polynomial of degree t - 1 whose value at 0 is the secret.
///
/// Shamir: How to Share a Secret, Communications of the ACM 22(11), 1979.
///
/// @param threshold t, from 1 to n
/// @param holders   n
public record ShamirSharing(int threshold, int holders) {
    public ShamirSharing {
        if (threshold < 1 || threshold > holders) {
            throw BadInput.of(
                    "secure.threshold",
                    "secure aggregation: the threshold {0} must be from 1 to the number of clients"
                            + " {1}.",
                    threshold,
                    holders);
        }
    }

    /// A point of the polynomial. `x` is 1 to n, `y` an element of [PrimeField].
    public record Share(int x, long y) {}

    /// Shares for the holders 1 to n, in this order.
    ///
    /// @param secret 0 to PrimeField.P - 1
    public List<Share> split(long secret, RandomStream stream) {
        long[] coefficients = new long[threshold];
        coefficients[0] = secret;
        for (int i = 1; i < threshold; i++) {
            coefficients[i] = PrimeField.draw(stream);
        }
        List<Share> shares = new ArrayList<>(holders);
        for (int x = 1; x <= holders; x++) {
            long y = 0;
            for (int i = threshold - 1; i >= 0; i--) {
                y = PrimeField.add(PrimeField.multiply(y, x), coefficients[i]);
            }
            shares.add(new Share(x, y));
        }
        return shares;
    }

    /// The secret, from t or more shares of different holders: the polynomial through them at 0.
    ///
    /// @throws BadInput when there are too few
    public long combine(List<Share> shares) {
        if (shares.stream().mapToInt(Share::x).distinct().count() < threshold) {
            throw BadInput.of(
                    "secure.too-few-shares",
                    "secure aggregation: {0} shares are not enough to put a secret together; {1}"
                            + " are needed.",
                    shares.size(),
                    threshold);
        }
        List<Share> used = shares.subList(0, threshold);
        long secret = 0;
        for (Share i : used) {
            long above = 1;
            long below = 1;
            for (Share j : used) {
                if (j.x() != i.x()) {
                    above = PrimeField.multiply(above, j.x());
                    below = PrimeField.multiply(below, PrimeField.subtract(j.x(), i.x()));
                }
            }
            long weight = PrimeField.multiply(above, PrimeField.inverse(below));
            secret = PrimeField.add(secret, PrimeField.multiply(i.y(), weight));
        }
        return secret;
    }
}

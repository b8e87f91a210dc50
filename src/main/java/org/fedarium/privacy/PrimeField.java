package org.fedarium.privacy;

import org.fedarium.math.RandomStream;

/// Arithmetic modulo the prime p = 2^61 - 1, for secret sharing and key agreement. Elements are
/// longs from 0 to p - 1. Large enough to show the protocol exactly; far too small to keep a real
/// secret.
public final class PrimeField {
    public static final long P = (1L << 61) - 1;

    /// A generator of all P - 1 nonzero elements.
    public static final long GENERATOR = 37;

    private PrimeField() {}

    public static long add(long a, long b) {
        long sum = a + b;
        return sum >= P ? sum - P : sum;
    }

    public static long subtract(long a, long b) {
        return a >= b ? a - b : a - b + P;
    }

    /// a b: the product's bits above the 61st are worth as much as the lowest ones.
    public static long multiply(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        return add(low & P, (high << 3) | (low >>> 61));
    }

    /// a^exponent by repeated squaring.
    public static long power(long a, long exponent) {
        long result = 1;
        long square = a;
        for (long e = exponent; e > 0; e >>= 1) {
            if ((e & 1) == 1) {
                result = multiply(result, square);
            }
            square = multiply(square, square);
        }
        return result;
    }

    /// 1 / a = a^(p - 2), by Fermat.
    public static long inverse(long a) {
        if (a == 0) {
            throw new ArithmeticException("0 has no inverse");
        }
        return power(a, P - 2);
    }

    /// Uniform in 0 to p - 1.
    public static long draw(RandomStream stream) {
        long element;
        do {
            element = stream.nextLong() >>> 3;
        } while (element == P);
        return element;
    }
}

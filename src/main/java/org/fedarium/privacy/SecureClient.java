package org.fedarium.privacy;

import org.fedarium.math.RandomStream;
import org.fedarium.privacy.SecureMessage.PublicKey;
import org.fedarium.privacy.SecureMessage.RevealedShare;
import org.fedarium.privacy.SecureMessage.Roll;
import org.fedarium.privacy.SecureMessage.Secret;
import org.fedarium.privacy.SecureMessage.SecretShares;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One client's side of [SecureAggregation]: its two secrets, the others' shares it holds, and what
/// it is willing to reveal.
final class SecureClient {
    private final int id;
    private final long privateKey;
    private final long selfSeed;
    private final Map<Integer, SecretShares> held = new HashMap<>();
    private final Map<Integer, Secret> revealed = new HashMap<>();

    SecureClient(int id, RandomStream stream) {
        this.id = id;
        this.privateKey = 1 + PrimeField.draw(stream) % (PrimeField.P - 2);
        this.selfSeed = PrimeField.draw(stream);
    }

    PublicKey publicKey() {
        return new PublicKey(id, PrimeField.power(PrimeField.GENERATOR, privateKey));
    }

    List<SecretShares> shares(ShamirSharing sharing, RandomStream stream) {
        var ofSeed = sharing.split(selfSeed, stream);
        var ofKey = sharing.split(privateKey, stream);
        List<SecretShares> shares = new ArrayList<>();
        for (int to = 0; to < sharing.holders(); to++) {
            shares.add(new SecretShares(id, to, ofSeed.get(to), ofKey.get(to)));
        }
        return shares;
    }

    void receive(SecretShares shares) {
        held.put(shares.from(), shares);
    }

    /// x_u + PRG(b_u) + sum_{v > u} PRG(s_uv) - sum_{v < u} PRG(s_uv).
    long[] mask(long[] x, List<PublicKey> keys, MaskRing ring) {
        long[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] = ring.reduce(y[i]);
        }
        ring.addMask(y, 1, selfSeed);
        for (PublicKey other : keys) {
            if (other.client() != id) {
                PairwiseMasks.add(y, id, other.client(), agree(privateKey, other), ring);
            }
        }
        return y;
    }

    /// s_uv = g^(a_u a_v): both ends compute the same number, each with its own secret.
    static long agree(long privateKey, PublicKey other) {
        return PrimeField.power(other.key(), privateKey);
    }

    /// A share of b_v for each survivor v, of the key for each client that dropped out.
    List<RevealedShare> answer(Roll roll) {
        List<RevealedShare> answers = new ArrayList<>();
        for (int about : roll.survivors()) {
            answers.add(reveal(about, Secret.SELF_MASK));
        }
        for (int about : roll.dropped()) {
            answers.add(reveal(about, Secret.PAIRWISE_KEY));
        }
        return answers;
    }

    /// With both secrets of one client the server could take off all its masks and read its vector.
    private RevealedShare reveal(int about, Secret secret) {
        Secret before = revealed.putIfAbsent(about, secret);
        if (before != null && before != secret) {
            throw new IllegalStateException(
                    "Client " + id + " never reveals both secrets of client " + about);
        }
        SecretShares shares = held.get(about);
        if (shares == null) {
            throw new IllegalStateException("Client " + id + " holds no share of " + about);
        }
        return new RevealedShare(
                id,
                about,
                secret,
                secret == Secret.SELF_MASK ? shares.selfMask() : shares.pairwiseKey());
    }
}

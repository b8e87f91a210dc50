package org.fedarium.math;

/// All randomness of a run. Each stream is keyed by (seed, purpose, round, client's stable name),
/// never by a thread or by how much was drawn before.
public record Randomness(long seed) {

    /// The stream of one purpose, the same for the whole run.
    public RandomStream stream(Purpose purpose) {
        return stream(purpose, 0, "");
    }

    public RandomStream stream(Purpose purpose, long round) {
        return stream(purpose, round, "");
    }

    public RandomStream stream(Purpose purpose, long round, String client) {
        long h = RandomStream.mix(seed ^ 0x9E3779B97F4A7C15L);
        h = RandomStream.mix(h ^ (purpose.ordinal() + 1) * 0xD1B54A32D192ED03L);
        h = RandomStream.mix(h ^ round * 0x8CB92BA72F3D8DD7L);
        return new RandomStream(RandomStream.mix(h ^ hash(client)));
    }

    /// FNV-1a over the name's UTF-16 units, 64 bits.
    private static long hash(String text) {
        long h = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0x100000001b3L;
        }
        return h;
    }
}

package org.fedarium.lab;

/// The six phases of a round as they are shown, with their duration at normal speed.
public enum Phase {
    SELECT(300),
    BROADCAST(500),
    TRAIN(1200),
    UPLOAD(700),
    AGGREGATE(600),
    EVALUATE(300);

    private final int millis;

    Phase(int millis) {
        this.millis = millis;
    }

    /// Milliseconds at speed 1.
    public int millis() {
        return millis;
    }

    public static final int ROUND_MILLIS = 3600;
}

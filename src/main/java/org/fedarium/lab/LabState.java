package org.fedarium.lab;

import org.fedarium.catalog.BadInput;
import org.jspecify.annotations.Nullable;

/// What the conductor is doing, as one immutable value that any thread may read.
///
/// @param activity  what goes on
/// @param timeline  the current run; null until the first one has been built
/// @param target    the round up to which it computes now
/// @param problem   why the last command could not be carried out, or null
/// @param divergence the reason the run stopped early, or null
public record LabState(
        Activity activity,
        @Nullable Timeline timeline,
        int target,
        @Nullable BadInput problem,
        @Nullable Divergence divergence) {

    public enum Activity {
        /// Reading data, dealing, building the model.
        BUILDING,
        /// Computing rounds.
        COMPUTING,
        /// Waiting for a command.
        IDLE
    }

    /// A run that left the numbers: stopped, with everything computed so far kept.
    ///
    /// @param round  the round in which it happened
    /// @param reason `NOT_FINITE` or `LOSS_BOUND`
    /// @param value  the loss that was reached
    public record Divergence(int round, Reason reason, double value) {
        public enum Reason {
            NOT_FINITE,
            LOSS_BOUND
        }
    }
}

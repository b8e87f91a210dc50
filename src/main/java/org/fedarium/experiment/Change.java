package org.fedarium.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Settings that were changed while the run went on.
///
/// @param afterRound the last round with the old settings; 0 changes the first round
/// @param set        path (such as `partition.alpha`) to new value
public record Change(int afterRound, Map<String, Object> set) {
    public Change {
        set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
    }
}

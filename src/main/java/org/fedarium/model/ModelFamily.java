package org.fedarium.model;

import org.fedarium.catalog.Described;
import org.fedarium.catalog.Values;
import org.fedarium.data.Task;

/// A kind of model that can be built for a data set's shape.
public interface ModelFamily extends Described {
    boolean supports(Task task);

    /// @param outputs number of classes, or 1 for regression
    Model build(Values values, Task task, int inputs, int outputs);
}

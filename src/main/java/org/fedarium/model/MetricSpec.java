package org.fedarium.model;

/// One measured quantity, named so that nobody has to guess: which model, which data, which unit.
///
/// @param id           the column's name in files, such as `testAccuracy`
/// @param name full English name, such as `Accuracy of the global model on the pooled test data`
/// @param formula      in plain text
/// @param unit         such as `nats`, `share`, or the target's unit; empty when it has none
/// @param share        true when the value is a share in [0, 1], shown as a percentage
/// @param higherBetter true when larger is better
public record MetricSpec(
        String id, String name, String formula, String unit, boolean share, boolean higherBetter) {}

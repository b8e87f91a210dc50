/// Federated algorithms, one file each, and the local training they share.
/// May use aggregation, network, model, data, math and catalog.
/// Start with [org.fedarium.algorithm.FederatedAlgorithm].
@NullMarked
package org.fedarium.algorithm;

import org.jspecify.annotations.NullMarked;

/// What is trained: linear regression, softmax regression, multilayer perceptron. Loss, gradient,
/// prediction, metrics and the layout of parameters in one flat array.
/// May use data, math and catalog. Start with [org.fedarium.model.Model].
@NullMarked
package org.fedarium.model;

import org.jspecify.annotations.NullMarked;

/// Clipping, noise and masks between client and server. May use aggregation, model, math, catalog.
/// Start with [org.fedarium.privacy.PrivacyMechanism].
@NullMarked
package org.fedarium.privacy;

import org.jspecify.annotations.NullMarked;

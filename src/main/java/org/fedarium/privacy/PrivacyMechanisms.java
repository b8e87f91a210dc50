package org.fedarium.privacy;

import java.util.List;
import org.fedarium.catalog.Catalog;

/// All privacy mechanisms.
public final class PrivacyMechanisms {
    public static final Catalog<PrivacyMechanism> ALL =
            new Catalog<>("privacy", List.of(new NoPrivacy()));

    private PrivacyMechanisms() {}
}

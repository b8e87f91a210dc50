package org.fedarium.adversary;

import java.util.List;
import org.fedarium.catalog.Catalog;

/// All attacks.
public final class Attacks {
    public static final Catalog<Attack> ALL = new Catalog<>("adversary", List.of(new NoAttack()));

    private Attacks() {}
}

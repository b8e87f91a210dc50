package org.fedarium.app;

/// The version in the jar's manifest; `development` when run from compiled classes.
final class ProgramVersion {
    private ProgramVersion() {}

    static String text() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}

package dev.firn.gateway;

/** Which Firn this is. */
public final class Version {

    private Version() {}

    /** The version of the release, or {@code development} when run from class files. */
    public static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}

package dev.firn.config;

import dev.firn.mqtt.Credentials;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** The keys {@code user} and {@code password-file} of a broker. */
final class CredentialsReader {

    private CredentialsReader() {}

    /**
     * What the section says of them.
     *
     * @param resolve makes relative names of files absolute
     */
    static Credentials read(Section section, Function<String, Path> resolve) {
        Optional<String> user = section.optional("user", Values::text);
        Optional<Path> passwordFile =
                section.optional("password-file", text -> ExistingFile.check(resolve.apply(Values.text(text))));
        if (passwordFile.isPresent() && user.isEmpty()) {
            section.reject("password-file", "", "is of no use without user", "add user, or remove it");
        }
        if (section.keys().contains("password")) {
            section.optional("password", text -> text);
            // The value is not repeated: it would end in a log.
            section.reject(
                    "password",
                    "",
                    "does not belong in this file",
                    "put it in a file and name that with password-file");
        }
        return new Credentials(user, passwordFile);
    }
}

package dev.firn.uplink.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PemTest {

    // Made for this test with openssl; opens nothing.
    private static final String CERTIFICATE = """
            -----BEGIN CERTIFICATE-----
            MIIBiTCCAS+gAwIBAgIUO+uXcYXfnlKW/6/8X9CO1Tv11RQwCgYIKoZIzj0EAwIw
            GTEXMBUGA1UEAwwOYnJva2VyLmV4YW1wbGUwIBcNMjYxMTI0MTgwNDI5WhgPMjEy
            NjEwMzExODA0MjlaMBkxFzAVBgNVBAMMDmJyb2tlci5leGFtcGxlMFkwEwYHKoZI
            zj0CAQYIKoZIzj0DAQcDQgAEwnUQWjJdO/+Nqthry+UUYVGnmpRY0qfuk8DSrI+m
            JkzRbzLNXFq78d/J4ByX9jHBKuuLOeQNSyGTFyRHy76LOaNTMFEwHQYDVR0OBBYE
            FJt3J3/Y11uqHnDMSORUUNQ0i49eMB8GA1UdIwQYMBaAFJt3J3/Y11uqHnDMSORU
            UNQ0i49eMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIhAMsyB86k
            t9F48CVkJiGVyg2bzJKpQ4wN7rD4pTODYNTpAiB/Ibe/LD/0aj1rVdfi9EKUEFgP
            R4uhk07Vtx7tm8iQAA==
            -----END CERTIFICATE-----
            """;
    private static final String KEY = """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgVedr/aTzqnC7qDcm
            wYhBkt9LHMDVOx8KdBlwmh+H6RahRANCAATCdRBaMl07/42q2GvL5RRhUaealFjS
            p+6TwNKsj6YmTNFvMs1cWrvx38ngHJf2McEq64s55A1LIZMXJEfLvos5
            -----END PRIVATE KEY-----
            """;
    private static final String SEC1_KEY = """
            -----BEGIN EC PRIVATE KEY-----
            MHcCAQEEIFXna/2k86pwu6g3JsGIQZLfSxzA1TsfCnQZcJofh+kWoAoGCCqGSM49
            AwEHoUQDQgAEwnUQWjJdO/+Nqthry+UUYVGnmpRY0qfuk8DSrI+mJkzRbzLNXFq7
            8d/J4ByX9jHBKuuLOeQNSyGTFyRHy76LOQ==
            -----END EC PRIVATE KEY-----
            """;

    @TempDir
    private Path folder;

    @Test
    void readsCertificatesInTheirOrder() throws Exception {
        assertThat(Pem.certificates(file("# the broker's" + System.lineSeparator() + CERTIFICATE + CERTIFICATE)))
                .hasSize(2)
                .allSatisfy(certificate -> assertThat(
                                certificate.getSubjectX500Principal().getName())
                        .isEqualTo("CN=broker.example"));
    }

    @Test
    void readsAPrivateKey() throws Exception {
        assertThat(Pem.privateKey(file(CERTIFICATE + KEY)).getAlgorithm()).isEqualTo("EC");
    }

    @Test
    void saysHowToMendAKeyOfAnotherKind() throws Exception {
        Path file = file(SEC1_KEY);
        assertThatThrownBy(() -> Pem.privateKey(file)).isInstanceOfSatisfying(PemException.class, e -> {
            assertThat(e.reason()).isEqualTo("holds a key of the kind EC PRIVATE KEY");
            assertThat(e.cure()).contains("openssl pkcs8 -topk8 -nocrypt");
        });
    }

    @Test
    void rejectsADamagedKey() throws Exception {
        Path file = file(KEY.replaceFirst("M[A-Z]", "AA"));
        assertThatThrownBy(() -> Pem.privateKey(file)).hasMessageContaining("damaged");
    }

    @ParameterizedTest
    @CsvSource({"'', holds no certificate", "hello, holds no certificate", "'-----BEGIN CERTIFICATE-----\nAAAA', read"})
    void rejectsWhatHoldsNoCertificate(String text, String reason) throws Exception {
        Path file = file(text);
        assertThatThrownBy(() -> Pem.certificates(file))
                .isInstanceOf(PemException.class)
                .hasMessageContaining(reason);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("some.pem"), text);
    }
}

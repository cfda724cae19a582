package io.phoenix.tools;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** The way out of this machine, as the usual variables describe it: HTTPS_PROXY, NO_PROXY and SSL_CERT_FILE. */
final class Network {
    private Network() {}

    /** Follows redirects, but never from https to http. */
    static HttpClient client(Map<String, String> environment, Duration connect) throws AttemptFailed {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(connect)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .proxy(new EnvironmentProxy(environment));
        String certificates = environment.get("SSL_CERT_FILE");
        if (certificates != null && !certificates.isBlank()) {
            builder.sslContext(trusting(Path.of(certificates)));
        }
        return builder.build();
    }

    /** The value of a variable as the address of a server. */
    static URI address(String variable, String value) throws AttemptFailed {
        String given = value.strip();
        try {
            URI address = URI.create(given.contains("://") ? given : "http://" + given);
            if (address.getHost() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new AttemptFailed(variable + " is " + given + ", which is no http address");
        }
        throw new AttemptFailed(variable + " is " + given + ", which is no http address");
    }

    private static SSLContext trusting(Path certificates) throws AttemptFailed {
        try (InputStream in = Files.newInputStream(certificates)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int index = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("ca-" + index++, certificate);
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new AttemptFailed(
                    "SSL_CERT_FILE is " + certificates + ", which cannot be read as certificates: " + e.getMessage());
        }
    }

    /** What the lower-case variable says, else what the upper-case one says. */
    private static @Nullable String variable(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, environment.get(name.toUpperCase(Locale.ROOT)));
        return value == null || value.isBlank() ? null : value;
    }

    private static final class EnvironmentProxy extends ProxySelector {
        private final Map<String, Proxy> byScheme = new HashMap<>();
        private final List<String> without;

        EnvironmentProxy(Map<String, String> environment) throws AttemptFailed {
            for (String scheme : List.of("http", "https")) {
                String name = scheme + "_proxy";
                String given = variable(environment, name);
                if (given != null) {
                    byScheme.put(scheme, proxy(address(name, given)));
                }
            }
            String excluded = variable(environment, "no_proxy");
            this.without = Arrays.stream(excluded == null ? new String[0] : excluded.split(","))
                    .map(name -> name.strip().replaceFirst("^\\*?\\.", ""))
                    .filter(name -> !name.isEmpty())
                    .toList();
        }

        @Override
        public List<Proxy> select(URI uri) {
            Proxy proxy = byScheme.get(uri.getScheme());
            return List.of(proxy == null || isExcluded(uri.getHost()) ? Proxy.NO_PROXY : proxy);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            // The request fails with this very exception; there is no second proxy to turn to.
        }

        private static Proxy proxy(URI address) {
            int port = address.getPort() < 0 ? 80 : address.getPort();
            return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(address.getHost(), port));
        }

        private boolean isExcluded(String host) {
            return host.equals("127.0.0.1")
                    || host.equals("localhost")
                    || without.stream()
                            .anyMatch(name -> name.equals("*") || host.equals(name) || host.endsWith("." + name));
        }
    }
}

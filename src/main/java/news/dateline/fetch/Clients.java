package news.dateline.fetch;

import java.net.InetAddress;
import java.util.function.Predicate;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The two HTTP clients, one for the internet and one for internal sources. Two, so that a pooled
 * connection to a private address can never serve a source that may not go there.
 */
final class Clients implements AutoCloseable {
  /** More than the callers there are; what is idle beyond that is closed, oldest first. */
  private static final int CONNECTIONS = 256;

  /** Small, because hundreds of connections are kept: bodies are read in larger pieces. */
  private static final int BUFFER_BYTES = 4 << 10;

  private static final int HEADER_LINE_BYTES = 32 << 10;
  private static final int HEADER_LINES = 200;

  private final CloseableHttpClient internet;
  private final CloseableHttpClient internal;

  Clients(FetchSettings settings, AddressLookup lookup, Predicate<InetAddress> allowed) {
    internet = client(settings, settings.pace(), new GuardedResolver(lookup, allowed));
    internal = client(settings, settings.internalPace(), new GuardedResolver(lookup, any -> true));
  }

  CloseableHttpClient of(boolean internalSource) {
    return internalSource ? internal : internet;
  }

  private static CloseableHttpClient client(
      FetchSettings settings, FetchSettings.Pace pace, GuardedResolver resolver) {
    Timeout connect = Timeout.of(settings.connectTimeout());
    Timeout silence = Timeout.of(settings.firstByteTimeout());
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(resolver)
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder()
                    .http1Config(
                        Http1Config.custom()
                            .setBufferSize(BUFFER_BYTES)
                            .setMaxLineLength(HEADER_LINE_BYTES)
                            .setMaxHeaderCount(HEADER_LINES)
                            .build())
                    .build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(connect)
                    .setSocketTimeout(silence)
                    // A host that moves to another address is followed within this time.
                    .setTimeToLive(TimeValue.ofMinutes(5))
                    .setValidateAfterInactivity(TimeValue.ofSeconds(2))
                    .build())
            .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(connect).build())
            .setDefaultSocketConfig(SocketConfig.custom().setTcpNoDelay(true).build())
            .setMaxConnTotal(Math.max(CONNECTIONS, pace.concurrent()))
            // Redirects on one host may overlap with other visits: one to spare.
            .setMaxConnPerRoute(pace.concurrent() + 1)
            .build();
    return HttpClientBuilder.create()
        .setConnectionManager(connections)
        .setRequestExecutor(new StartGate(pace.interval()))
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(settings.totalTimeout()))
                .setResponseTimeout(silence)
                .setDefaultKeepAlive(60, java.util.concurrent.TimeUnit.SECONDS)
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build())
        .evictIdleConnections(TimeValue.ofSeconds(90))
        .setUserAgent(settings.userAgent())
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableConnectionState()
        .build();
  }

  @Override
  public void close() {
    internet.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
    internal.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
  }
}

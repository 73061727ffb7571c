package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.UnknownHostException;
import news.dateline.model.Reason;
import news.dateline.sources.UriOptions;
import org.junit.jupiter.api.Test;

class TransportsTest {
  @Test
  void what_the_author_sets_is_never_touched() {
    String uri = Transports.complete("file:/wire?delay=9&sortBy=file:name");
    assertThat(UriOptions.of(uri))
        .containsEntry("delay", "9")
        .containsEntry("sortBy", "file:name")
        .containsEntry("recursive", "false")
        .containsEntry("noop", "true");
    assertThat(uri).startsWith("file:/wire?delay=9&sortBy=file:name&");
  }

  @Test
  void who_files_by_camels_options_is_left_alone() {
    assertThat(Transports.isFiled("file:/wire?move=read/${file:name}")).isFalse();
    assertThat(UriOptions.of(Transports.complete("file:/wire?delete=true")))
        .doesNotContainKey("noop");
    assertThat(Transports.complete("minio:bucket?region=x")).isEqualTo("minio:bucket?region=x");
  }

  @Test
  void a_raw_value_may_hold_anything() {
    String uri = "sftp:h/d?password=RAW(a&b=c%+d)&delay=1&x=RAW{)&}";
    assertThat(UriOptions.of(uri))
        .containsEntry("password", "a&b=c%+d")
        .containsEntry("delay", "1")
        .containsEntry("x", ")&");
    assertThat(UriOptions.without(uri, "password")).isEqualTo("sftp:h/d?delay=1&x=RAW{)&}");
  }

  @Test
  void a_fault_has_a_reason_and_no_secret() {
    String uri = "sftp://wire:hush%20now@h/d?passiveMode=true&token=s3cret";
    Link fault =
        TransportFaults.of(
            new IllegalStateException(new ConnectException("true: s3cret at hush%20now refused")),
            uri);
    assertThat(fault.reason()).contains(Reason.UNREACHABLE);
    assertThat(fault.message()).endsWith("true: *** at *** refused");
    assertThat(TransportFaults.of(new UnknownHostException("h"), uri).reason())
        .contains(Reason.DNS_FAILED);
  }
}

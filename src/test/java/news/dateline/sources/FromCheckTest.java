package news.dateline.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in {@code from:}, and all the ways round it that were thought of. */
class FromCheckTest {
  private static final String SPRING =
      "#class:org.springframework.context.support.ClassPathXmlApplicationContext('http://h/b.xml')";

  private final FromCheck files = new FromCheck(TransportTable.shipped(), false);
  private final FromCheck http = new FromCheck(TransportTable.shipped(), true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:incoming",
        "file:/srv/my drop/afp?delay=1000&initialDelay=0",
        "file:examples/wire?noop=true&idempotent=true&sortBy=file:name",
        "file:x?move=read/${date:now:yyyyMMdd}/${file:name}&moveFailed=../failed&delay=5s",
        "file:x?doneFileName=${file:name.noext}.done&include=.*\\.xml$&antExclude=**/*.tmp",
        "file:x?include=a{2,3}%5B0-9%5D%2B&sortBy=reverse:file:modified;file:name",
        "file:x?readLock=changed&readLockMinAge=2s&charset=windows-1251",
        "sftp://wire@host:2222/out?password=${PW}&strictHostKeyChecking=yes&knownHostsFile=/etc/k",
        "sftp://wire:${PW}@host/out",
        "sftp:host/out?username=${WHO}&privateKeyFile=/k&privateKeyPassphrase=RAW(${PW})",
        "ftp://wire@[::1]:21/wire?password=${file:/run/secrets/pw}&passiveMode=true",
        "ftps://host?implicit=true&ftpClient.trustStore.file=/t&ftpClient.trustStore.password=${T}",
        "imaps://imap.example?username=w&password=${PW}&moveTo=Archive/2026&searchTerm.subject=afp",
        "imap://h:1143?additionalJavaMailProperties.mail.imap.starttls.required=true&unseen=true",
        "pop3s://h?username=w&password=RAW{${PW}}&delete=true",
        "push:?token=${T}",
        "push:?hmac=${K}&token=${T}",
        "kafka:wire?brokers=a:9092,b:9092&groupId=dateline&saslPassword=${PW}",
        "amqp:queue:wire?broker=amqps://host:5671&username=wire&password=${PW}",
        "amqp:topic:wire?broker=failover:(amqp://a:5672,amqp://b:5672)",
        "jms:queue:wire::mine?broker=tcp://host:61616?sslEnabled=true&selector=RAW(lang='ru')",
      })
  void what_newsrooms_write_is_taken(String from) {
    assertThat(problems(files, from)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // the ways that ran code
        "file:x?filter=" + SPRING,
        "file:x?noop=true&filter=#class:java.io.FileOutputStream('/tmp/x')",
        "file:x?sorter=#bean:x",
        "file:x?processStrategy=#type:java.io.File",
        "file:x?exclusiveReadLockStrategy=#x",
        "file:x?idempotentRepository=#class:java.io.File('/tmp/x')",
        "file:x?filterFile=${bean:type:java.lang.Runtime}",
        "file:x?filterDirectory=$simple{sys.user.home}",
        "file:x?idempotentKey=${groovy:1}",
        "file:x?scheduler=quartz&scheduler.cron=0",
        "file:x?localWorkDirectory=/etc",
        "imap://h?authenticator=#class:java.io.File('x')",
        "imap://h?additionalJavaMailProperties.mail.imap.socketFactory.class=java.io.File",
        "imap://h?additionalJavaMailProperties.mail.imaps.ssl.trust=*",
        "imap://h?debugMode=true",
        "kafka:t?brokers=h:1&valueDeserializer=java.io.File",
        "kafka:t?brokers=h:1&saslJaasConfig=com.sun.security.auth.module.JndiLoginModule required;",
        "kafka:t?brokers=h:1&interceptorClasses=java.io.File",
        "kafka:t?brokers=h:1&schemaRegistryURL=http://h",
        "kafka:t?brokers=h:1&additionalProperties.x=y",
        "kafka:t?brokers=h:1&headerDeserializer=#x",
        "sftp://h?privateKeyUri=http://h/k",
        "ftp://h?siteCommand=EXEC id&ftpClient=#x",
        "ftp://h?ftpClient.parserFactory=#class:java.io.File('x')",
        "jms:queue:q?broker=tcp://h:1&connectionFactory=#class:java.io.File('x')",
        "jms:queue:q?broker=vm://0",
        "jms:queue:q?broker=tcp://h:1&transferExchange=true",
        "jms:temp-queue:q?broker=tcp://h:1",
        "jms:queue:q",
        "kafka:t",
        // other components
        "timer:t?period=1",
        "exec:id",
        "platform-http:/x",
        "netty-http:http://0.0.0.0:99/x",
        "direct:documents.parse",
        "class:java.io.File",
        "bean:store",
        "language:groovy:x",
        "due:sources",
        "transport:x",
        "log:x",
        "{{x}}:y",
        "#class:java.io.File",
        ":x",
        "",
        // spellings
        "FILE:x",
        "File:x",
        " file:x",
        "file :x",
        "f\u0131le:x",
        "\uff46ile:x",
        "file:x?FILTER=a",
        "file:x?Delay=5",
        "file:x?file-name=a",
        "file:x?consumer.delay=5",
        "file:x?delay%3d5",
        "file:x?d%65lay=5",
        "file:x?delay=5&amp;filter=#x",
        "file:x?delay=5;filter=#x",
        "file:x?delay=5&delay=6",
        "file:x?delay=5&&recursive=true",
        "file:x?delay",
        "file:x?=5",
        "file:x?delay=5&",
        "file:x?delay=5\u00a0",
        "file:x?delay=5\n",
        "file:x?include=a\u200db",
        "file:x\u2028y",
        "file:x\u0000y",
        // values
        "file:x?charset=#x",
        "file:x?charset=  #x",
        "file:x?charset=%23x",
        "file:x?charset=%2523x",
        "file:x?charset=%25252525252523x",
        "file:x?charset=%20%23x",
        "file:x?charset=RAW(#x)",
        "file:x?charset=RAW(%23x)",
        "file:x?charset=RAW{#x}",
        "file:x?charset=aRAW(b",
        "file:x?include=RAW(a)b&exclude=RAW(c",
        "file:x?charset={{x}}",
        "file:x?charset=%7B%7Bx}}",
        "file:x?charset={{?x}}",
        "file:x?charset=${x}",
        "file:x?charset=${HOME}",
        "file:x?charset=%24%7BHOME%7D",
        "file:x?charset=$simple{x}",
        "file:x?fileName=${bean:x}",
        "file:x?fileName=resource:http://h/x",
        "file:x?fileName=../x",
        "file:x?move=resource:file:/x",
        "file:x?move=RAW(resource:file:/x)",
        "file:x?move=resource%3Afile:/x",
        "file:x?move=${file:name}${type:java.lang.Runtime.getRuntime}",
        "file:x?move=${date:now:${bean:x}}",
        "file:x?move=${file:name.ext.getClass}",
        "file:x?move=${headers.x}",
        "file:x?doneFileName=${exchangeProperty.x}",
        "file:x?sortBy=${bean:x}",
        "file:x?sortBy=bean:x",
        "file:x?sortBy=file:name;bean:x",
        "file:x?readLock=#x",
        "file:x?readLock=mine",
        "file:x?noop=yes",
        "file:x?delay=-1",
        "file:x?delay=a",
        "file:x?include=(",
        // addresses
        "file:",
        "file:${HOME}/x",
        "file:{{x}}",
        "file:x#y",
        "file:%23x",
        "file:%24%7Bx%7D",
        "sftp://u:${PW}x@h/d",
        "sftp://u:plain@h/d",
        "sftp://u@${HOST}/d?password=${PW}",
        "sftp://u:${bean:x}@h/d",
        "kafka:{{t}}?brokers=h:1",
        "kafka:t?brokers=${HOST}:9092",
        // secrets
        "push:?token=plain",
        "push:?token=${T}x",
        "push:?token=${T:default}",
        "push:?token=${file:rel}",
        "push:?token=${env:T}",
        "push:?token=RAW(plain)",
        "push:/other?token=${T}",
        "ftp://h?password=",
        "sftp://h?privateKey=x",
      })
  void whatever_could_run_or_look_up_something_is_refused(String from) {
    assertThat(problems(files, from)).as(from).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sftp://wire@host/out",
        "ftp://host/out",
        "imaps://h?username=w",
        "push:?token=${T}",
        "push:?token=x",
        "kafka:t?brokers=h:1",
        "jms:queue:q?broker=tcp://h:1",
        "amqp:queue:q?broker=amqp://h:1",
        "file:x?move=/etc",
        "file:x?moveFailed=y",
        "file:x?preMove=y",
        "file:x?fileName=y",
        "file:x?doneFileName=y",
        "file:x?charset=${HOME}",
        "file:${HOME}",
        "file:x?includeHiddenFiles=true",
        "file:x?filter=#x",
      })
  void over_http_only_folders_and_no_secret(String from) {
    assertThat(problems(http, from)).as(from).isNotEmpty();
  }

  @Test
  void over_http_a_folder_has_what_it_needs() {
    assertThat(problems(http, "file:x?delay=1000&include=.*xml&delete=true&recursive=true"))
        .isEmpty();
  }

  @Test
  void says_what_was_probably_meant() {
    assertThat(problems(files, "fle:x").get(0)).contains("\"fle\": is not a transport", "file:?");
    assertThat(problems(files, "FTP:x").get(0)).contains("write ftp:");
    assertThat(problems(files, "timer:x").get(0)).contains("known: file, sftp", "transports.more");
    assertThat(problems(files, "file:x?delai=5").get(0)).contains("did you mean delay?");
    assertThat(problems(files, "push:?x=5").get(0)).contains("known: token, hmac");
    assertThat(problems(files, "file:x?filter=" + SPRING).get(0))
        .contains("\"filter\" is not a parameter of file:");
    assertThat(problems(files, "file:x?a=1&b=2&noop=no")).hasSize(3);
  }

  @Test
  void a_component_of_the_settings_takes_any_parameter_but_no_bean() {
    FromCheck more = new FromCheck(TransportTable.shipped().with(Set.of("aws2-s3")), false);
    String bucket = "aws2-s3://bucket?prefix=out/&accessKey=${KEY}&secretKey=${SECRET}";
    assertThat(problems(more, bucket)).isEmpty();
    assertThat(problems(files, bucket)).isNotEmpty();
    assertThat(problems(more, "minio:x")).isNotEmpty();
    assertThat(problems(more, "aws2-s3://b?amazonS3Client=#bean:x")).isNotEmpty();
    assertThat(problems(more, "aws2-s3://b?x=%23class:java.io.File")).isNotEmpty();
    assertThat(problems(more, "aws2-s3://b?x={{y}}")).isNotEmpty();
    assertThat(
            problems(new FromCheck(TransportTable.shipped().with(Set.of("exec")), true), "exec:id"))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"#class:java.io.File", " #x", "a{{b}}c"})
  void a_secret_cannot_become_a_bean(String secret) {
    List<String> said = new ArrayList<>();
    files.checkFilled(
        "sftp://h?password=RAW(${PW})&delay=5",
        "sftp://h?password=RAW(" + secret + ")&delay=5",
        (m, h) -> said.add(m));
    assertThat(said).hasSize(1);
    assertThat(said.get(0)).doesNotContain(secret);
  }

  @Test
  void a_secret_cannot_bring_parameters_along() {
    List<String> said = new ArrayList<>();
    files.checkFilled(
        "sftp://h?password=RAW(${PW})",
        "sftp://h?password=RAW(a)&filter=x)",
        (m, h) -> said.add(m));
    assertThat(said).hasSize(1);
  }

  private static List<String> problems(FromCheck check, String from) {
    List<String> said = new ArrayList<>();
    boolean good = check.check(from, (m, h) -> said.add(m + " (" + h + ")"));
    assertThat(good).isEqualTo(said.isEmpty());
    return said;
  }
}

package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import news.dateline.model.Reason;
import news.dateline.model.SourceState.Health;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that others run, real ones, and the real application. */
class ServersIT {
  private static final String PASSWORD = "p w+d&%?/#x";

  @TempDir Path folder;

  private Wharf wharf;
  private Path drop;
  private String secret;

  @BeforeEach
  void start() throws Exception {
    wharf = new Wharf(folder, Map.of("dateline.fetch.max-body", "1MB"));
    drop = Files.createDirectories(folder.resolve("served/wire"));
    secret = wharf.secret("password", PASSWORD);
  }

  @AfterEach
  void stop() {
    wharf.close();
  }

  @Test
  void an_sftp_drop_is_filed_and_found_again_after_its_server_was_away() throws Exception {
    int port = FreePort.find();
    wharf.source("drop", "sftp://wire@127.0.0.1:" + port + "/wire?delay=1000&password=" + secret);
    Wharf.soon(() -> assertThat(wharf.state("drop").health()).isEqualTo(Health.FAILING));
    assertThat(wharf.state("drop").reason()).contains(Reason.UNREACHABLE);
    try (SshServer server = SshServer.setUpDefaultServer()) {
      server.setHost("127.0.0.1");
      server.setPort(port);
      server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(folder.resolve("key")));
      server.setPasswordAuthenticator((user, given, session) -> given.equals(PASSWORD));
      server.setFileSystemFactory(new VirtualFileSystemFactory(drop.getParent()));
      server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
      server.start();
      deliverAndExpect();
      server.stop(true);
    }
  }

  @Test
  void an_ftp_drop_is_filed_likewise() throws Exception {
    FtpServerFactory servers = new FtpServerFactory();
    ListenerFactory listener = new ListenerFactory();
    int port = FreePort.find();
    listener.setPort(port);
    listener.setServerAddress("127.0.0.1");
    servers.addListener("default", listener.createListener());
    BaseUser user = new BaseUser();
    user.setName("wire");
    user.setPassword(PASSWORD);
    user.setHomeDirectory(drop.getParent().toString());
    user.setAuthorities(List.of(new WritePermission()));
    servers.getUserManager().save(user);
    FtpServer server = servers.createServer();
    server.start();
    try {
      wharf.source("drop", "ftp://wire@127.0.0.1:" + port + "/wire?delay=1000&password=" + secret);
      deliverAndExpect();
    } finally {
      server.stop();
    }
  }

  private void deliverAndExpect() throws Exception {
    Files.write(drop.resolve("broken.json"), Wharf.broken());
    Files.write(drop.resolve("huge.xml"), new byte[2 << 20]);
    Files.write(drop.resolve("one.xml"), Wharf.story("one", 1));
    Files.write(drop.resolve("two.xml.filepart"), Wharf.story("two", 1));
    Files.createDirectory(drop.resolve("folder.xml"));
    Wharf.soon(() -> assertThat(names("done")).containsExactly("one.xml"));
    Wharf.soon(
        () ->
            assertThat(names("failed"))
                .containsExactlyInAnyOrder(
                    "broken.json", "broken.json.reason", "huge.xml", "huge.xml.reason"));
    assertThat(Files.readString(drop.resolve("failed/huge.xml.reason")))
        .startsWith("body-too-large\n");
    assertThat(wharf.headlines("drop")).containsExactly("Ferry one");
    Files.write(drop.resolve("one.xml"), Wharf.story("one", 2));
    Wharf.soon(() -> assertThat(names("done")).hasSize(2).contains("one.xml"));
    assertThat(wharf.control().status().published()).isEqualTo(2);
    assertThat(wharf.state("drop").detail()).doesNotContain(PASSWORD);
  }

  @Test
  void a_mail_is_seen_once_it_is_committed_and_flagged_when_it_was_buried() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(FreePort.find(), "127.0.0.1", "imap"));
    server.start();
    try {
      var user = server.setUser("wire@quay.example", "wire", PASSWORD);
      user.deliver(mail("good", "Ferry service resumes", "The ferry leaves the old quay at noon."));
      user.deliver(mail("empty", "", ""));
      wharf.source(
          "mail",
          "imap://127.0.0.1:"
              + server.getImap().getPort()
              + "?username=wire&delay=1000&password="
              + secret);
      Session session = Session.getInstance(new Properties());
      Wharf.soon(
          () -> {
            Store store = session.getStore("imap");
            store.connect("127.0.0.1", server.getImap().getPort(), "wire", PASSWORD);
            try (Folder inbox = store.getFolder("INBOX")) {
              inbox.open(Folder.READ_ONLY);
              for (Message m : inbox.getMessages()) {
                assertThat(m.isSet(Flags.Flag.SEEN)).isTrue();
              }
              int flagged = 0;
              for (Message m : inbox.getMessages()) {
                flagged += m.isSet(Flags.Flag.FLAGGED) ? 1 : 0;
              }
              assertThat((long) flagged).isEqualTo(wharf.state("mail").rejected());
              assertThat(wharf.state("mail").published() + wharf.state("mail").rejected())
                  .isEqualTo(2);
            } finally {
              store.close();
            }
          });
    } finally {
      server.stop();
    }
    Wharf.soon(() -> assertThat(wharf.state("mail").health()).isEqualTo(Health.FAILING));
  }

  private static MimeMessage mail(String id, String subject, String text) throws Exception {
    String whole =
        "Message-ID: <"
            + id
            + "@quay.example>\r\nFrom: desk@quay.example\r\nTo: wire@quay.example\r\nSubject: "
            + subject
            + "\r\nDate: Tue, 24 Nov 2026 06:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n"
            + text
            + "\r\n";
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(whole.getBytes(StandardCharsets.US_ASCII)));
  }

  private List<String> names(String below) throws Exception {
    try (Stream<Path> all = Files.list(drop.resolve(below))) {
      return all.map(f -> f.getFileName().toString()).toList();
    }
  }
}

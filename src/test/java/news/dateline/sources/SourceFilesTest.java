package news.dateline.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.dateline.config.Problem;
import news.dateline.model.Listing;
import news.dateline.model.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFilesTest {
  @TempDir Path folder;

  private final SourceFiles files =
      new SourceFiles(
          name -> Optional.ofNullable(Map.of("TOKEN", "s3cret", "PW", "a&b c").get(name)),
          SourceFiles.FORMATS);

  @Test
  void reads_every_key() throws IOException {
    file(
        "all.yaml",
        """
        id: all-keys
        name: "All: keys"
        feed: https://example.org/rss?x=1
        format: rss
        agency: TASS
        language: pt-br
        every: 1h30m
        at-least-every: 90s
        silent-after: 2d
        zone: Europe/Moscow
        charset: windows-1251
        headers:
          Authorization: Bearer ${TOKEN}
          X-Desk: 7
        paused: true
        internal: true
        strip: [Read more., '/Sign up.{1,9}/']
        desk-tags: [russia, economy]
        """);
    SourceFiles.Loaded loaded = files.read(folder);
    assertThat(loaded.problems()).isEmpty();
    Source s = loaded.sources().get(0);
    assertThat(s.name()).isEqualTo("All: keys");
    assertThat(s.feed()).hasToString("Optional[https://example.org/rss?x=1]");
    assertThat(s.format()).contains("rss");
    assertThat(s.agency()).contains("TASS");
    assertThat(s.language()).contains("pt-BR");
    assertThat(s.every()).contains(Duration.ofMinutes(90));
    assertThat(s.atLeastEvery()).contains(Duration.ofSeconds(90));
    assertThat(s.silentAfter()).contains(Duration.ofDays(2));
    assertThat(s.zone()).contains(ZoneId.of("Europe/Moscow"));
    assertThat(s.charset()).contains(Charset.forName("windows-1251"));
    assertThat(s.headers())
        .containsEntry("Authorization", "Bearer s3cret")
        .containsEntry("X-Desk", "7");
    assertThat(s.paused()).isTrue();
    assertThat(s.internal()).isTrue();
    assertThat(s.strip()).containsExactly("Read more.", "/Sign up.{1,9}/");
    assertThat(s.deskTags()).containsExactly("russia", "economy");
  }

  @Test
  void reads_how_an_address_lists_documents_and_writes_it_as_it_was() throws IOException {
    file(
        "a.yaml",
        """
        id: a
        name: A
        feed: https://a.example/api
        listing:
          items: data/items[type=text]
          document: item/renditions/nitf/href
          match: '\\.xml$'
          next: next
          cursor: since
        """);
    SourceFiles.Loaded loaded = files.read(folder);
    assertThat(loaded.problems()).isEmpty();
    Source read = loaded.sources().get(0);
    Listing listing = read.listing().orElseThrow();
    assertThat(listing.items()).contains("data/items[type=text]");
    assertThat(listing.match()).contains("\\.xml$");
    assertThat(listing.resume()).as("a cursor goes on where it stood").isTrue();
    file("a.yaml", SourceText.file(read));
    assertThat(files.read(folder).sources()).containsExactly(read);
  }

  @Test
  void lists_what_is_wrong_with_a_listing() throws IOException {
    file(
        "a.yaml",
        """
        id: a
        name: A
        feed: https://a.example/api
        listing: {items: '/data', match: '(', cursor: 'a b', resume: perhaps, colour: blue}
        """);
    assertThat(files.read(folder).problems().stream().map(Problem::key))
        .containsExactlyInAnyOrder(
            "listing.items",
            "listing.match",
            "listing.cursor",
            "listing.resume",
            "listing.colour",
            "listing.cursor");
  }

  @Test
  void a_file_may_hold_one_source_a_list_or_several_documents() throws IOException {
    file("a.yaml", "id: a\nname: A\nfeed: https://a.example/\n");
    file(
        "b.yml",
        """
        - {id: b, name: B, feed: "https://b.example/"}
        - {id: c, name: C, from: "file:in"}
        ---
        id: d
        name: D
        feed: https://d.example/
        """);
    file(".hidden.yaml", "nonsense");
    file("readme.txt", "nonsense");
    file("commented-out.yaml", "# id: e\n");
    assertThat(files.read(folder).sources())
        .extracting(Source::id)
        .containsExactly("a", "b", "c", "d");
    assertThat(files.read(folder).problems()).isEmpty();
  }

  @Test
  void lists_all_problems_of_all_files_at_once_with_file_line_key_and_hint() throws IOException {
    file("a.yaml", "id: A B\nfeed: ftp://a.example/\nevry: 5m\nevery: 5\n");
    file("b.yaml", "id: b\nname: B\nfeed: https://b.example/\nzone: Europe/Moskow\n");
    List<String> shown = files.read(folder).problems().stream().map(Problem::toString).toList();
    String f = folder.getFileName().toString();
    assertThat(shown)
        .containsExactly(
            f + "/a.yaml:1: id: \"A B\" is not an id (use a-z, 0-9 and dashes, for instance a-b)",
            f + "/a.yaml:1: name: is missing (every source has an id and a name)",
            f
                + "/a.yaml:2: feed: is polled over http or https, not ftp"
                + " (for files, mail and other transports use from: ftp:...)",
            f + "/a.yaml:3: evry: is not a key of a source (did you mean every?)",
            f + "/a.yaml:4: every: \"5\" has no unit (write 90s, 5m, 1h30m or 2d)",
            f
                + "/b.yaml:4: zone: \"Europe/Moskow\" is not a time zone (did you mean"
                + " Europe/Moscow?)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "feed: https://e.org/x\\nfrom: file:in | from | stands beside feed",
        "language: en | '' | has neither feed nor from",
        "feed: www.example.org/rss | feed | is not a full URL",
        "feed: feed://example.org/rss | feed | is not a full URL",
        "feed: 'https://example.org/a b' | feed | is not a URL",
        "feed: 'https:///rss' | feed | has no host name",
        "feed: https://u:p@example.org/ | feed | user name or password",
        "feed: https://example.org/?k=${TOKEN} | feed | a secret may not stand",
        "feed: [https://e.org/] | feed | is not one value",
        "from: incoming | from | is not a transport",
        "from: https://e.org/ | from | does not deliver by itself",
        "from: sftp://u:secret@host/dir | from | the password before @ is written in plain",
        "from: 'sftp://u@host/dir?password=secret' | from | password is written in plain",
        "from: 'sftp://u@host/dir?password=${NOPE}' | from | NOPE is not set",
        "agency: ${TOKEN} | agency | is not filled in here",
        "every: 5 | every | has no unit",
        "every: 5 minutes | every | is not a duration",
        "every: 0s | every | out of range",
        "every: 400d | every | out of range",
        "silent-after: -5m | silent-after | is not a duration",
        "charset: windows-9999 | charset | is not a character set",
        "zone: Moscow time | zone | is not a time zone",
        "language: english | language | is not a language tag",
        "language: xx | language | is not a language tag",
        "format: rss2 | format | no reader knows",
        "paused: yes | paused | neither true nor false",
        "headers: abc | headers | is not a mapping",
        "headers: {Authorization: Bearer abc} | headers.Authorization | a secret is written in"
            + " plain",
        "headers: {X-Api-Key: abc} | headers.X-Api-Key | a secret is written in plain",
        "headers: {Authorization: '${NOPE}'} | headers.Authorization | NOPE is not set",
        "headers: {Authorization: '${file:/no/such}'} | headers.Authorization | cannot be read",
        "headers: {Authorization: '${file:x}'} | headers.Authorization | not an absolute path",
        "headers: {Authorization: '${TOKEN'} | headers.Authorization | is not closed",
        "headers: {'A b': c} | headers.A b | is not the name of a header",
        "headers: {A: [c]} | headers.A | is not one value",
        "'headers: {A: \"a\\\\nb\"}' | headers.A | line end",
        "strip: ['/(/'] | strip | is not a regular expression",
        "strip: abc | strip | is not a list",
        "desk-tags: [[a]] | desk-tags | is not a text",
        "at_least_every: 5m | at_least_every | is not a key",
      })
  void refuses(String lines, String key, String message) throws IOException {
    boolean address =
        lines.startsWith("feed") || lines.startsWith("from") || message.startsWith("has neither");
    file(
        "x.yaml",
        "id: x\nname: X\n"
            + (address ? "" : "feed: https://example.org/rss\n")
            + lines.replace("\\n", "\n").replace("\\\n", "\\n")
            + "\n");
    SourceFiles.Loaded loaded = files.read(folder);
    assertThat(loaded.problems()).hasSize(1);
    assertThat(loaded.problems().get(0).key()).isEqualTo(key == null ? "" : key);
    assertThat(loaded.problems().get(0).message()).contains(message);
    assertThat(loaded.problems().get(0).line()).isPositive();
    assertThat(loaded.sources()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "languag: en | did you mean language?",
        "atLeastEvery: 5m | did you mean at-least-every?",
        "language: en_GB | did you mean en-GB?",
        "language: Russian | did you mean ru?",
        "charset: windows-125l | did you mean windows-125",
        "format: json-fed | did you mean json-feed?",
      })
  void guesses_what_was_meant(String line, String hint) throws IOException {
    file("x.yaml", "id: x\nname: X\nfeed: https://example.org/rss\n" + line + "\n");
    assertThat(files.read(folder).problems().get(0).hint()).contains(hint);
  }

  @Test
  void an_id_declared_twice_is_told_with_the_other_place_and_the_first_file_keeps_it()
      throws IOException {
    file("a.yaml", "id: a\nname: A\nfeed: https://a.example/\n");
    file(
        "b.yaml",
        "id: b\n"
            + "name: B\n"
            + "feed: https://b.example/\n"
            + "---\n"
            + "id: a\n"
            + "name: A2\n"
            + "feed: https://c.example/\n");
    SourceFiles.Loaded loaded = files.read(folder);
    assertThat(loaded.sources()).extracting(Source::name).containsExactly("A");
    assertThat(loaded.problems()).hasSize(1);
    assertThat(loaded.problems().get(0).toString())
        .contains("b.yaml:5: id: \"a\" is declared twice")
        .contains("a.yaml:1");
  }

  @Test
  void an_id_declared_twice_within_one_line_is_told() throws IOException {
    file(
        "a.yaml",
        "[{id: a, name: A, feed: 'https://a.example/'}, {id: a, name: A, feed:"
            + " 'https://a.example/'}]");
    assertThat(files.read(folder).problems()).hasSize(1);
  }

  @Test
  void broken_yaml_is_a_problem_with_its_line() throws IOException {
    file("a.yaml", "id: a\nname: \"A\nfeed: x\n");
    Problem p = files.read(folder).problems().get(0);
    assertThat(p.message()).startsWith("not valid YAML");
    assertThat(p.line()).isPositive();
  }

  @Test
  void text_that_is_not_utf8_is_a_problem_of_that_file_alone() throws IOException {
    Files.write(folder.resolve("a.yaml"), new byte[] {'i', 'd', ':', ' ', (byte) 0xe9, '\n'});
    file("b.yaml", "id: b\nname: B\nfeed: https://b.example/\n");
    assertThat(files.read(folder).problems()).hasSize(1);
    assertThat(files.read(folder).sources()).extracting(Source::id).containsExactly("b");
  }

  @Test
  void secrets_in_a_transport_are_filled_in_and_encoded_unless_camel_takes_them_raw()
      throws IOException {
    file(
        "a.yaml",
        """
        - {id: a, name: A, from: "sftp://u@host/d?password=${PW}"}
        - {id: b, name: B, from: "sftp://u@host/d?password=RAW(${PW})"}
        """);
    assertThat(files.read(folder).sources())
        .extracting(s -> s.from().orElseThrow())
        .containsExactly(
            "sftp://u@host/d?password=a%26b%20c", "sftp://u@host/d?password=RAW(a&b c)");
  }

  @Test
  void a_secret_from_a_file_loses_its_line_end() throws IOException {
    Path secret = Files.writeString(folder.resolve("token"), "abc\n");
    file(
        "a.yaml",
        "id: a\nname: A\nfeed: https://a.example/\nheaders: {Authorization: \"Bearer ${file:"
            + secret.toAbsolutePath()
            + "}\"}\n");
    assertThat(files.read(folder).sources().get(0).headers())
        .containsEntry("Authorization", "Bearer abc");
  }

  @Test
  void no_problem_repeats_a_secret() throws IOException {
    file(
        "a.yaml",
        "id: a\nname: A\nfrom: \"sftp://u:hunter2@host/\"\nheaders: {Authorization: hunter2}\n");
    assertThat(files.read(folder).problems()).hasSize(2);
    assertThat(files.read(folder).problems().toString()).doesNotContain("hunter2");
  }

  @Test
  void a_folder_that_is_not_there_is_one_problem() {
    assertThat(files.read(folder.resolve("nowhere")).problems()).hasSize(1);
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}

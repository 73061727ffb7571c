package news.dateline.parse.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Small transmissions, mails, texts and archives, in our own words: where fuzzing begins. */
public final class TextSeeds {
  private static final String TEXT =
      "   Bremen (dpa) - Heavy rain has closed the old harbour for the third\r\n"
          + "day in a row, the harbour master said in a left-\r\nleaning newspaper.\r\n\n"
          + "   Ferries wait outside. dpa ab cd\r\n";

  private TextSeeds() {}

  static String transmission(int number) {
    return "\u0001eca"
        + (100 + number)
        + " 4 i 211 ccccb   dpa 061\r\n\nHarbour/Rain/\r\n(With photo)\r\n\u0002Rain closes harbour =\r\n"
        + "(CORRECTION: spelling)\r\nBy Ann Poe, dpa =\r\n\n"
        + TEXT
        + "\r\n\u0003131137 GMT Nov 13 \r\n\u007f\n\u007f\u0004";
  }

  static String ap(int number) {
    return "\u0016\u0016\u0001W"
        + (1000 + number)
        + "\u001fasian\nr i\u0013\u0011 BC-US--Rain 1stLd-Writethru    11-13 0449\n"
        + "\u0002^BC-US--Rain, 1st Ld-Writethru,266<\n^Rain falls on harbor <\n^AP Photo ABC101<\n"
        + "^Eds: Updates. With AP Photos.<\n^By JANE ROE=\n^Associated Press=\n"
        + "\t   PORT TOWN, Maine (AP) _ Rain fell for a third day. \n \n\t   ``It never stops,'' she said.\n"
        + "\n\t   \u0003AP-WF-11-13-13 1509GMT<\n\n\f\n\u0004\n";
  }

  static String mail(String type, String body) {
    return "Received: by q.example\r\nDate: Thu, 19 Feb 2015 17:18:40 +1100\r\nMessage-ID: <q7@q.example>\r\n"
        + "Subject: =?utf-8?Q?Rain=20on?= =?iso-8859-1?B?UmFpbg==?=\r\nFrom: Quay Desk <desk@q.example>\r\n"
        + "MIME-Version: 1.0\r\nContent-Type: "
        + type
        + "\r\n\r\n"
        + body;
  }

  private static String part(String headers, String body) {
    return "--q\r\n" + headers + "\r\n\r\n" + body + "\r\n";
  }

  public static Stream<byte[]> iptc7901() {
    return XmlSeeds.all(transmission(1), transmission(2) + transmission(3), TEXT);
  }

  public static Stream<byte[]> anpa1312() {
    return XmlSeeds.all(ap(1), ap(2) + ap(3));
  }

  public static Stream<byte[]> plain() {
    return XmlSeeds.all(
        "Rain falls on harbour\nBy Ann Poe\n\nLIMA, March 3 (JBA) - Rain fell, the office said today.\n\nab/cd\n",
        "ZCZC 0123\n"
            + TEXT
            + "NNNN\nZCZC 0124\nEMBARGOED UNTIL 0001 GMT May 3\n"
            + TEXT
            + "NNNN\n",
        "Rain fell on the harbour for three whole days, the office said. Media Release: no.\n");
  }

  public static Stream<byte[]> mails() {
    String plain =
        part(
            "Content-Type: text/plain; charset=iso-8859-1; format=flowed; delsp=yes\r\n"
                + "Content-Transfer-Encoding: quoted-printable",
            "Regen f=E4llt \r\nam Hafen.\r\n-- \r\nAnn");
    String html = part("Content-Type: text/html", "<p>Regen <b>fiel</b> am Hafen.");
    String file =
        part(
            "Content-Type: text/xml; name*0=\"a\"; name*1=\".xml\"\r\nContent-Disposition: attachment;"
                + " filename=\"a.xml\"\r\nContent-Transfer-Encoding: base64",
            "PHJzcz48Y2hhbm5lbD48aXRlbT48dGl0bGU+UmFpbjwvdGl0bGU+PC9pdGVtPjwvY2hhbm5lbD48L3Jzcz4=");
    String picture =
        part(
            "Content-Type: image/jpeg; name=\"=?utf-8?Q?b.jpg?=\"\r\nContent-Id: <b>",
            "\u00ff\u00d8");
    return XmlSeeds.all(
        mail("text/plain", "Rain falls.\r\n"),
        "From desk Thu\n" + mail("multipart/alternative; boundary=q", plain + html + "--q--"),
        mail("multipart/mixed; boundary=\"q\"", plain + file + picture + "--q--"),
        mail(
            "multipart/mixed; boundary=z",
            "--z\r\nContent-Type: message/rfc822\r\n\r\n"
                + mail("multipart/mixed; boundary=q", html + file + "--q--")
                + "\r\n--z--"));
  }

  public static Stream<byte[]> archives() {
    byte[] rain =
        "<rss><channel><item><title>Rain</title></item></channel></rss>"
            .getBytes(StandardCharsets.UTF_8);
    byte[] text = transmission(1).getBytes(StandardCharsets.UTF_8);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("day/a.xml", rain);
    files.put("b.txt", text);
    files.put(".hidden", text);
    files.put("c.jpg", new byte[] {1, 2, 3});
    byte[] zip = zip(files);
    byte[] tar = tar(files);
    return Stream.of(
        zip,
        tar,
        gzip(tar),
        gzip(rain),
        zip(Map.of("in.zip", zip)),
        zip(Map.of("in.tgz", gzip(tar))));
  }

  static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] tar(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, 512)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** One of each: for the whole way, where the format must be found. */
  public static Stream<byte[]> everything() {
    return Stream.of(
            XmlSeeds.newsMlG2(),
            XmlSeeds.newsMl1(),
            XmlSeeds.nitf(),
            XmlSeeds.ownXml(),
            XmlSeeds.rss(),
            XmlSeeds.atom(),
            JsonSeeds.ninjs(),
            JsonSeeds.mediaApi(),
            JsonSeeds.digitalwires(),
            JsonSeeds.jsonFeed(),
            iptc7901(),
            anpa1312(),
            plain(),
            mails(),
            archives())
        .flatMap(s -> s);
  }
}

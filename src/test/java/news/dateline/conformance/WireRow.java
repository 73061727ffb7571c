package news.dateline.conformance;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One row of a list of the wire corpus, by the names in its first line. */
record WireRow(Map<String, String> fields) {

  /** All rows; none when the list is not there. */
  static List<WireRow> read(Path list) throws IOException {
    List<WireRow> rows = new ArrayList<>();
    if (!Files.exists(list)) {
      return rows;
    }
    List<String> lines = Files.readAllLines(list);
    String[] names = lines.get(0).split("\t", -1);
    for (String line : lines.subList(1, lines.size())) {
      String[] values = line.split("\t", -1);
      Map<String, String> fields = new LinkedHashMap<>();
      for (int i = 0; i < names.length && i < values.length; i++) {
        fields.put(names[i], values[i].strip());
      }
      rows.add(new WireRow(fields));
    }
    return rows;
  }

  String get(String name) {
    return fields.getOrDefault(name, "");
  }

  String path() {
    return get("path");
  }

  /** Format and agency, as a row of the table. */
  String category() {
    return get("format") + " " + get("agency");
  }

  /**
   * A value as its author wrote it: the scripts that made the list read some UTF-8 as Latin-1,
   * which shows in that it can be read back.
   */
  static String mended(String value) {
    if (value.chars().allMatch(c -> c < 0x80)) {
      return value;
    }
    try {
      byte[] bytes =
          Charset.forName("windows-1252")
              .newEncoder()
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .encode(java.nio.CharBuffer.wrap(value))
              .array();
      String read =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(java.nio.ByteBuffer.wrap(bytes))
              .toString();
      return read.replace("\0", "");
    } catch (CharacterCodingException e) {
      return value;
    }
  }
}

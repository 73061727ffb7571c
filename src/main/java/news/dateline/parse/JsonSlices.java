package news.dateline.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import news.dateline.parse.ItemSlices.Found;
import news.dateline.parse.ItemSlices.Slice;

/** Where the items of a JSON Feed stand in its bytes: its tokens are passed, nothing is built. */
final class JsonSlices {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonSlices() {}

  /** The objects in the array {@code items} of the outermost object; none in broken JSON. */
  static Found find(byte[] bytes) {
    List<Slice> slices = new ArrayList<>();
    try (JsonParser p = JSON.createParser(bytes)) {
      if (p.nextToken() != JsonToken.START_OBJECT) {
        return Found.NONE;
      }
      while (p.nextToken() == JsonToken.FIELD_NAME) {
        boolean items = p.currentName().equals("items");
        if (p.nextToken() == JsonToken.START_ARRAY && items) {
          while (p.nextToken() == JsonToken.START_OBJECT) {
            int from = (int) p.currentTokenLocation().getByteOffset();
            p.skipChildren();
            slices.add(new Slice(from, (int) p.currentLocation().getByteOffset()));
          }
          if (p.currentToken() != JsonToken.END_ARRAY) {
            return Found.NONE;
          }
        } else {
          p.skipChildren();
        }
      }
      return p.currentToken() == JsonToken.END_OBJECT ? new Found(0, slices) : Found.NONE;
    } catch (IOException e) {
      return Found.NONE; // broken: read whole, and mended
    }
  }
}

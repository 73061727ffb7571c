package news.dateline.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** A source on one line of a terminal. */
final class SourceLine {
  private SourceLine() {}

  /** State, cause and what happens next, from the API's view of a source. */
  static String of(JsonNode s) {
    JsonNode state = s.path("state");
    String why = state.path("nextWhy").asText();
    if (state.hasNonNull("reason")) {
      String detail = state.path("detail").asText();
      why =
          state.path("reason").asText()
              + (detail.isEmpty() ? "" : ": " + detail)
              + (why.isEmpty() ? "" : "; " + why);
    }
    JsonNode push = s.path("push");
    if (push.isObject()) {
      why +=
          (why.isEmpty() ? "" : "; ")
              + "push "
              + push.path("phase").asText()
              + (push.hasNonNull("until")
                  ? " until " + Moments.seconds(push.path("until").asText())
                  : "");
    }
    JsonNode move = s.path("move");
    if (move.isObject()) {
      why +=
          "; moved "
              + move.path("at").asText().substring(0, 10)
              + " from "
              + move.path("from").asText();
    }
    return String.format(
        "%-22s %-11s %9d  %-20s %s",
        s.path("id").asText(),
        state.path("health").asText(),
        state.path("published").asLong(),
        Moments.seconds(state.path("nextPoll").asText("-")),
        why);
  }
}

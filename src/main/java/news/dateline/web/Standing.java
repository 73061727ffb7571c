package news.dateline.web;

/** Whether an instance takes requests. */
enum Standing {
  STARTING("it is starting"),
  OPEN(""),
  CLOSING("it is stopping");

  private final String why;

  Standing(String why) {
    this.why = why;
  }

  /** Why it does not; empty text when it does. */
  String why() {
    return why;
  }
}

package news.dateline.web;

/** Serves the page over invented data, to look at it: {@code PageDemo [PORT]}. */
public final class PageDemo {
  private PageDemo() {}

  @SuppressWarnings("resource") // runs until the process is stopped
  public static void main(String[] args) throws Exception {
    DemoServer server = new DemoServer(args.length > 0 ? Integer.parseInt(args[0]) : 8099);
    System.out.println(server.url());
  }
}

package news.dateline.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * What a person does on the page, in a real browser, against any running instance: give it the
 * instance's base URL. Waits for what it looks for, up to Playwright's timeout.
 */
public final class PageFlow implements AutoCloseable {
  private static final List<String> BROWSERS =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private PageFlow(Path chromium, String baseUrl) {
    Map<String, String> env = new HashMap<>(System.getenv());
    env.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(env));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(QUIET));
    page =
        browser.newPage(
            new Browser.NewPageOptions().setBaseURL(baseUrl).setViewportSize(1440, 1000));
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        m -> {
          // A browser also logs answers such as 422, which the page shows to the user itself.
          if (m.type().equals("error") && !m.text().startsWith("Failed to load resource")) {
            complaints.add(m.text());
          }
        });
    page.navigate("/");
  }

  /**
   * Opens the page of an instance; skips the running test, saying so, when this machine has no
   * Chromium.
   *
   * @param baseUrl for instance {@code http://127.0.0.1:8080/}
   */
  public static PageFlow open(String baseUrl) {
    Optional<Path> chromium =
        Stream.concat(
                Optional.ofNullable(System.getProperty("dateline.chromium")).stream(),
                BROWSERS.stream())
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    Assumptions.assumeTrue(
        chromium.isPresent(),
        () -> "skipped: no Chromium at " + BROWSERS + " nor in -Ddateline.chromium=FILE");
    return new PageFlow(chromium.get(), baseUrl);
  }

  /** Pastes an address under "Add a source" and asks for the preview. */
  public PageFlow preview(String url) {
    return preview(url, false);
  }

  /**
   * The same.
   *
   * @param internal ticks first that the address is inside our own network
   */
  public PageFlow preview(String url, boolean internal) {
    page.getByRole(AriaRole.LINK, named("Add a source")).click();
    page.getByLabel("Address of a feed or a web page").fill(url);
    page.locator("input[name=inside]").setChecked(internal);
    page.locator("#preview-form button").click();
    page.locator("#add-form, #refusal").first().waitFor();
    return this;
  }

  /** Headlines of the preview; empty when it was refused. */
  public List<String> previewedHeadlines() {
    return page.locator(".previews h2").allTextContents();
  }

  /** Why there is no preview. */
  public String refusal() {
    return page.locator("#refusal").innerText();
  }

  /**
   * When the address cannot be previewed (a private one, for instance), goes on to the form all the
   * same.
   */
  public PageFlow withoutPreview() {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add it without a preview"))
        .click();
    page.locator("#add-form").waitFor();
    return this;
  }

  /** Confirms the proposal under an id and a name of one's own; ends at the source's articles. */
  public PageFlow add(String id, String name, boolean internal) {
    Locator form = page.locator("#add-form");
    form.locator("input[name=id]").fill(id);
    form.locator("input[name=name]").fill(name);
    if (internal) {
      form.locator("summary").click();
      form.locator("input[name=internal]").check();
    }
    form.locator("button[type=submit]").click();
    page.waitForURL("**/#/stream?source=" + id);
    return this;
  }

  /** Headlines shown in the stream, once there is one. */
  public List<String> headlines() {
    page.locator(".headlines h3").first().waitFor();
    return page.locator(".headlines h3").allTextContents();
  }

  /** Opens the article with this headline. */
  public PageFlow read(String headline) {
    page.locator(".headlines a")
        .filter(new Locator.FilterOptions().setHasText(headline))
        .first()
        .click();
    page.locator(".reader h2")
        .filter(new Locator.FilterOptions().setHasText(headline))
        .first()
        .waitFor();
    return this;
  }

  /**
   * The marked words of the open article.
   *
   * @param kind {@code quote}, {@code speaker}, {@code cue}, {@code agency}, {@code dateline},
   *     {@code byline}
   */
  public List<String> marked(String kind) {
    return page.locator(".reader .copy mark.m-" + kind).allTextContents();
  }

  /** What a mark says when it is pointed at. */
  public String explanation(String words) {
    page.locator(".reader mark")
        .filter(new Locator.FilterOptions().setHasText(words))
        .first()
        .hover();
    return page.locator(".tip").innerText();
  }

  /** What a screen reader is given for a mark that has the focus. */
  public String explanationByKeyboard(String words) {
    Locator mark =
        page.locator(".reader mark").filter(new Locator.FilterOptions().setHasText(words)).first();
    mark.focus();
    return page.locator("#" + mark.getAttribute("aria-describedby")).innerText();
  }

  /** Waits until the list of sources shows this state word, for instance {@code ok}. */
  public PageFlow awaitState(String id, String word) {
    page.navigate("/#/sources");
    page.locator(".sourcelist > li[data-key='" + id + "'] .state.s-" + word).waitFor();
    return this;
  }

  /** Errors the browser saw: scripts that failed, resources the policy refused. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** The browser's page, for what has no method here. */
  public Page page() {
    return page;
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}

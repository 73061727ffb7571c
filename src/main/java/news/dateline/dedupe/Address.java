package news.dateline.dedupe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import news.dateline.model.Tracking;

/**
 * The parts of a web address that tell stories apart, without those that say who reads it, from
 * where and in which session.
 */
final class Address {
  /** Names that hold nothing but a session, whatever their value. */
  private static final Pattern SESSION =
      Pattern.compile("(?i)(?:jsessionid|phpsessid|aspsessionid\\w*|zenid|oscsid|cftoken)=.*");

  /**
   * Names that hold a session when their value looks like one: long, of letters and digits. A
   * number alone may be the story's.
   */
  private static final Pattern MAYBE_SESSION =
      Pattern.compile(
          "(?i)(?:sid|session|session_?id|sess|sess_?id|s_id)="
              + "(?=.*\\d)(?=.*[a-z])[\\w.-]{16,}");

  private static final Pattern PATH_SESSION =
      Pattern.compile("(?i);(?:jsessionid|phpsessid|sid)=[^/?#]*");

  private Address() {}

  /**
   * It without fragment, tracking parameters, session ids and what the source varies.
   *
   * @param noise names of parameters, in lower case
   */
  static String page(String link, Set<String> noise) {
    int hash = link.indexOf('#');
    return hash >= 0 && !link.startsWith("#!", hash)
        ? clean(link.substring(0, hash), noise)
        : clean(link, noise);
  }

  /** It without tracking parameters, session ids and what the source varies. */
  static String clean(String link, Set<String> noise) {
    int query = link.indexOf('?');
    boolean session = link.indexOf(';') >= 0;
    if (query < 0 && !session) {
      return link;
    }
    int hash = link.indexOf('#');
    int end = hash < 0 ? link.length() : hash;
    if (query > end) {
      query = -1;
    }
    String head = link.substring(0, query < 0 ? end : query);
    if (session) {
      head = PATH_SESSION.matcher(head).replaceAll("");
    }
    StringBuilder out = new StringBuilder(link.length()).append(head);
    if (query >= 0) {
      char mark = '?';
      for (String parameter : link.substring(query + 1, end).split("&", -1)) {
        if (counts(parameter, noise)) {
          out.append(mark).append(parameter);
          mark = '&';
        }
      }
    }
    return out.append(link, end, link.length()).toString();
  }

  private static boolean counts(String parameter, Set<String> noise) {
    return !parameter.isEmpty()
        && !Tracking.is(parameter)
        && !SESSION.matcher(parameter).matches()
        && !MAYBE_SESSION.matcher(parameter).matches()
        && (noise.isEmpty() || !noise.contains(name(parameter)));
  }

  private static String name(String parameter) {
    int equals = parameter.indexOf('=');
    return (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
  }

  /** What follows the {@code #}; empty when nothing does, and when it only says who reads. */
  static String fragment(String link) {
    int hash = link.indexOf('#');
    String fragment = hash < 0 ? "" : link.substring(hash + 1);
    return fragment.indexOf('=') > 0 && Tracking.is(fragment) ? "" : fragment;
  }

  /** The front page of a site: of no story. */
  static boolean isHome(String link) {
    int start = link.indexOf("://");
    int path = start < 0 ? -1 : link.indexOf('/', start + 3);
    String rest = path < 0 ? "" : link.substring(path + 1);
    return start > 0
        && link.indexOf('?') < 0
        && (rest.isEmpty() || rest.matches("(?i)index\\.\\w{2,5}"));
  }

  /** Scheme and "www." come and go without a story moving. */
  static String bare(String link) {
    int start = link.indexOf("://");
    start = start < 0 ? 0 : start + 3;
    return link.substring(link.startsWith("www.", start) ? start + 4 : start);
  }

  /** Names of the parameters in which two addresses of one page differ; empty: in anything else. */
  static List<String> differing(String one, String other) {
    if (!Fingerprint.place(one).equals(Fingerprint.place(other))) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    List<String> all = new ArrayList<>(parameters(one));
    List<String> there = parameters(other);
    for (String parameter : there) {
      if (!all.remove(parameter)) {
        names.add(name(parameter));
      }
    }
    all.forEach(p -> names.add(name(p)));
    return names.stream().distinct().toList();
  }

  private static List<String> parameters(String link) {
    int query = link.indexOf('?');
    int hash = link.indexOf('#');
    int end = hash < 0 ? link.length() : hash;
    return query < 0 || query > end
        ? List.of()
        : Arrays.asList(link.substring(query + 1, end).split("&", -1));
  }
}

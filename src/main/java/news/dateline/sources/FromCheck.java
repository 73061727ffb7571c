package news.dateline.sources;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether {@code from:} of a source is one of the declared transports with declared parameters. The
 * text is looked at as it is written, before secrets are filled in. Thread-safe.
 */
final class FromCheck {
  private static final Pattern SECRET =
      Pattern.compile("\\$\\{(?:[A-Za-z_][A-Za-z0-9_]*|file:/[^{}]*)}");
  private static final Pattern LOGIN = Pattern.compile("^(//)?([^/@:]*):(\\$\\{[^{}]*})@");
  private static final Pattern ODD_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");
  private static final int MOST_NAMED = 12;
  private static final String BY_HAND = "write it into a file in config/sources";

  private final TransportTable table;
  private final boolean http;

  /**
   * @param http true: for a source that comes by the HTTP API or the page
   */
  FromCheck(TransportTable table, boolean http) {
    this.table = table;
    this.http = http;
  }

  /**
   * @param problem receives message and hint of everything that is wrong
   * @return whether nothing was
   */
  boolean check(String text, BiConsumer<String, String> problem) {
    One one = new One(FromUri.parse(text), problem);
    one.check();
    return !one.wrong;
  }

  /**
   * The same for a text whose secrets are filled in: no secret may change what its neighbours are.
   *
   * @param written before they were filled in, and without problems
   */
  boolean checkFilled(String written, String filled, BiConsumer<String, String> problem) {
    List<String> names =
        FromUri.parse(written).options().stream().map(FromUri.Option::name).toList();
    Map<String, String> read = UriOptions.of(filled);
    String why = "";
    if (!List.copyOf(read.keySet()).equals(names)) {
      why = "cannot be told from what follows it";
    }
    for (String value : read.values()) {
      why = value.strip().startsWith("#") ? "begins with #, which a transport cannot take" : why;
      why = value.contains("{{") ? "holds {{, which a transport cannot take" : why;
    }
    if (!why.isEmpty()) {
      problem.accept("a secret that is filled in " + why, "choose another password");
    }
    return why.isEmpty();
  }

  /** The check of one text. */
  private final class One {
    private final FromUri uri;
    private final BiConsumer<String, String> problem;
    private boolean wrong;

    One(FromUri uri, BiConsumer<String, String> problem) {
      this.uri = uri;
      this.problem = problem;
    }

    void check() {
      String scheme = uri.scheme();
      Transport transport = table.find(scheme).orElse(null);
      if (transport == null) {
        unknown(scheme);
        return;
      }
      if (http && !transport.http()) {
        say(scheme + ": is not accepted over HTTP", BY_HAND);
        return;
      }
      address(transport);
      Set<String> given = new HashSet<>();
      for (FromUri.Option option : uri.options()) {
        if (given.add(option.name())) {
          option(transport, option);
        } else {
          say(shown(option.name()) + " is given twice", "keep one of them");
        }
      }
      transport
          .parameters()
          .forEach(
              (name, p) -> {
                if (p.needed() && !given.contains(name)) {
                  say(name + " is missing", "write " + transport.example());
                }
              });
    }

    private void unknown(String scheme) {
      String small = scheme.toLowerCase(Locale.ROOT);
      if (!ODD_SCHEME.matcher(scheme).matches()) {
        say(
            "is not a transport",
            "begin with the transport, as in file:incoming or sftp://user@host/dir");
      } else if (table.find(small).isPresent()) {
        say(scheme + ": is written in capitals", "write " + small + ":");
      } else {
        say(
            shown(scheme) + ": is not a transport",
            Closest.to(scheme, table.schemes())
                .map(s -> "did you mean " + s + ":?")
                .orElse(
                    "known: "
                        + String.join(", ", table.schemes())
                        + "; others need dateline.transports.more in the settings"));
      }
    }

    private void address(Transport transport) {
      String address = uri.address();
      Matcher login = LOGIN.matcher(address);
      if (transport.login() && !http && login.find()) {
        secret("the password before @", login.group(3));
        address = login.replaceFirst("$1$2@");
      }
      new Layers(address).danger().ifPresent(why -> say("its address " + why, ""));
      if (address.indexOf('#') >= 0) {
        say("its address holds #", "leave it out");
      } else if (!transport.address().matcher(address).matches()) {
        boolean plain = transport.login() && address.matches("(//)?[^/@:]*:[^@]*@.*");
        say(
            plain ? "the password before @ is written in plain" : "its address is not one",
            plain ? ValueKind.SECRET.hint() : "write for instance " + transport.example());
      }
    }

    private void option(Transport transport, FromUri.Option option) {
      String name = option.name();
      Transport.Parameter known = transport.parameter(uri.scheme(), name).orElse(null);
      boolean word = name.matches("[A-Za-z][A-Za-z0-9._-]*");
      if (known == null || !word) {
        List<String> names = transport.names(uri.scheme());
        say(
            shown(name) + " is not a parameter of " + uri.scheme() + ":",
            Closest.to(name, names)
                .map(n -> "did you mean " + n + "?")
                .orElse(
                    names.size() > MOST_NAMED
                        ? "docs/add-a-source.md lists those of " + uri.scheme() + ":"
                        : "known: " + String.join(", ", names)));
      } else if (http && !known.http()) {
        say(name + " is not accepted over HTTP", BY_HAND);
      } else {
        value(name, known, option);
      }
    }

    private void value(String name, Transport.Parameter known, FromUri.Option option) {
      String bare = option.bare();
      if (known.secret() && !http && SECRET.matcher(bare).matches()) {
        return;
      }
      if (known.kind() == ValueKind.SECRET) {
        boolean named = Secrets.refers(bare) || bare.isEmpty();
        say(
            name + (named ? " is not the name of a secret" : " is written in plain"),
            ValueKind.SECRET.hint());
        return;
      }
      String plain =
          known.kind().hasFunctions() ? ValueKind.FUNCTION.matcher(bare).replaceAll("x") : bare;
      Layers layers = new Layers(plain);
      if (layers.danger().isPresent()) {
        say(name + " " + layers.danger().get(), hint(known));
        return;
      }
      String meant = option.isRaw() ? bare : new Layers(bare).decoded();
      boolean fits =
          known.allowed().isEmpty() ? known.kind().fits(meant) : known.allowed().contains(meant);
      if (!fits) {
        say(name + " has a value that does not fit", hint(known));
      }
    }

    private void secret(String what, String written) {
      if (!SECRET.matcher(written).matches()) {
        say(what + " is not the name of a secret", ValueKind.SECRET.hint());
      }
    }

    private String hint(Transport.Parameter known) {
      return known.allowed().isEmpty()
          ? known.kind().hint()
          : "one of " + String.join(", ", known.allowed());
    }

    private void say(String message, String hint) {
      wrong = true;
      problem.accept(message, hint);
    }

    private String shown(String word) {
      String line = word.replaceAll("\\p{Cntrl}", " ");
      return "\"" + (line.length() <= 60 ? line : line.substring(0, 57) + "...") + "\"";
    }
  }
}

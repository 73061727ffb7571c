package news.dateline.sources;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A way in that {@code from:} of a source may name, as {@code transports.yaml} declares it.
 *
 * @param schemes what stands before the colon
 * @param doc one line for people
 * @param example of a whole {@code from:}
 * @param address what may stand between the scheme and the question mark
 * @param login whether a user and a password, a secret by name, may stand before the host
 * @param http whether sources that come by HTTP may use it
 * @param parameters by name; {@code SCHEME} in a name stands for the scheme
 * @param open any parameter may be given: a component that only the settings allow
 */
public record Transport(
    List<String> schemes,
    String doc,
    String example,
    Pattern address,
    boolean login,
    boolean http,
    Map<String, Parameter> parameters,
    boolean open) {

  public Transport {
    schemes = List.copyOf(schemes);
  }

  /**
   * One parameter.
   *
   * @param kind of value
   * @param allowed the values allowed; empty: whatever the kind takes
   * @param secret whether a secret may be named instead
   * @param needed whether the transport is refused without it
   * @param http whether sources that come by HTTP may give it
   * @param doc one line for people
   */
  public record Parameter(
      ValueKind kind,
      List<String> allowed,
      boolean secret,
      boolean needed,
      boolean http,
      String doc) {
    public Parameter {
      allowed = List.copyOf(allowed);
    }
  }

  /** A component that the settings allow, of which nothing is known. */
  static Transport open(String scheme) {
    return new Transport(
        List.of(scheme),
        "Allowed by dateline.transports.more.",
        scheme + ":...",
        Pattern.compile(".*", Pattern.DOTALL),
        false,
        false,
        Map.of(),
        true);
  }

  /** What is declared of a parameter, if it may be given. */
  Optional<Parameter> parameter(String scheme, String name) {
    if (open) {
      return Optional.of(new Parameter(ValueKind.TEXT, List.of(), true, false, false, ""));
    }
    Parameter exact = parameters.get(name);
    return exact != null
        ? Optional.of(exact)
        : Optional.ofNullable(parameters.get(name.replace("." + scheme + ".", ".SCHEME.")))
            .filter(p -> name.contains("." + scheme + "."));
  }

  /** Names of the parameters, as they are given with this scheme. */
  List<String> names(String scheme) {
    return parameters.keySet().stream().map(n -> n.replace("SCHEME", scheme)).toList();
  }
}

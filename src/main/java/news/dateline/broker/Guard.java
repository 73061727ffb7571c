package news.dateline.broker;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.NoCacheLoginException;
import org.apache.activemq.artemis.spi.core.security.jaas.RolePrincipal;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/** Lets in the users there are; what each may do is said by the roles of the addresses. */
final class Guard implements ActiveMQSecurityManager5 {
  private final Map<String, String> passwords;

  private final BooleanSupplier open;

  /**
   * @param open while this is false subscribers are refused as if their password were wrong
   */
  Guard(Credentials credentials, BooleanSupplier open) {
    this.open = open;
    Map<String, String> all = new HashMap<>(credentials.desks());
    all.put(Credentials.PUBLISHER, credentials.publisher());
    all.put(Credentials.READER, credentials.reader());
    all.put(Credentials.ADMIN, credentials.admin());
    passwords = Map.copyOf(all);
  }

  @Override
  public Subject authenticate(
      String user,
      String password,
      @Nullable RemotingConnection connection,
      @Nullable String securityDomain)
      throws NoCacheLoginException {
    if (!validateUser(user, password)) {
      throw new NoCacheLoginException("wrong user or password");
    }
    Subject subject = new Subject();
    subject.getPrincipals().add(new UserPrincipal(user));
    subject.getPrincipals().add(new RolePrincipal(user));
    return subject;
  }

  @Override
  public boolean authorize(Subject subject, Set<Role> roles, CheckType check, String address) {
    for (Role role : roles) {
      if (check.hasRole(role)
          && subject.getPrincipals(RolePrincipal.class).stream()
              .anyMatch(p -> p.getName().equals(role.getName()))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean validateUser(@Nullable String user, @Nullable String password) {
    String expected = user == null ? null : passwords.get(user);
    if (!open.getAsBoolean()
        && !Credentials.ADMIN.equals(user)
        && !Credentials.PUBLISHER.equals(user)) {
      return false;
    }
    return expected != null
        && password != null
        && java.security.MessageDigest.isEqual(
            expected.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            password.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** Not asked of a manager of the fifth kind. */
  @Override
  public boolean validateUserAndRole(
      String user, String password, Set<Role> roles, CheckType check) {
    return validateUser(user, password)
        && roles.stream().anyMatch(r -> r.getName().equals(user) && check.hasRole(r));
  }
}

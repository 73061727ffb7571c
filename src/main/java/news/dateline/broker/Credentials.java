package news.dateline.broker;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Passwords of the embedded broker's users.
 *
 * @param publisher of the user {@code publisher}: may send, nothing else
 * @param reader of the user {@code reader}: may make subscriptions and consume from them, nothing
 *     else
 * @param admin of the user {@code admin}: may do everything
 * @param desks by name of the user, {@link #deskUser}: each may consume from the queue of its desk,
 *     nothing else
 */
public record Credentials(
    String publisher, String reader, String admin, Map<String, String> desks) {
  /** Name of the file in the data folder. */
  public static final String FILE = "credentials.properties";

  public static final String PUBLISHER = "publisher";
  public static final String READER = "reader";
  public static final String ADMIN = "admin";

  private static final String ALPHABET =
      "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

  private static final String HEAD =
      "# Users of the embedded broker. Change a password here and start again.\n";

  private static final String DESK = "desk-";

  /** About 140 bits. */
  private static final int LENGTH = 24;

  public Credentials {
    desks = Map.copyOf(desks);
  }

  /** The name of a desk's user. */
  public static String deskUser(String desk) {
    return DESK + desk;
  }

  /** The passwords of a broker without desks: {@link #in(Path, List)}. */
  public static Credentials in(Path folder) {
    return in(folder, List.of());
  }

  /**
   * The passwords in the folder's {@value #FILE}, readable by the owner alone. What is not there
   * yet is made at random and written; passwords of desks that are no longer configured stay in the
   * file and open nothing.
   *
   * @param folder the data folder; created when absent
   * @throws UncheckedIOException when the file can be neither read nor written, or lacks a user
   */
  public static Credentials in(Path folder, List<Desk> desks) {
    Path file = folder.resolve(FILE);
    List<String> deskUsers = desks.stream().map(desk -> deskUser(desk.name())).toList();
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(folder);
        write(file, HEAD + lines(List.of(PUBLISHER, READER, ADMIN)) + lines(deskUsers), false);
      }
      Properties users = load(file);
      List<String> missing = deskUsers.stream().filter(user -> !users.containsKey(user)).toList();
      if (!missing.isEmpty()) {
        write(file, Files.readString(file).stripTrailing() + "\n" + lines(missing), true);
        users.putAll(load(file));
      }
      Map<String, String> ofDesks = new LinkedHashMap<>();
      for (String user : deskUsers) {
        ofDesks.put(user, password(users, user, file));
      }
      return new Credentials(
          password(users, PUBLISHER, file),
          password(users, READER, file),
          password(users, ADMIN, file),
          ofDesks);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without the passwords. */
  @Override
  public String toString() {
    return "Credentials[publisher, reader, admin, " + desks.keySet() + "]";
  }

  private static Properties load(Path file) throws IOException {
    Properties users = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      users.load(in);
    }
    return users;
  }

  private static String password(Properties users, String user, Path file) throws IOException {
    String password = users.getProperty(user, "").strip();
    if (password.isEmpty()) {
      throw new IOException(file + " has no password for " + user + " (delete it to get new ones)");
    }
    return password;
  }

  /** A line with a new password for each. */
  private static String lines(List<String> users) {
    StringBuilder out = new StringBuilder();
    for (String user : users) {
      out.append(user).append('=').append(random()).append('\n');
    }
    return out.toString();
  }

  /** Written beside and moved into place, so that a crash never leaves half a file. */
  private static void write(Path file, String text, boolean replace) throws IOException {
    FileAttribute<?>[] ownerOnly =
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path fresh =
        Files.createTempFile(file.toAbsolutePath().getParent(), "credentials", ".new", ownerOnly);
    try {
      Files.writeString(fresh, text);
      if (replace) {
        Files.move(
            fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (FileAlreadyExistsException e) {
      Files.delete(fresh); // somebody else was faster: theirs count
    }
  }

  private static String random() {
    SecureRandom random = new SecureRandom();
    StringBuilder out = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      out.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return out.toString();
  }
}

package news.dateline.broker;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Properties;

/**
 * Passwords of the embedded broker's three users.
 *
 * @param publisher of the user {@code publisher}: may send, nothing else
 * @param reader of the user {@code reader}: may subscribe and consume, nothing else
 * @param admin of the user {@code admin}: may do everything
 */
public record Credentials(String publisher, String reader, String admin) {
  /** Name of the file in the data folder. */
  public static final String FILE = "credentials.properties";

  public static final String PUBLISHER = "publisher";
  public static final String READER = "reader";
  public static final String ADMIN = "admin";

  private static final String ALPHABET =
      "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

  /** About 140 bits. */
  private static final int LENGTH = 24;

  /**
   * The passwords in the folder's {@value #FILE}; made at random and written, readable by the owner
   * alone, when there are none yet.
   *
   * @param folder the data folder; created when absent
   * @throws UncheckedIOException when the file can be neither read nor written, or lacks a user
   */
  public static Credentials in(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(folder);
        create(file);
      }
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without the passwords. */
  @Override
  public String toString() {
    return "Credentials[publisher, reader, admin]";
  }

  private static Credentials read(Path file) throws IOException {
    Properties users = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      users.load(in);
    }
    return new Credentials(
        password(users, PUBLISHER, file),
        password(users, READER, file),
        password(users, ADMIN, file));
  }

  private static String password(Properties users, String user, Path file) throws IOException {
    String password = users.getProperty(user, "").strip();
    if (password.isEmpty()) {
      throw new IOException(file + " has no password for " + user + " (delete it to get new ones)");
    }
    return password;
  }

  /** Written beside and moved into place, so that a crash never leaves half a file. */
  private static void create(Path file) throws IOException {
    FileAttribute<?>[] ownerOnly =
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path fresh =
        Files.createTempFile(file.toAbsolutePath().getParent(), "credentials", ".new", ownerOnly);
    try {
      try (Writer out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
        out.write("# Users of the embedded broker. Change a password here and start again.\n");
        for (String user : new String[] {PUBLISHER, READER, ADMIN}) {
          out.write(user + "=" + random() + "\n");
        }
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
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

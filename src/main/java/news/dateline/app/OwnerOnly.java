package news.dateline.app;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the data folder to the user Dateline runs as: articles under embargo, passwords, the
 * broker's journal. The folder itself is closed before anything is written, which shuts out others
 * from all that lies in it; whatever libraries write there with other rights is put right by a walk
 * at each start and now and then. Links are not followed. Does nothing where files have no POSIX
 * rights.
 */
final class OwnerOnly {
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private static final Logger LOG = LoggerFactory.getLogger(OwnerOnly.class);

  private OwnerOnly() {}

  /**
   * Makes the folder, or closes the one that is there.
   *
   * @throws IOException when it cannot be made
   */
  static void folder(Path folder) throws IOException {
    if (!isPosix(folder)) {
      Files.createDirectories(folder);
      return;
    }
    if (!Files.exists(folder)) {
      Path parent = folder.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
    }
    Path real = folder.toRealPath();
    if (!Files.getPosixFilePermissions(real).equals(FOLDER)) {
      try {
        Files.setPosixFilePermissions(real, FOLDER);
      } catch (FileSystemException e) { // a mounted volume of a container, perhaps
        LOG.warn(
            "{} belongs to another user and cannot be closed to others: {}", real, e.getMessage());
      }
    }
  }

  /** Puts right all that lies in the folder; what vanishes meanwhile is left out. */
  static void sweep(Path folder) throws IOException {
    if (!isPosix(folder)) {
      return;
    }
    Files.walkFileTree(
        folder.toRealPath(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes is) {
            close(dir, FOLDER);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
            if (is.isRegularFile()) {
              close(file, FILE);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void close(Path path, Set<PosixFilePermission> wanted) {
    try {
      if (!Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS).equals(wanted)) {
        // By the path: not following links means to open the file, and when any descriptor of a
        // file is closed, POSIX frees every lock the process has on it. What is listed as a file
        // is no link, and the folder is closed to whoever would put one there.
        Files.setPosixFilePermissions(path, wanted);
      }
    } catch (NoSuchFileException e) {
      // gone since it was listed
    } catch (IOException e) {
      // another user's, in a folder that is closed: nothing to be read by others either way
    }
  }

  private static boolean isPosix(Path folder) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}

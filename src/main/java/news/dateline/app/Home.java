package news.dateline.app;

import java.nio.file.Files;
import java.nio.file.Path;
import news.dateline.sources.DropFolder;

/**
 * Where things are.
 *
 * @param root the checkout or installation: relative paths in configuration start here
 * @param config folder with application.properties, agencies.yaml, desks.yaml and sources/
 * @param routes folder with the pipeline
 * @param data folder for state, journal and credentials; made at first start
 */
public record Home(Path root, Path config, Path routes, Path data) {
  /**
   * @param root the installation
   * @param config empty string: {@code root/config}
   * @param data empty string: {@code root/data}
   */
  public static Home of(Path root, String config, String data) {
    Path base = root.toAbsolutePath().normalize();
    Path configDir =
        (config.isEmpty() ? base.resolve("config") : Path.of(config)).toAbsolutePath().normalize();
    Path beside = configDir.resolveSibling("routes");
    Path routes = Files.isDirectory(beside) ? beside : base.resolve("routes");
    Path dataDir =
        (data.isEmpty() ? base.resolve("data") : Path.of(data)).toAbsolutePath().normalize();
    return new Home(base, configDir, routes, dataDir);
  }

  /**
   * The installation of this process: the launcher's {@code -Ddateline.home}, else the working
   * folder.
   */
  public static Path installation() {
    return Path.of(System.getProperty("dateline.home", "."));
  }

  /** The folder of source files. */
  public Path sources() {
    return config.resolve("sources");
  }

  /** The folder below which sources that come by HTTP may watch folders. */
  DropFolder drop(Settings.Callers callers) {
    return new DropFolder(root, callers.drop().map(Path::of).orElse(data.resolve("drop")));
  }

  /** A configuration file as people know it: relative to the folder above {@code config}. */
  public String shown(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path above = config.getParent();
    return above != null && absolute.startsWith(above)
        ? above.relativize(absolute).toString()
        : absolute.toString();
  }
}

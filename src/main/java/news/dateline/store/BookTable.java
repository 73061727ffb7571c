package news.dateline.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import news.dateline.model.Article;
import news.dateline.model.ParagraphBook;

/**
 * How the paragraphs of each source's stories recur: one row a source, read and written whole. Two
 * commits of one source never meet here, because both first write its state.
 */
final class BookTable {
  private static final String FIND = "SELECT book FROM paragraph_book WHERE source = ?";
  private static final String SAVE =
      "INSERT INTO paragraph_book (source, book) VALUES (?, ?)"
          + " ON CONFLICT (source) DO UPDATE SET book = excluded.book";

  private BookTable() {}

  static ParagraphBook find(Session session, String source) throws SQLException {
    PreparedStatement query = session.prepare(FIND);
    query.setString(1, Text.key(source));
    try (ResultSet row = query.executeQuery()) {
      return row.next() ? ParagraphBook.decoded(row.getBytes(1)) : new ParagraphBook();
    }
  }

  /** Counts the stories among these articles. */
  static void save(Session session, String source, List<Article> articles) throws SQLException {
    if (articles.stream().allMatch(a -> a.imprint().paragraphs().isEmpty())) {
      return;
    }
    ParagraphBook book = find(session, source);
    for (Article article : articles) {
      book.add(article.imprint().paragraphs(), ParagraphBook.day(article.received()));
    }
    PreparedStatement row = session.prepare(SAVE);
    row.setString(1, Text.key(source));
    row.setBytes(2, book.encoded().array());
    row.executeUpdate();
  }
}

package news.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import news.dateline.model.ParagraphBook.Recurrence;
import org.junit.jupiter.api.Test;

class ParagraphBookTest {
  private static final long BOX = 7;

  private final ParagraphBook book = new ParagraphBook();

  @Test
  void counts_the_stories_a_paragraph_stood_in_their_share_and_their_days() {
    book.add(List.of(1L), 10);
    book.add(List.of(2L, BOX), 10);
    book.add(List.of(3L), 11);
    book.add(List.of(4L, BOX, BOX), 12);

    assertThat(book.find(BOX)).contains(new Recurrence(2, 2 / 3.0, 3));
    assertThat(book.find(99)).isEmpty();
  }

  @Test
  void a_story_sent_again_under_another_name_proves_nothing() {
    for (int i = 0; i < 9; i++) {
      book.add(List.of(1L, 2L, BOX), 10);
    }
    assertThat(book.find(BOX)).contains(new Recurrence(1, 1, 1));
  }

  @Test
  void a_paragraph_that_recurs_outlives_thousands_that_do_not() {
    for (long i = 0; i < 5_000; i++) {
      book.add(i % 3 == 0 ? List.of(1000 + i, BOX) : List.of(1000 + i, -i), 10);
    }
    assertThat(book.size()).isEqualTo(ParagraphBook.MOST);
    assertThat(book.find(BOX)).map(Recurrence::stories).contains(1667);
    assertThat(book.encoded().size()).isLessThan(12_000);
  }

  @Test
  void what_recurred_once_and_comes_no_more_gives_way() {
    List<Long> many = new ArrayList<>();
    for (long i = 0; i < ParagraphBook.MOST; i++) {
      many.add(i);
    }
    book.add(many, 10);
    many.add(-1L);
    book.add(many, 10);
    book.add(List.of(-2L, 5L), 200);

    assertThat(book.find(5)).map(Recurrence::days).contains(191);
    assertThat(book.find(6)).isEmpty();
  }

  @Test
  void is_the_same_after_it_was_stored() {
    book.add(List.of(1L, BOX), 20_000);
    book.add(List.of(2L, BOX), 20_003);
    ParagraphBook read = ParagraphBook.decoded(book.encoded().array());
    read.add(List.of(3L, BOX), 20_003);

    assertThat(read.find(BOX)).contains(new Recurrence(3, 1, 4));
    assertThat(ParagraphBook.decoded(new byte[] {9, 9, 9}).size()).isZero();
  }
}

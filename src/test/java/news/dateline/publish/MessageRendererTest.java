package news.dateline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import news.dateline.model.Article;
import news.dateline.model.Bytes;
import news.dateline.model.Change;
import news.dateline.model.Embargo;
import news.dateline.model.Memo;
import news.dateline.model.Outgoing;
import news.dateline.model.PubStatus;
import news.dateline.model.Reason;
import news.dateline.model.Rejection;
import news.dateline.model.SourceState;
import org.junit.jupiter.api.Test;

class MessageRendererTest {
  private final MessageRenderer renderer = new MessageRenderer();

  @Test
  void an_article_carries_what_selectors_ask_for() {
    Outgoing message = renderer.article(Articles.full());
    assertThat(message.properties())
        .containsEntry("uri", "https://harbour.example/story?id=7")
        .containsEntry("version", "2")
        .containsEntry("kind", "correction")
        .containsEntry("pubStatus", "usable")
        .containsEntry("source", "harbour-post")
        .containsEntry("publisher", "The Harbour Post")
        .containsEntry("lang", "en-GB")
        .containsEntry("urgency", 2)
        .containsEntry("agency", "AFP")
        .containsEntry("agencies", ",AFP,TASS,")
        .containsEntry("cited", ",TASS,")
        .containsEntry("desk", "ports")
        .containsEntry("type", "text")
        .containsEntry("contentCreated", Articles.NOON.minusSeconds(90).toEpochMilli());
    assertThat(message.priority()).isEqualTo(8);
    assertThat(message.address()).isEqualTo("articles");
    assertThat(message.contentType()).isEqualTo("application/json");
  }

  @Test
  void an_article_that_does_not_say_how_urgent_it_is_has_normal_priority() {
    assertThat(renderer.article(Articles.bare()).priority()).isEqualTo(4);
    assertThat(renderer.article(Articles.bare()).properties())
        .doesNotContainKeys("urgency", "agency", "agencies", "cited", "lang", "contentCreated");
  }

  @Test
  void the_agency_is_the_sources_own_when_none_is_the_origin() {
    Article article = Articles.full().attributed(news.dateline.model.Attribution.NONE);
    assertThat(renderer.article(article).properties()).containsEntry("agency", "AFP");
  }

  @Test
  void an_embargo_holds_the_message_back() {
    assertThat(renderer.article(Articles.full()).releaseAt()).contains(Articles.NOON);
    Outgoing held = renderer.article(with(Embargo.HOLD, Change.NEW));
    assertThat(held.held()).isTrue();
    assertThat(held.releaseAt()).isEmpty();
  }

  @Test
  void a_kill_leaves_at_once_and_withdraws_what_has_not_left() {
    Outgoing kill = renderer.article(with(Embargo.NONE, kill()));
    assertThat(kill.withdraws()).isTrue();
    assertThat(kill.releaseAt()).isEmpty();
    assertThat(kill.body().utf8()).contains("Secret");
  }

  @Test
  void a_kill_of_an_embargoed_article_does_not_tell_its_content() {
    for (Embargo embargo : List.of(Embargo.HOLD, new Embargo.Until(Articles.NOON))) {
      Outgoing kill = renderer.article(with(embargo, kill()));
      assertThat(kill.withdraws()).isTrue();
      assertThat(kill.held()).isFalse();
      assertThat(kill.releaseAt()).isEmpty();
      assertThat(kill.body().utf8()).doesNotContain("Secret").contains("\"kind\":\"kill\"");
    }
  }

  @Test
  void a_buried_item_keeps_its_bytes_and_says_why() {
    Outgoing message =
        renderer.rejection(
            new Rejection(
                "harbour-post",
                "https://harbour.example/rss",
                Optional.of("item 3"),
                "documents.parse",
                Reason.ITEM_EMPTY,
                "neither headline nor text",
                Bytes.utf8("<item/>"),
                Optional.of("text/xml"),
                Articles.NOON));
    assertThat(message.address()).isEqualTo("rejected");
    assertThat(message.body().utf8()).isEqualTo("<item/>");
    assertThat(message.properties())
        .containsEntry("reason", "item-empty")
        .containsEntry("item", "item 3")
        .containsEntry("stage", "documents.parse")
        .containsEntry("contentType", "text/xml")
        .containsEntry("at", Articles.NOON.toEpochMilli());
  }

  @Test
  void a_change_of_health_is_an_event_and_no_change_is_none() {
    SourceState before = SourceState.unseen("harbour-post", Articles.NOON);
    assertThat(renderer.sourceEvent(before, before, Articles.NOON)).isEmpty();
    SourceState after = failing(before);
    Outgoing event = renderer.sourceEvent(before, after, Articles.NOON).orElseThrow();
    assertThat(event.key()).isEqualTo("harbour-post");
    assertThat(event.properties())
        .containsEntry("from", "waiting")
        .containsEntry("to", "failing")
        .containsEntry("reason", "timeout");
    assertThat(event.body().utf8()).contains("\"to\":\"failing\"").contains("took 30 s");
  }

  private static Change kill() {
    return new Change(Change.Kind.KILL, Optional.of("1"), List.of("status"));
  }

  private static Article with(Embargo embargo, Change change) {
    PubStatus status = change.kind() == Change.Kind.KILL ? PubStatus.CANCELED : PubStatus.USABLE;
    return Articles.article(
        new Article.Status(status, OptionalInt.empty(), embargo),
        change,
        new Article.Content("Secret", "Secret text", "", ""));
  }

  private static SourceState failing(SourceState s) {
    return new SourceState(
        s.source(),
        SourceState.Health.FAILING,
        Optional.of(Reason.TIMEOUT),
        "took 30 s",
        Articles.NOON,
        s.cursor(),
        s.lastPoll(),
        s.lastItem(),
        s.nextPoll(),
        "back-off",
        1,
        0,
        0,
        0,
        0,
        List.of(),
        "",
        Memo.NONE);
  }
}

package news.dateline.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Attribution;
import news.dateline.model.Lines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A language without a word list still yields agencies, datelines and what stands in quotes. */
class OtherLanguagesTest {
  private final Attributor attributor = new Attributor(Lexicons.SHIPPED);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "it | ROMA, 11 LUG (ANSA) - \"Il molo resta chiuso fino a domani\", ha detto il sindaco. | ROMA | ANSA | 2026-07-11 | Il molo resta chiuso fino a domani",
        "pt | LISBOA, 3 de maio (Lusa) - \"O cais fica fechado\", disse a ministra. | LISBOA | LUSA | 2026-05-03 | O cais fica fechado",
        "nl | AMSTERDAM (ANP) - \"De kade blijft dicht\", zei de minister. | AMSTERDAM | ANP | | De kade blijft dicht",
        "pl | WARSZAWA, 3 maja (PAP) – „Nabrzeże pozostaje zamknięte”, powiedział minister. | WARSZAWA | PAP | 2026-05-03 | Nabrzeże pozostaje zamknięte",
        "tr | ANKARA (AA) - Bakan, \"Rıhtım yarına kadar kapalı\" dedi. | ANKARA | AA | | Rıhtım yarına kadar kapalı",
        "uk | КИЇВ, 3 травня. /Укрінформ/. «Причал зачинено до завтра», — сказав міністр. | КИЇВ | UKRINFORM | 2026-05-03 | Причал зачинено до завтра",
        "sv | STOCKHOLM (TT) – ”Kajen förblir stängd”, säger ministern. | STOCKHOLM | TT | | Kajen förblir stängd",
        "el | ΑΘΗΝΑ (ΑΠΕ-ΜΠΕ) - «Η προβλήτα μένει κλειστή», δήλωσε ο υπουργός. | ΑΘΗΝΑ | AMNA | | Η προβλήτα μένει κλειστή",
        "he | ירושלים (AP) - \"הרציף יישאר סגור עד מחר\", אמר השר. | ירושלים | AP | | הרציף יישאר סגור עד מחר",
        "ar | القاهرة (أ ف ب) - «الرصيف يبقى مغلقا حتى الغد»، قال الوزير. | القاهرة | AFP | | الرصيف يبقى مغلقا حتى الغد",
        "pl | Warszawa, 03.05.2026 (PAP) - „Nabrzeże pozostaje zamknięte”, powiedział minister. | Warszawa | PAP | 2026-05-03 | Nabrzeże pozostaje zamknięte",
        "ar | القاهرة, 25-11-2025 (أ ف ب) - «الرصيف يبقى مغلقا حتى الغد»، قال الوزير. | القاهرة | AFP | 2025-11-25 | الرصيف يبقى مغلقا حتى الغد",
        "it | Roma, 3 mag. - (Adnkronos) - \"Il molo resta chiuso\", ha detto il sindaco. | Roma | ADNKRONOS | 2026-05-03 | Il molo resta chiuso",
        "ar | القاهرة 3 مايو أيار (رويترز) - «الرصيف يبقى مغلقا حتى الغد»، قال الوزير. | القاهرة | REUTERS | 2026-05-03 | الرصيف يبقى مغلقا حتى الغد",
        "zh | 新华社北京5月3日电（记者王小雨）“码头关闭到明天，”部长说。 | 北京 | XINHUA | 2026-05-03 | 码头关闭到明天，",
        "zh | 路透社伦敦5月3日电 “码头关闭到明天，”部长说。 | 伦敦 | REUTERS | 2026-05-03 | 码头关闭到明天，",
        "zh | （中央社東京3日綜合外電報導）「碼頭關閉到明天」部長說。 | 東京 | CNA_TW | | 碼頭關閉到明天",
        "ja | 【ワシントン=共同】「桟橋は明日まで閉鎖される」と大臣は述べた。 | ワシントン | KYODO | | 桟橋は明日まで閉鎖される",
        "ja | 【東京時事】「桟橋は明日まで閉鎖される」と大臣は述べた。 | 東京 | JIJI | | 桟橋は明日まで閉鎖される",
        "ja | ［ロンドン　５月３日　ロイター］「桟橋は明日まで閉鎖される」と大臣は述べた。 | ロンドン | REUTERS | 2026-05-03 | 桟橋は明日まで閉鎖される",
        "ja | 東京（共同）— 「桟橋は明日まで閉鎖される」と大臣は述べた。 | 東京 | KYODO | | 桟橋は明日まで閉鎖される",
      })
  void finds_place_agency_and_quote(
      String language, String text, String place, String agency, String date, String quote) {
    Attribution found = attribute(text, Optional.of(language));
    OffsetsTest.check(text, found);
    Attribution.Dateline dateline = found.dateline().orElseThrow();
    assertThat(dateline.place()).contains(place);
    assertThat(dateline.agency()).contains(agency);
    assertThat(dateline.date().map(Object::toString)).isEqualTo(Optional.ofNullable(date));
    assertThat(found.agencies())
        .extracting(Attribution.Agency::code, Attribution.Agency::role)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(agency, Attribution.Role.ORIGIN));
    assertThat(found.quotes()).extracting(Attribution.Quote::text).containsExactly(quote);
    assertThat(found.quotes().get(0).speaker()).isEmpty();
  }

  /** Where words are not parted, names are found within them, and everyday words are not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh | 据新华社5月3日报道，码头关闭。 | XINHUA CITED",
        "zh | 码头关闭。法新社援引部长的话说，船不开。 | AFP CITED",
        "ja | 桟橋が閉鎖された。ロイター通信が伝えた。 | REUTERS CITED",
        "ja | 【パリAFP時事】桟橋が閉鎖された。 | AFP ORIGIN, JIJI ORIGIN",
        "ja | 二つの港が共同で桟橋を閉鎖した。 | ''",
        "ja | 【独自】桟橋が閉鎖された。 | ''",
        "zh | 【快讯】5月3日电话会议后，码头关闭。 | ''",
        "pt | O cais ficou fechado.\\n\\nCom informações da Lusa | LUSA CONTRIBUTOR",
        "nl | De kade bleef dicht.\\n\\nBron: ANP | ANP ORIGIN",
      })
  void finds_who_is_named(String language, String text, String agencies) {
    Attribution found = attribute(text.replace("\\n", "\n"), Optional.of(language));
    assertThat(
            String.join(
                ", ",
                found.agencies().stream().map(a -> a.code() + " " + a.role()).sorted().toList()))
        .isEqualTo(agencies);
  }

  @Test
  void reporters_behind_a_chinese_dateline_are_its_authors() {
    String text = "中新社上海5月3日电 (记者 张平、王小雨)码头关闭。";
    Attribution found = attribute(text, Optional.of("zh"));
    OffsetsTest.check(text, found);
    assertThat(found.bylines()).extracting(Attribution.Byline::name).containsExactly("张平", "王小雨");
  }

  @Test
  void a_text_of_no_known_language_is_not_taken_for_english() {
    String czech =
        "Ministr v Praze oznámil, že molo zůstane zavřené a že loď odpluje až zítra odpoledne. Podle"
            + " něj on sám rozhodl o všem, protože kotva byla příliš těžká.";
    assertThat(LanguageGuess.of(czech, Lexicons.SHIPPED).code()).isEqualTo(Language.OTHER);
    assertThat(LanguageGuess.of("Rain fell on the pier.", Lexicons.SHIPPED).code()).isEqualTo("en");
  }

  private Attribution attribute(String text, Optional<String> language) {
    return attributor.attribute(
        new AttributionInput(
            text,
            "",
            language,
            "",
            Optional.empty(),
            Optional.of(Instant.parse("2026-06-04T10:00:00Z")),
            List.of(),
            Lines.NONE,
            List.of()));
  }

  @Test
  void another_script_is_known_without_being_told() {
    Attribution found =
        attributor.attribute(
            AttributionInput.of("新华社北京5月3日电 港口将于周五开放。据路透社报道，渡轮照常运行。", Optional.empty()));

    assertThat(found.dateline().map(Attribution.Dateline::text)).contains("新华社北京5月3日电");
    assertThat(found.agencies())
        .extracting(Attribution.Agency::code)
        .containsExactly("XINHUA", "REUTERS");
  }
}

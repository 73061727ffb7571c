package news.dateline.web;

import java.time.Instant;
import java.util.List;

/** Invented news in the manner of real wires: what the page is looked at with. */
final class FakeCopy {
  private FakeCopy() {}

  /** Oldest first. */
  static List<String> articles(Instant now) {
    return List.of(
        harbour(now.minusSeconds(5400)),
        turkish(now.minusSeconds(4700)),
        killed(now.minusSeconds(4000)),
        markets(now.minusSeconds(3300)),
        german(now.minusSeconds(2500)),
        arabic(now.minusSeconds(1800)),
        russian(now.minusSeconds(1250)),
        embargoed(now.minusSeconds(900)),
        corrected(now.minusSeconds(560)),
        flood(now.minusSeconds(240)),
        mission(now.minusSeconds(70)));
  }

  private static String mission(Instant at) {
    return new FakeArticle(
            "https://northern-courier.example/2026/11/observers",
            "northern-courier",
            "The Northern Courier",
            "en",
            "Velden recalls its observers from the strait, accuses alliance of ‘theatre’",
            """
            By Mira Holt

            Velden will call home its observer mission from the strait after the alliance turned away eight of its delegates, Foreign Minister Anton Berezin said on Tuesday.

            “We are closing the office for as long as it takes, and the lights will be off by the first of the month,” the TASS news agency quoted Berezin as telling reporters in the capital.

            The mission, opened eleven years ago in a former customs house, had been meant to keep ships of both sides from meeting by accident. Its forty staff counted hulls and answered one telephone.

            "If nobody on the other side picks up the telephone, there is no reason to pay for the line. That is not anger, it is arithmetic, and anyone who has kept a household will understand it without a communiqué," he said.

            An alliance spokesman told Reuters that the door remained open and that the delegates had been turned away “for reasons they know well”.

            According to Berezin, neighbouring states were told a day ahead.

            AFP contributed reporting.""")
        .at(at, at.plusSeconds(22))
        .urgency(3)
        .subject("Diplomacy")
        .subject("Armed forces")
        .put("slugline", "STRAIT-OBSERVERS")
        .byline("By Mira Holt", "Mira Holt", "author", "body")
        .agency(
            "AFP",
            "Agence France-Presse",
            "contributor",
            0.98,
            "AFP contributed reporting.",
            "contribution-line")
        .agency("TASS", "TASS", "cited", 0.96, "the TASS news agency quoted", "quoted-by-agency")
        .agency("REUTERS", "Reuters", "cited", 0.94, "told Reuters", "told-agency")
        .quote(
            "direct",
            "We are closing the office for as long as it takes, and the lights will be off by the"
                + " first of the month,",
            "Anton Berezin",
            "Berezin as",
            "quoted",
            "TASS")
        .quote(
            "direct",
            "If nobody on the other side picks up the telephone, there is no reason to pay for the"
                + " line. That is not anger, it is arithmetic, and anyone who has kept a household"
                + " will understand it without a communiqué,",
            "Anton Berezin",
            "he said",
            "said")
        .quote(
            "mixed",
            "for reasons they know well",
            "alliance spokesman",
            "An alliance spokesman",
            "told",
            "REUTERS")
        .quote(
            "indirect",
            "neighbouring states were told a day ahead",
            "Anton Berezin",
            "Berezin, neighbouring".substring(0, 7),
            "According to")
        .removed(
            "A message from The Northern Courier: we have no owner but our readers. If you can, give"
                + " what a cup of coffee costs, once a month.",
            "appeal")
        .removed("Sign up for our morning letter.", "newsletter")
        .json();
  }

  private static String flood(Instant at) {
    return new FakeArticle(
            "urn:newsml:wire.example:20261124:AF-771",
            "afp-drop",
            "Agence France-Presse",
            "en",
            "Thousands spend second night on rooftops as the Sarre leaves its bed",
            """
            Saint-Aubin, France, Nov 24, 2026 (AFP) - Helicopters lifted families from rooftops on Tuesday after the Sarre rose three metres in a night and took the lower town with it, the prefect said.

            "I have never seen water come uphill before, but this morning it did," said Odile Marchand, 61, a baker who spent eleven hours on the roof of her shop with two neighbours and a cat.

            More than 4,000 people were without power. Prefect Jean-Luc Arnaud said the worst was over, but asked everyone to stay where they were until noon.

            "Please do not go and look at the river. The river will come to you," he told local radio.""")
        .at(at, at.plusSeconds(3))
        .format("newsml-1.2")
        .urgency(2)
        .subject("Disaster")
        .put("located", "Saint-Aubin")
        .dateline("Saint-Aubin, France, Nov 24, 2026 (AFP) -", "Saint-Aubin", "2026-11-24", "AFP")
        .agency(
            "AFP",
            "Agence France-Presse",
            "origin",
            0.99,
            "Saint-Aubin, France, Nov 24, 2026 (AFP) -",
            "dateline")
        .quote(
            "direct",
            "I have never seen water come uphill before, but this morning it did,",
            "Odile Marchand",
            "Odile Marchand",
            "said")
        .quote(
            "indirect", "the worst was over", "Jean-Luc Arnaud", "Prefect Jean-Luc Arnaud", "said")
        .quote(
            "direct",
            "Please do not go and look at the river. The river will come to you,",
            "Jean-Luc Arnaud",
            "he told",
            "told")
        .signoff("om/ph/lr")
        .json();
  }

  private static String corrected(Instant at) {
    return new FakeArticle(
            "https://harbour-gazette.example/ferries",
            "harbour-gazette",
            "Harbour Gazette",
            "en",
            "Night ferries return after five weeks; fares stay as they were",
            """
            The night ferry will sail again from Friday, five weeks after a gearbox failed in mid-channel, the operator said in a statement carried by dpa.

            “We owe the islands an apology and a boat,” managing director Petra Lind said. “They get both this week.”

            An earlier version of this story said six weeks.""")
        .at(at, at.plusSeconds(41))
        .version(3, "correction", "body", "headline")
        .subject("Transport")
        .agency("DPA", "dpa", "cited", 0.91, "carried by dpa", "carried-by-agency")
        .byline("Tove Aker", "Tove Aker", "author", "byline")
        .quote(
            "direct",
            "We owe the islands an apology and a boat,",
            "Petra Lind",
            "Petra Lind",
            "said")
        .quote("direct", "They get both this week.", "Petra Lind", "Petra Lind", "said")
        .json();
  }

  private static String embargoed(Instant at) {
    return new FakeArticle(
            "https://institute.example/releases/sleep",
            "institute-mail",
            "Institute of Coastal Health",
            "en",
            "Night workers near lighthouses sleep longer, ten-year study finds",
            """
            EMBARGOED. Keepers and dockers who live within sight of a lighthouse sleep 40 minutes longer than those who do not, according to a study of 6,200 people to be published tomorrow.

            “We expected the opposite and checked it three times,” lead author Dr Ines Carvalho said.""")
        .at(at, at.plusSeconds(5))
        .format("mail")
        .put("embargoedUntil", at.plusSeconds(64_000).toString())
        .put("pubStatus", "withheld")
        .subject("Health")
        .quote(
            "direct",
            "We expected the opposite and checked it three times,",
            "Ines Carvalho",
            "Dr Ines Carvalho",
            "said")
        .json();
  }

  private static String russian(Instant at) {
    return new FakeArticle(
            "https://vestnik.example/most",
            "severny-vestnik",
            "Северный вестник",
            "ru",
            "Мост через Онегу откроют на месяц раньше срока",
            """
            АРХАНГЕЛЬСК, 24 ноября. /ТАСС/. Новый мост через Онегу откроют в декабре, на месяц раньше срока, сообщил журналистам министр транспорта области Павел Кузьмин.

            «Лёд встал рано, и мы решили не ждать паромов. Люди не должны зимовать на том берегу», — сказал он.

            Движение пустят сначала для легковых машин, передаёт «Интерфакс» со ссылкой на подрядчика.""")
        .at(at, at.plusSeconds(12))
        .subject("Транспорт")
        .dateline("АРХАНГЕЛЬСК, 24 ноября. /ТАСС/.", "АРХАНГЕЛЬСК", "2026-11-24", "TASS")
        .agency("TASS", "ТАСС", "origin", 0.99, "АРХАНГЕЛЬСК, 24 ноября. /ТАСС/.", "dateline")
        .agency("INTERFAX", "Интерфакс", "cited", 0.93, "передаёт «Интерфакс»", "relayed-by-agency")
        .quote(
            "direct",
            "Лёд встал рано, и мы решили не ждать паромов. Люди не должны зимовать на том берегу",
            "Павел Кузьмин",
            "он",
            "сказал")
        .json();
  }

  private static String arabic(Instant at) {
    return new FakeArticle(
            "https://almina.example/qantara",
            "al-mina",
            "الميناء اليوم",
            "ar",
            "البلدية تعيد فتح سوق السمك بعد عامين من الترميم",
            """
            طرابلس (رويترز) - قالت رئيسة البلدية سلمى الحداد يوم الثلاثاء إن سوق السمك القديم سيفتح أبوابه من جديد يوم الجمعة.

            وأضافت الحداد "انتظر الصيادون عامين، ولن ينتظروا يوما آخر" وذلك خلال جولة في المكان.""")
        .at(at, at.plusSeconds(9))
        .dateline("طرابلس (رويترز) -", "طرابلس", "", "REUTERS")
        .agency("REUTERS", "رويترز", "origin", 0.97, "طرابلس (رويترز) -", "dateline")
        .quote(
            "indirect",
            "سوق السمك القديم سيفتح أبوابه من جديد يوم الجمعة",
            "سلمى الحداد",
            "سلمى الحداد",
            "قالت")
        .quote(
            "direct",
            "انتظر الصيادون عامين، ولن ينتظروا يوما آخر",
            "سلمى الحداد",
            "الحداد \"".substring(0, 6),
            "وأضافت")
        .json();
  }

  private static String german(Instant at) {
    return new FakeArticle(
            "https://kuestenblatt.example/wind",
            "kuestenblatt",
            "Küstenblatt",
            "de",
            "Windpark vor Norderhaff darf weitergebaut werden",
            """
            Norderhaff (dpa) - Der Windpark vor der Küste darf weitergebaut werden. Das hat das Verwaltungsgericht am Dienstag entschieden.

            „Die Seeadler haben sich längst an die Türme gewöhnt, wir offenbar nicht“, sagte Richterin Hanna Voss in der Begründung.""")
        .at(at, at.plusSeconds(15))
        .subject("Energie")
        .dateline("Norderhaff (dpa) -", "Norderhaff", "", "DPA")
        .agency("DPA", "Deutsche Presse-Agentur", "origin", 0.98, "Norderhaff (dpa) -", "dateline")
        .agency(
            "DPA-PHOTO",
            "dpa Picture",
            "photo",
            0.8,
            "credit",
            "Foto: M. Brandt/dpa",
            "picture-credit")
        .quote(
            "direct",
            "Die Seeadler haben sich längst an die Türme gewöhnt, wir offenbar nicht",
            "Hanna Voss",
            "Richterin Hanna Voss",
            "sagte")
        .json();
  }

  private static String markets(Instant at) {
    return new FakeArticle(
            "urn:newsml:wire.example:20261124:RT-18",
            "reuters-sftp",
            "Reuters",
            "en",
            "GRAINS-Barley falls to nine-month low as harvest estimates climb 📉",
            """
            ROTTERDAM, Nov 24 (Reuters) - Barley futures fell 2.4% on Tuesday 📉 after the growers' union raised its estimate for the harvest.

            "The barns are full and the ships are late," said Wim de Boer, a trader at Kade Granen. "You do not need a model for that."

            (Reporting by Anouk Visser in Rotterdam; Editing by Colm Dunne)""")
        .at(at, at.plusSeconds(1))
        .format("newsml-g2")
        .urgency(4)
        .subject("Commodities")
        .dateline("ROTTERDAM, Nov 24 (Reuters) -", "ROTTERDAM", "2026-11-24", "REUTERS")
        .agency("REUTERS", "Reuters", "origin", 0.99, "ROTTERDAM, Nov 24 (Reuters) -", "dateline")
        .byline("Reporting by Anouk Visser in Rotterdam", "Anouk Visser", "author", "body")
        .byline("Editing by Colm Dunne", "Colm Dunne", "editor", "body")
        .quote(
            "direct",
            "The barns are full and the ships are late,",
            "Wim de Boer",
            "Wim de Boer",
            "said")
        .quote("direct", "You do not need a model for that.", "Wim de Boer", "Wim de Boer", "said")
        .json();
  }

  private static String killed(Instant at) {
    return new FakeArticle(
            "https://harbour-gazette.example/mayor",
            "harbour-gazette",
            "Harbour Gazette",
            "en",
            "KILL: Mayor to leave office in spring",
            "The story headlined “Mayor to leave office in spring” is withdrawn. A spokeswoman for"
                + " the mayor said it was wrong. Do not use it.")
        .at(at, at.plusSeconds(30))
        .version(2, "kill", "status")
        .put("pubStatus", "canceled")
        .urgency(1)
        .quote(
            "indirect",
            "it was wrong",
            "spokeswoman for the mayor",
            "A spokeswoman for the mayor",
            "said")
        .json();
  }

  private static String turkish(Instant at) {
    return new FakeArticle(
            "https://iskele.example/balik",
            "iskele",
            "İskele Postası",
            "tr",
            "Balıkçılar yeni liman ücretlerine karşı iki gün denize çıkmayacak",
            """
            İZMİR (AA) - Balıkçılar, yeni liman ücretlerini protesto etmek için iki gün denize çıkmayacak.

            Kooperatif başkanı Deniz Aydın, "Bu ücretle tekneyi satmak daha ucuz" dedi.""")
        .at(at, at.plusSeconds(20))
        .dateline("İZMİR (AA) -", "İZMİR", "", "AA")
        .agency("AA", "Anadolu Ajansı", "origin", 0.97, "İZMİR (AA) -", "dateline")
        .quote(
            "direct", "Bu ücretle tekneyi satmak daha ucuz", "Deniz Aydın", "Deniz Aydın", "dedi")
        .json();
  }

  private static String harbour(Instant at) {
    return new FakeArticle(
            "https://northern-courier.example/2026/11/library",
            "northern-courier",
            "The Northern Courier",
            "en",
            "Town library lends out its one-millionth book, a manual on knots",
            """
            The town library lent out its one-millionth book on Monday, a manual on knots first borrowed in 1954, librarian Sofie Dahl said.

            Interfax is among the agencies that keep an office in the same street.""")
        .at(at, at.plusSeconds(33))
        .agency("INTERFAX", "Interfax", "mentioned", 0.7, "Interfax", "named")
        .quote(
            "indirect",
            "lent out its one-millionth book on Monday",
            "Sofie Dahl",
            "librarian Sofie Dahl",
            "said")
        .json();
  }
}

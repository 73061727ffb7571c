package news.dateline.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who wrote it, who said it, through whom, each with the words that prove it. Offsets are Unicode
 * code points into the plain text body (or into the field named), end exclusive, as W3C Web
 * Annotation counts; the words at the offsets are exactly {@code text}.
 *
 * @param dateline at most one
 * @param bylines in printed order
 * @param agencies one entry an agency, with its strongest role
 * @param quotes statements, in text order
 * @param signoff the desk's initials
 * @param stances what people did by words without a statement of theirs being given: praised,
 *     accused, demanded, promised, hoped; each an indirect quote whose {@code text} is what it is
 *     about; in text order
 */
public record Attribution(
    Optional<Dateline> dateline,
    List<Byline> bylines,
    List<Agency> agencies,
    List<Quote> quotes,
    Optional<Signoff> signoff,
    List<Quote> stances) {
  /** Nothing found, or not looked yet. */
  public static final Attribution NONE =
      new Attribution(Optional.empty(), List.of(), List.of(), List.of(), Optional.empty());

  public Attribution {
    bylines = List.copyOf(bylines);
    agencies = List.copyOf(agencies);
    quotes = List.copyOf(quotes);
    stances = List.copyOf(stances);
  }

  /** Without stances. */
  public Attribution(
      Optional<Dateline> dateline,
      List<Byline> bylines,
      List<Agency> agencies,
      List<Quote> quotes,
      Optional<Signoff> signoff) {
    this(dateline, bylines, agencies, quotes, signoff, List.of());
  }

  /**
   * "MOSCOW, October 18. /TASS/."
   *
   * @param text as printed
   * @param place as printed, without the date
   * @param date year from the item when the text has none; empty when there is no date
   * @param agency id, empty when the dateline names none
   * @param field where the words stand: {@code body} or {@code header}
   * @param proof the rule that fired, and how sure it is
   */
  public record Dateline(
      String text,
      Optional<String> place,
      Optional<LocalDate> date,
      Optional<String> agency,
      String field,
      int start,
      int end,
      Proof proof) {}

  /**
   * One person who made the article.
   *
   * @param role author, contributor, editor, photographer, translator
   * @param agency the agency the person works for, when said
   * @param field {@code body}, {@code byline}, {@code credit}
   * @param proof the rule that fired, and how sure it is
   */
  public record Byline(
      String name,
      String role,
      Optional<String> agency,
      String text,
      String field,
      int start,
      int end,
      Proof proof) {
    /** The same person, working for an agency. */
    public Byline of(String agency) {
      return new Byline(name, role, Optional.of(agency), text, field, start, end, proof);
    }
  }

  /**
   * One agency and the strongest part it had.
   *
   * @param code id in {@code config/agencies.yaml}
   * @param confidence 0 to 1
   * @param evidence every place that shows it, strongest first
   */
  public record Agency(
      String code, String name, Role role, double confidence, List<Evidence> evidence) {
    public Agency {
      evidence = List.copyOf(evidence);
    }
  }

  /** What an agency had to do with the article, strongest first. */
  public enum Role {
    /** The text comes from it. */
    ORIGIN,
    /** It contributed reporting. */
    CONTRIBUTOR,
    /** A statement reached the text through it. */
    CITED,
    /** Picture credit only. */
    PHOTO,
    /** Named like any organisation. */
    MENTIONED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The words that prove a claim.
   *
   * @param field {@code body}, {@code headline}, {@code byline}, {@code credit}, {@code dateline},
   *     {@code copyright}, {@code source} or {@code body-removed}
   * @param rule name of the rule that fired
   */
  public record Evidence(String field, String text, int start, int end, String rule) {}

  /**
   * One thing somebody said.
   *
   * @param kind direct, mixed, indirect
   * @param text from the first to the last character of the words said, quotation marks excluded
   * @param fragments start and end of each run when the words are broken by a cue or a paragraph
   * @param speaker empty when nobody can be told
   * @param cue the word of saying
   * @param via ids of the agencies the statement came through, outermost first
   * @param statement the whole statement where only part of it is in the speaker's own words: of a
   *     mixed quote; empty for others
   * @param proof the rule that told the speaker, and how sure it is
   */
  public record Quote(
      QuoteKind kind,
      String text,
      int start,
      int end,
      List<Span> fragments,
      Optional<Speaker> speaker,
      Optional<Cue> cue,
      List<String> via,
      Optional<Span> statement,
      Proof proof) {
    public Quote {
      fragments = List.copyOf(fragments);
      via = List.copyOf(via);
    }

    /** How the words are given. */
    public enum QuoteKind {
      DIRECT,
      MIXED,
      INDIRECT;

      public String code() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }

  /** Code points from start to end, end exclusive. */
  public record Span(int start, int end) {}

  /**
   * Who said it.
   *
   * @param name canonical within the article
   * @param mention the printed words nearest the quote
   * @param kind person, nominal, organisation
   */
  public record Speaker(String name, String mention, int start, int end, SpeakerKind kind) {
    /** What kind of speaker. */
    public enum SpeakerKind {
      PERSON,
      NOMINAL,
      ORGANISATION;

      public String code() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }

  /** The word of saying. */
  public record Cue(String text, int start, int end) {}

  /**
   * The desk's initials, for instance "hh/ph/ts/hd".
   *
   * @param field {@code body}, or {@code body-removed} when normalising took the line out; then the
   *     offsets count within that line
   */
  public record Signoff(String text, String field, int start, int end, Proof proof) {}

  /**
   * Why a claim is made.
   *
   * @param rule name of the rule that fired, for instance {@code cue-after}; never empty
   * @param confidence 0 to 1: how often the rule is right on the texts it was measured on
   */
  public record Proof(String rule, double confidence) {}
}

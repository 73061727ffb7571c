// From the attribution of an article to marked words. Offsets count Unicode code points.
import {h} from './dom.js';
import {words, capital} from './format.js';

/** Of each kind of claim so many are shown, and of one claim so many marks: a text may hold tens of thousands, and a browser would freeze. */
const MOST = 300;
const MOST_MARKS = 30;

/** Characters and paragraphs of a text that are shown. */
const LONGEST = 200000;
const MOST_PARAGRAPHS = 2000;

/**
 * The first claims of each kind: {kind, title, lines, rules, confidence, proofs, marks: [{field, start, end, text, cls}]}. A quote's words, speaker and cue are marks
 * of one claim; proofs are the words that stand elsewhere than in the text, so that no mark shows them. The list's `left` says how many more there are.
 */
export function claimsOf(article) {
  const a = article.attribution || {};
  const names = new Map((a.agencies || []).map(g => [g.code, g.name]));
  const name = code => names.get(code) || code;
  const claims = [];
  let left = 0;
  const first = list => {
    left += Math.max(0, (list?.length || 0) - MOST);
    return (list || []).slice(0, MOST);
  };
  if (a.dateline) {
    const d = a.dateline;
    claims.push({kind: 'dateline', title: [d.place, d.date].filter(Boolean).join(', ') || d.text,
      lines: ['Dateline' + (d.agency ? ' of ' + name(d.agency) : '')], ...proved(d), proofs: elsewhere([d]),
      marks: [mark(d, d.field || 'body', 'm-dateline')]});
  }
  for (const b of first(a.bylines)) {
    claims.push({kind: 'byline', title: b.name, lines: [capital(b.role) + (b.agency ? ', ' + name(b.agency) : '')],
      ...proved(b), proofs: elsewhere([b]), marks: [mark(b, b.field, 'm-byline')]});
  }
  for (const g of first(a.agencies)) {
    claims.push({kind: 'agency', role: g.role, title: g.name, code: g.code, lines: [roleSentence(g.role)], confidence: g.confidence,
      rules: [...new Set(few(g.evidence).map(e => words(e.rule)))], proofs: elsewhere(few(g.evidence)),
      marks: few(g.evidence).map(e => mark(e, e.field, 'm-agency ' + g.role))});
  }
  for (const q of first(a.quotes)) claims.push(said(q, 'quote', 'quote'));
  for (const q of first(a.stances)) claims.push(said(q, 'stance', 'stance'));
  if (a.signoff) {
    claims.push({kind: 'byline', title: a.signoff.text, lines: ['Sign-off of the desk'], ...proved(a.signoff), proofs: elsewhere([a.signoff]),
      marks: [mark(a.signoff, a.signoff.field, 'm-byline')]});
  }
  claims.forEach((c, i) => { c.id = i; });
  claims.left = left;
  return claims;

  function said(q, kind, noun) {
    const via = few(q.via).map(name);
    const fragments = q.fragments?.length ? few(q.fragments) : [[q.start, q.end]];
    const marks = fragments.map(([start, end]) => ({field: 'body', start, end, cls: `m-${kind} ${q.kind}`}));
    if (q.statement) marks.push({field: 'body', start: q.statement[0], end: q.statement[1], cls: 'm-statement'});
    if (q.speaker) marks.push(mark(q.speaker, 'body', 'm-speaker'));
    if (q.cue) marks.push(mark(q.cue, 'body', 'm-cue'));
    return {kind, title: q.speaker?.name || 'Speaker unknown', said: q.text, via,
      lines: [(kind === 'stance' ? 'Stance' : `${capital(q.kind)} ${noun}`) + (q.cue ? `, “${q.cue.text}”` : ''),
        q.speaker && q.speaker.mention !== q.speaker.name ? `Printed “${q.speaker.mention}”` : '',
        via.length ? 'Reached the text through ' + via.join(', ') : ''].filter(Boolean),
      ...proved(q), marks};
  }
}

const few = list => (list || []).slice(0, MOST_MARKS);

/** Rule and confidence, of articles that have them. */
function proved(claim) {
  return {rules: claim.rule ? [words(claim.rule)] : [], confidence: claim.confidence};
}

function elsewhere(evidence) {
  return evidence.filter(e => e.field && e.field !== 'body' && e.field !== 'headline').map(e => ({where: words(e.field), text: e.text}));
}

function mark(of, field, cls) {
  return {field, start: of.start, end: of.end, text: of.text, cls};
}

export function roleSentence(role) {
  return {origin: 'The text comes from it', contributor: 'Contributed reporting', cited: 'Cited: a statement came through it',
    photo: 'Picture credit', mentioned: 'Mentioned like any organisation'}[role] || capital(words(role));
}

/** UTF-16 positions of code points; the identity when there is nothing beyond the basic plane. */
function positions(text) {
  if (!/[\ud800-\udfff]/.test(text)) return n => Math.min(n, text.length);
  const table = [];
  for (let i = 0; i < text.length; i += text.codePointAt(i) > 0xffff ? 2 : 1) table.push(i);
  return n => (n < table.length ? table[n] : text.length);
}

/** The text's paragraphs as <p>, the marked words in <mark data-claims="0 3">; of a very long text the beginning, and a word on it. */
export function paragraphs(whole, claims) {
  const text = whole.slice(0, LONGEST);
  const position = positions(text);
  const spans = spansOf(claims, 'body', text).map(s => ({...s, start: position(s.start), end: position(s.end)}));
  const out = [];
  const breaks = /\n{2,}/g;
  let from = 0;
  for (let m; from <= text.length && out.length < MOST_PARAGRAPHS; from = m.index + m[0].length) {
    m = breaks.exec(text) || {index: text.length, 0: '\n'};
    if (m.index > from) out.push(h('p', {dir: 'auto'}, inline(text, from, m.index, spans)));
  }
  const more = whole.length - Math.min(from, text.length);
  return more > 0 ? [...out, h('p', {class: 'muted', lang: 'en'}, `The text goes on for ${more.toLocaleString('en')} characters, which are not shown here.`)] : out;
}

/** One line with its marks, for instance the headline. */
export function line(text, claims, field) {
  const position = positions(text);
  return inline(text, 0, text.length, spansOf(claims, field, text).map(s => ({...s, start: position(s.start), end: position(s.end)})));
}

/** Marks whose offsets do not fit the text are left out rather than shown in a wrong place. */
function spansOf(claims, field, text) {
  const position = positions(text);
  return claims.flatMap(c => c.marks
    .filter(m => m.field === field && m.end > m.start)
    .filter(m => !m.text || text.slice(position(m.start), position(m.end)) === m.text)
    .map(m => ({start: m.start, end: m.end, cls: m.cls, claim: c.id})));
}

function inline(text, from, to, spans) {
  const inside = spans.filter(s => s.start < to && s.end > from);
  const cuts = [...new Set([from, to, ...inside.flatMap(s => [s.start, s.end])])].filter(c => c >= from && c <= to).sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1];
    const over = inside.filter(s => s.start <= start && s.end >= end);
    const piece = text.slice(start, end);
    if (!over.length) return piece;
    const ids = [...new Set(over.map(s => s.claim))];
    const first = over.some(s => s.start === start);
    return h('mark', {class: over.map(s => s.cls).join(' '), data: {claims: ids.join(' ')}, tabindex: first ? 0 : undefined}, piece);
  });
}

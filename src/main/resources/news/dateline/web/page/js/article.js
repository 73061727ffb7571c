// One article: its words with their marks, what was found beside them, what was cut below.
import {h, safeLink} from './dom.js';
import {ago, at, language, moment, words, capital} from './format.js';
import {claimsOf, paragraphs, line, roleSentence} from './marks.js';
import {explain} from './tip.js';

const KINDS = [['quote', 'Quotes and speakers'], ['stance', 'Stances'], ['agency', 'Agencies'], ['dateline', 'Dateline'], ['byline', 'Bylines']];
/** Characters of the message that are shown, and pieces of a list. */
const LONGEST = 200000;
const MOST = 300;
const switchedOff = new Set();

export const bodyOf = a => (a.bodies || []).find(b => b.role === 'text')?.value || '';
export const headlineOf = a => (a.headlines || [])[0]?.value || bodyOf(a).slice(0, 90);
export const isKilled = a => a.pubStatus === 'canceled' || a.change?.kind === 'kill';
export const isHeld = a => a.pubStatus === 'withheld' || (a.embargoedUntil && new Date(a.embargoedUntil) > new Date());

export function badges(a) {
  const out = [];
  if (isKilled(a)) out.push(h('span', {class: 'badge kill'}, 'Killed'));
  else if (isHeld(a)) out.push(h('span', {class: 'badge embargo'}, a.embargoedUntil ? 'Embargo until ' + moment(a.embargoedUntil) : 'Held'));
  if (a.urgency && a.urgency <= 2 && !isKilled(a)) out.push(h('span', {class: 'badge urgent'}, 'Urgent'));
  if (+a.version > 1 && !isKilled(a)) out.push(h('span', {class: 'badge version'}, capital(words(a.change?.kind || 'version')) + ' · v' + a.version));
  return out;
}

/** @param raw the message as it was published, shown when asked for */
export function articleView(a, {json = true} = {}) {
  const claims = claimsOf(a);
  const article = h('article', {class: 'article' + (isKilled(a) ? ' killed' : ''), lang: a.language},
    head(a, claims),
    h('div', {class: 'copy'}, paragraphs(bodyOf(a), claims)),
    notes(claims),
    folds(a, json));
  switchedOff.forEach(kind => article.classList.add('off-' + kind));
  explain(article, claims);
  return article;
}

function head(a, claims) {
  const source = a.source || {};
  const bylines = (a.attribution?.bylines || []).filter(b => b.role === 'author').map(b => b.name).slice(0, 30);
  const by = bylines.length ? bylines.join(', ') : '';
  const present = KINDS.filter(([kind]) => claims.some(c => c.kind === kind));
  return h('header', {lang: 'en'},
    h('div', {class: 'kicker'},
      h('strong', {dir: 'auto'}, source.name || source.id),
      a.versionCreated && ago(a.versionCreated),
      a.language && h('span', {}, language(a.language)),
      source.format && h('span', {}, source.format),
      source.link && safeLink(source.link, {}, /^http/i.test(source.link) ? 'Original ↗' : ''),
      badges(a)),
    h('h2', {dir: 'auto', lang: a.language}, line(headlineOf(a), claims, 'headline')),
    by && h('p', {class: 'by', dir: 'auto'}, 'By ' + by),
    isKilled(a) && h('p', {class: 'banner kill'}, 'Withdrawn by its publisher. Do not use it.'),
    !isKilled(a) && isHeld(a) && h('p', {class: 'banner'}, a.embargoedUntil
      ? ['Under embargo. It leaves for subscribers ', ago(a.embargoedUntil), ', at ', at(a.embargoedUntil), '.']
      : 'Held until a later version says otherwise. It has not left for subscribers.'),
    !isKilled(a) && a.change?.changed?.length > 0 && h('p', {class: 'banner'}, `Version ${a.version} changes: ${a.change.changed.map(words).join(', ')}.`),
    present.length > 0 && h('div', {class: 'legend', role: 'group', 'aria-label': 'Marks shown'}, present.map(([kind, label]) => toggle(kind, label))));
}

function toggle(kind, label) {
  return h('button', {type: 'button', 'aria-pressed': String(!switchedOff.has(kind)), onclick: event => {
    const off = !switchedOff.delete(kind);
    if (off) switchedOff.add(kind);
    document.querySelectorAll('.article').forEach(e => e.classList.toggle('off-' + kind, off));
    event.currentTarget.setAttribute('aria-pressed', String(!off));
  }}, h('span', {class: 'swatch ' + kind}), label);
}

function notes(claims) {
  const group = (title, kind, render) => {
    const list = claims.filter(c => c.kind === kind);
    return list.length > 0 && [h('h3', {class: 'caps'}, title), h('ul', {}, list.map(c => h('li', {}, h('button', {
      type: 'button', data: {claims: String(c.id)}, onclick: event => find(event.currentTarget, c)}, render(c)))))];
  };
  return h('aside', {class: 'found', 'aria-label': 'What was found', lang: 'en'},
    group('Agencies', 'agency', c => [h('span', {class: 'who', dir: 'auto'}, c.title), ' ', h('span', {class: 'role ' + c.role}, c.role),
      h('span', {class: 'what'}, roleSentence(c.role) + (c.confidence !== undefined ? ` · ${Math.round(c.confidence * 100)}\u00a0%` : ''))]),
    group('Who said what', 'quote', c => [h('span', {class: 'who', dir: 'auto'}, c.title), c.via.length > 0 && [' ', h('span', {class: 'role cited'}, 'via ' + c.via.join(', '))],
      h('span', {class: 'said', dir: 'auto'}, c.said)]),
    group('Who did what by words', 'stance', c => [h('span', {class: 'who', dir: 'auto'}, c.title), h('span', {class: 'what'}, c.lines[0]),
      h('span', {class: 'said', dir: 'auto'}, c.said)]),
    group('Dateline', 'dateline', c => [h('span', {class: 'who', dir: 'auto'}, c.title), h('span', {class: 'what'}, c.lines[0])]),
    group('Made by', 'byline', c => [h('span', {class: 'who', dir: 'auto'}, c.title), h('span', {class: 'what'}, c.lines[0])]),
    claims.left > 0 && h('p', {class: 'muted'}, `${claims.left.toLocaleString('en')} more are not shown here; the message has them all.`),
    claims.length === 0 && h('p', {class: 'muted'}, 'No attribution was found in this text.'));
}

function find(button, claim) {
  const first = button.closest('.article').querySelector(`mark[data-claims~="${claim.id}"]`);
  first?.scrollIntoView({block: 'center', behavior: 'smooth'});
}

function folds(a, json) {
  const removed = a.removed || [];
  const rows = [['Address', a.uri], ['Version', a.version], ['Slug', a.slugline], ['Urgency', a.urgency], ['Placed at', a.located],
    ['Subjects', (a.subjects || []).slice(0, MOST).map(s => s.name).join(', ')], ['Usage', a.usageTerms], ['Copyright', a.copyrightNotice]].filter(r => r[1]);
  return h('div', {class: 'folds', lang: 'en'},
    removed.length > 0 && h('details', {}, h('summary', {}, `Cut from the text (${removed.length})`),
      removed.slice(0, MOST).map(r => h('div', {class: 'cut'}, h('div', {class: 'caps'}, words(r.reason)), h('q', {dir: 'auto'}, r.text)))),
    h('details', {}, h('summary', {}, 'Details'), h('dl', {class: 'facts'}, rows.map(([k, v]) => [h('dt', {}, k), h('dd', {dir: 'auto'}, String(v))])), h('p', {}, '\u00a0')),
    json && h('details', {ontoggle: event => write(event.currentTarget.lastChild, a)},
      h('summary', {}, 'The message as published'), h('pre', {})));
}

/** Only when it is asked for, and only its beginning when it is very long. */
function write(pre, article) {
  if (pre.firstChild) return;
  const text = JSON.stringify(article, null, 2);
  pre.append(text.slice(0, LONGEST), text.length > LONGEST ? '\n… (longer than can be shown here)' : '');
}

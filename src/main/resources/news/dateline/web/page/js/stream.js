// The latest articles: filters and headlines on the left, the chosen one on the right.
import * as api from './api.js';
import {h, keyed} from './dom.js';
import {ago, language} from './format.js';
import {known, keep} from './live.js';
import {articleView, badges, bodyOf, headlineOf, isKilled} from './article.js';

const filter = {source: '', language: '', agency: '', text: ''};
let shown = null;

export function stream(root, [chosen], query) {
  if (query.has('source')) Object.assign(filter, {source: query.get('source'), language: '', agency: '', text: ''});
  const selects = {
    source: select('Source', 'All sources'), language: select('Language', 'All languages'), agency: select('Agency', 'All agencies')};
  const search = h('input', {type: 'search', placeholder: 'Search headlines and text', 'aria-label': 'Search', value: filter.text,
    oninput: () => { filter.text = search.value; draw(); }});
  const list = h('ol', {class: 'headlines', 'aria-label': 'Latest articles'});
  const reader = h('section', {class: 'reader', 'aria-label': 'Article'});
  const frame = h('div', {class: 'stream' + (chosen ? ' reading' : '')},
    h('div', {class: 'listcol'}, h('div', {class: 'filters'}, search, Object.values(selects)), list), reader);
  const nothing = h('p', {class: 'empty'});
  root.append(frame);
  list.after(nothing);
  shown = null;
  if (filter.source) api.articles(-1, 100, filter.source).then(keep).then(draw).catch(() => {});

  function select(label, all) {
    const key = label.toLowerCase();
    return h('select', {'aria-label': label, onchange: event => {
      filter[key] = event.target.value;
      if (key === 'source' && filter.source) api.articles(-1, 100, filter.source).then(keep).then(draw).catch(() => {});
      draw();
    }}, h('option', {value: ''}, all));
  }

  function draw() {
    if (!known.loaded) { nothing.textContent = 'Reading the wire …'; return; }
    options();
    const articles = newestVersions(known.articles).filter(matches);
    const now = current(articles);
    keyed(list, articles, a => a.sequence, a => String(a.sequence), (a, fresh) => headline(a, fresh && shown !== null));
    for (const li of list.children) {
      if (now && +li.dataset.key === now.sequence) li.firstChild.setAttribute('aria-current', 'true');
      else li.firstChild.removeAttribute('aria-current');
    }
    nothing.hidden = articles.length > 0;
    nothing.textContent = known.faults.articles ? known.faults.articles
      : filter.source && !known.articles.some(a => a.article.source?.id === filter.source)
      ? 'Waiting for the first articles of this source …'
      : known.articles.length ? 'No article matches.' : 'No articles yet. They appear here as sources bring them.';
    if (now && now.sequence !== shown) {
      shown = now.sequence;
      reader.replaceChildren(h('a', {class: 'button back', href: '#/stream'}, '← All articles'), articleView(now.article));
    } else if (!now) {
      reader.replaceChildren();
    }
  }

  /** The one asked for, else the one already open, else the newest. */
  function current(articles) {
    const wanted = chosen ? +chosen : shown;
    return known.articles.find(a => a.sequence === wanted && (chosen || articles.includes(a))) || articles[0];
  }

  function options() {
    fill(selects.source, known.sources.map(s => [s.id, s.name]), filter.source);
    fill(selects.language, unique(known.articles.map(a => a.article.language)).map(l => [l, language(l)]), filter.language);
    fill(selects.agency, unique(known.articles.flatMap(a => (a.article.attribution?.agencies || []).map(g => g.code))).map(c => [c, c]), filter.agency);
  }

  // Another article of the same list: the list, its scroll and the focus stay.
  draw.go = ([next], more) => {
    if (more.has('source')) return false;
    chosen = next;
    frame.classList.toggle('reading', !!next);
    draw();
    return true;
  };
  list.addEventListener('keydown', event => {
    const step = {ArrowDown: 1, ArrowUp: -1, j: 1, k: -1}[event.key];
    const li = document.activeElement.closest('.headlines > li');
    const next = step && li && (step > 0 ? li.nextElementSibling : li.previousElementSibling);
    if (next) { event.preventDefault(); next.firstChild.focus(); }
  });
  draw();
  return draw;
}

/** A later version stands for the earlier ones. Newest first in, newest first out. */
function newestVersions(articles) {
  const seen = new Set();
  return articles.filter(({article: a}) => !a.uri || (!seen.has(a.uri) && seen.add(a.uri)));
}

const unique = list => [...new Set(list.filter(Boolean))].sort();

function fill(select, pairs, value) {
  const print = JSON.stringify(pairs);
  if (select.dataset.print !== print) {
    select.dataset.print = print;
    select.replaceChildren(select.options[0], ...pairs.map(([v, label]) => h('option', {value: v}, label)));
  }
  if (select.value !== value) select.value = value;
}

function matches({article: a}) {
  if (filter.source && a.source?.id !== filter.source) return false;
  if (filter.language && a.language !== filter.language) return false;
  if (filter.agency && !(a.attribution?.agencies || []).some(g => g.code === filter.agency)) return false;
  const text = filter.text.trim().toLowerCase();
  return !text || (headlineOf(a) + '\n' + bodyOf(a)).toLowerCase().includes(text);
}

function headline({sequence, article: a}, fresh) {
  const agencies = (a.attribution?.agencies || []).filter(g => g.role !== 'mentioned' && g.role !== 'photo').slice(0, 12);
  const quotes = (a.attribution?.quotes || []).length;
  return h('li', {class: [isKilled(a) && 'killed', fresh && 'fresh'].filter(Boolean).join(' ')},
    h('a', {href: '#/stream/' + sequence},
      h('div', {class: 'meta'}, h('span', {dir: 'auto'}, a.source?.name), a.source?.received || a.versionCreated ? ago(a.source?.received || a.versionCreated) : ''),
      h('h3', {dir: 'auto', lang: a.language}, headlineOf(a)),
      h('div', {class: 'tags'}, badges(a), agencies.map(g => h('span', {class: 'role ' + g.role, title: g.role}, g.code)),
        quotes > 0 && h('span', {}, quotes === 1 ? '1 quote' : quotes + ' quotes'))));
}

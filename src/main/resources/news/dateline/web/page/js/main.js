// Chooses the view by the address, keeps the masthead true, asks for the token when one is needed.
import {h} from './dom.js';
import {count, moment} from './format.js';
import {known, look, looksAtSources, watch} from './live.js';
import {setToken} from './api.js';
import {hide} from './tip.js';
import {stream} from './stream.js';
import {sources, needsPerson} from './sources.js';
import {pipeline} from './pipeline.js';
import {rejected} from './rejected.js';
import {add} from './add.js';
import {subscribe} from './subscribe.js';

const VIEWS = {stream, sources, pipeline, rejected, add, subscribe};
const TITLES = {stream: 'Stream', sources: 'Sources', pipeline: 'Pipeline', rejected: 'Rejected', add: 'Add a source', subscribe: 'Subscribe'};
const view = document.getElementById('view');
let redraw = null;
let name = null;

function route() {
  if (location.hash === '#view') { view.focus(); return; }
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const [first, ...rest] = path.split('/').map(decodeURIComponent);
  const next = VIEWS[first] ? first : 'stream';
  const moved = next !== name;
  const parameters = new URLSearchParams(query);
  hide();
  if (!moved && redraw?.go?.(rest, parameters)) {
    if (matchMedia('(max-width: 760px)').matches) scrollTo(0, 0);
    return;
  }
  name = next;
  view.replaceChildren();
  redraw = VIEWS[name](view, rest, parameters) || null;
  looksAtSources(name === 'sources');
  document.title = TITLES[name] + ' · Dateline';
  document.querySelectorAll('[data-view]').forEach(a => a.toggleAttribute('aria-current', a.dataset.view === name));
  scrollTo(0, 0);
}

function masthead() {
  const s = known.status;
  const lamp = document.querySelector('.lamp');
  const text = document.getElementById('pulse-text');
  if (known.error) {
    lamp.className = 'lamp bad';
    if (known.error.status === 401) askToken(text);
    else text.textContent = known.error.message;
    return;
  }
  const trouble = known.sources.filter(needsPerson).length;
  const well = known.sources.length - trouble;
  badge('count-sources', trouble, true);
  badge('count-rejected', known.rejected.length, false);
  badge('count-pipeline', s.attention.length, true);
  lamp.className = 'lamp ' + (s.health?.status === 'DOWN' ? 'bad' : trouble || s.attention.length ? 'warn' : 'ok');
  const place = h('b', {}, location.hostname.toUpperCase());
  text.replaceChildren(place, `, ${new Date().toLocaleDateString('en', {month: 'short', day: 'numeric'})} (Dateline) — `,
    `${count(s.published)} articles published since ${moment(s.started)}; ${well} of ${known.sources.length} sources well` +
    (s.outboxHeld ? `; ${count(s.outboxHeld)} under embargo` : '') + (s.waitsFor ? '; publishing waits: ' + s.waitsFor.why + '.' : '.') +
    Object.entries(known.faults).map(([part, fault]) => ` ${part}: ${fault}.`).join(''));
}

function badge(id, n, bad) {
  const e = document.getElementById(id);
  e.hidden = !n;
  e.textContent = count(n);
  e.classList.toggle('bad', bad);
}

function askToken(where) {
  if (where.querySelector('form')) return;
  const input = h('input', {type: 'password', 'aria-label': 'Token', autocomplete: 'off'});
  where.replaceChildren('This instance asks for its token. ', h('form', {class: 'urlform', onsubmit: e => { e.preventDefault(); setToken(input.value); where.replaceChildren(); look(); }}, input, h('button', {class: 'button', type: 'submit'}, 'Use it')));
}

watch(() => { masthead(); redraw?.(); });
addEventListener('hashchange', route);
route();
look();

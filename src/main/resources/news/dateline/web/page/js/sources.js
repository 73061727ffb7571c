// Every source: how it is doing, why, since when, what comes next.
import * as api from './api.js';
import {h, keyed, sureButton, toast} from './dom.js';
import {ago, at, count, duration, host, language, words, capital} from './format.js';
import {known, look} from './live.js';

const TROUBLE = ['failing', 'blocked', 'gone', 'not-a-feed', 'silent', 'stale', 'throttled', 'moved'];
const ORDER = [...TROUBLE, 'waiting', 'repaired', 'ok', 'quiet', 'paused'];
const MEANING = {
  ok: 'Items come as expected', quiet: 'Answers; nothing new for a while, as often', silent: 'Nothing new for longer than its rhythm explains',
  stale: 'Answers, but its newest item is old', throttled: 'Asked us to wait', blocked: 'Refuses us', moved: 'Answers from a new address',
  gone: 'Gone for good', 'not-a-feed': 'Sends web pages instead of a feed', repaired: 'Works; its documents are mended on arrival',
  failing: 'Does not answer, or with faults', paused: 'Not asked, on purpose', waiting: 'Not asked yet'};
let only = '';
let sought = '';
let limit = 200;
const open = new Set();

export const needsPerson = s => TROUBLE.includes(s.state.health);

export function sources(root, [chosen]) {
  if (chosen) { open.add(chosen); only = ''; }
  const chips = h('div', {class: 'chips', role: 'group', 'aria-label': 'Show only'});
  const list = h('ul', {class: 'sourcelist'});
  const nothing = h('p', {class: 'empty'}, 'No sources yet. ', h('a', {href: '#/add'}, 'Add the first one.'));
  const search = h('input', {type: 'search', class: 'seek', placeholder: 'Find a source', 'aria-label': 'Find a source', value: sought, oninput: () => { sought = search.value; limit = 200; draw(); }});
  const more = h('button', {class: 'button', type: 'button', onclick: () => { limit += 200; draw(); }});
  root.append(h('div', {class: 'viewhead'}, h('h1', {}, 'Sources'), h('p', {}, 'Those that need a person come first.'), search), chips, list, more, nothing);

  function draw() {
    const tally = new Map();
    known.sources.forEach(s => tally.set(s.state.health, (tally.get(s.state.health) || 0) + 1));
    if (only && !tally.has(only)) only = '';
    keyed(chips, [['', known.sources.length], ...ORDER.filter(k => tally.has(k)).map(k => [k, tally.get(k)])],
      c => c[0], c => c[1] + (only === c[0]), ([health, n]) => h('button', {type: 'button', title: MEANING[health] || '', 'aria-pressed': String(only === health),
        onclick: () => { only = health; draw(); }}, health ? h('span', {class: 'state s-' + health}, words(health)) : 'All', ' ', h('span', {class: 'num'}, String(n))));
    const rows = known.sources.filter(s => (!only || s.state.health === only) && found(s))
      .sort((a, b) => ORDER.indexOf(a.state.health) - ORDER.indexOf(b.state.health) || a.name.localeCompare(b.name));
    more.hidden = rows.length <= limit;
    more.textContent = `Show more of ${count(rows.length)}`;
    keyed(list, rows.slice(0, limit), s => s.id, s => JSON.stringify(s) + open.has(s.id), s => row(s, s.id === chosen, draw));
    nothing.hidden = !known.loaded || known.sources.length > 0;
  }
  draw();
  return draw;
}

/** What tells a source's items apart, learnt from what it sends. */
const TOLD_APART = {guid: 'their id', 'guid+link': 'id and link: it uses ids again', link: 'their link: its ids change'};

function found(s) {
  const text = sought.trim().toLowerCase();
  return !text || [s.id, s.name, s.feed, s.from, s.agency].some(v => v && v.toLowerCase().includes(text));
}

function row(s, fresh, draw) {
  const state = s.state;
  const paused = state.health === 'paused';
  const act = (verb, done) => api.source(s.id, verb).then(() => { toast(done); return look(); }).catch(e => toast(e.message, true));
  return h('li', {class: fresh ? 'fresh-source' : ''},
    h('div', {class: 'srow'},
      h('span', {class: 'state s-' + state.health, title: MEANING[state.health]}, words(state.health)),
      h('div', {}, h('div', {class: 'name', dir: 'auto'}, h('button', {type: 'button', 'aria-expanded': String(open.has(s.id)),
        onclick: () => { if (!open.delete(s.id)) open.add(s.id); draw(); }}, s.name)),
        h('span', {class: 'addr'}, [s.feed ? host(s.feed) : (s.from || '').split(':')[0] + ' delivery', s.language && language(s.language)].filter(Boolean).join(' · '))),
      h('div', {class: 'cause'}, cause(state)),
      h('div', {class: 'when'},
        h('div', {}, state.lastPoll ? ['Asked ', ago(state.lastPoll)] : 'Not asked yet'),
        h('div', {title: state.nextWhy}, state.nextPoll ? ['Next ', ago(state.nextPoll)] : h('span', {class: 'muted'}, state.nextWhy || 'Never')),
        state.nextPoll && state.nextWhy && h('div', {class: 'muted small'}, state.nextWhy),
        s.push && h('div', {class: 'muted small', title: s.push.detail || s.push.hub}, 'Push ' + s.push.phase,
          s.push.lastDelivery && [', delivered ', ago(s.push.lastDelivery)], s.push.missed > 0 && `, ${count(s.push.missed)} missed`)),
      h('div', {class: 'tally small'}, h('div', {}, h('b', {class: 'num'}, count(state.published)), ' published'),
        state.rejected > 0 && h('div', {}, h('a', {href: '#/rejected'}, count(state.rejected) + ' rejected')),
        state.lastItem && h('div', {class: 'muted'}, 'last ', ago(state.lastItem))),
      strip(state.visits),
      h('div', {class: 'actions'},
        s.feed && !paused && h('button', {class: 'button', type: 'button', onclick: () => act('poll', s.name + ' is being asked now.')}, 'Poll now'),
        h('button', {class: 'button', type: 'button', onclick: () => act(paused ? 'resume' : 'pause', s.name + (paused ? ' resumed.' : ' paused.'))}, paused ? 'Resume' : 'Pause'),
        s.move && h('button', {class: 'button', type: 'button', title: `Moved ${s.move.at.slice(0, 10)} from ${s.move.from}`, onclick: () => act('undo-move', s.name + ' is asked at its old address again.')}, 'Undo move'))),
    open.has(s.id) && detail(s));
}

function cause(state) {
  return [h('span', {}, TROUBLE.includes(state.health) && state.sentence || MEANING[state.health]),
    h('span', {class: 'muted'}, [state.detail && state.detail + ' · ', 'since ', at(state.since), state.failures > 1 && ` · ${state.failures} failures in a row`].filter(Boolean))];
}

/** The last visits, oldest left: height says how many items, colour how it went. */
function strip(visits) {
  const bars = [...visits].reverse().map(v => {
    const kind = v.outcome === 'new' ? 'new' : v.outcome === 'unchanged' ? 'unchanged' : 'fail';
    const bar = h('i', {class: kind, title: `${new Date(v.at).toLocaleString()}: ${words(v.outcome)}${v.items ? ', ' + v.items + ' items' : ''}`});
    if (kind === 'new') bar.style.height = Math.min(100, 40 + 15 * v.items) + '%';
    return bar;
  });
  const failed = visits.filter(v => v.outcome !== 'new' && v.outcome !== 'unchanged').length;
  return h('div', {class: 'strip', role: 'img', 'aria-label': `Last ${visits.length} visits, ${failed} failed`}, bars);
}

function detail(s) {
  const facts = [['Id', s.id], ['Address', s.feed || s.from], ['Language', s.language && language(s.language)], ['Agency', s.agency], ['Format', s.format || 'detected'],
    ['Items told apart by', TOLD_APART[s.state.identity]],
    ['Stories that shared an id', s.state.identityApart],
    ['Older wordings buried', s.state.identityBuried],
    ['Ignored in its addresses', s.state.identityIgnores],
    ['Rhythm', s.every ? 'every ' + duration(s.every) : s.feed && 'its own' + (s.atLeastEvery ? ', at least every ' + duration(s.atLeastEvery) : '')],
    ['Received', count(s.state.received)], ['Published', count(s.state.published)], ['Already known', count(s.state.unchanged)], ['Rejected', count(s.state.rejected)],
    ['Desk tags', s.deskTags?.join(', ')]].filter(f => f[1]);
  return h('div', {class: 'sdetail'},
    h('div', {}, h('dl', {class: 'facts'}, facts.map(([k, v]) => [h('dt', {}, k), h('dd', {}, v)])),
      h('div', {class: 'actions'}, h('a', {class: 'button', href: '#/stream?source=' + encodeURIComponent(s.id)}, 'See its articles'),
        sureButton('Remove', 'Really remove it?', () => api.remove(s.id).then(() => { toast(s.name + ' removed.'); return look(); }).catch(e => toast(e.message, true))))),
    h('table', {class: 'visits'}, h('caption', {class: 'caps'}, 'Last visits'),
      h('thead', {}, h('tr', {}, ['When', 'Answer', 'Took', 'Items'].map(t => h('th', {scope: 'col'}, t)))),
      h('tbody', {}, s.state.visits.slice(0, 10).map(v => h('tr', {}, h('td', {}, at(v.at)), h('td', {}, [v.status || '', capital(words(v.outcome))].filter(Boolean).join(' ')),
        h('td', {}, v.millis >= 1000 ? (v.millis / 1000).toFixed(1) + ' s' : v.millis + ' ms'), h('td', {}, String(v.items)))))));
}

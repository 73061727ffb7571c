// The way of an article, live: stations with their rates, the outbox, the broker and who reads.
import {fill, h, keyed} from './dom.js';
import {at, count, words} from './format.js';
import {known} from './live.js';
import {needsPerson} from './sources.js';

const LINE = ['sources.poll', 'sources.fetch', 'documents.parse', 'items.dedupe', 'items.normalise', 'articles.attribute', 'articles.store', 'outbox.publish'];
const SVG = 'http://www.w3.org/2000/svg';

export function pipeline(root) {
  const body = h('div');
  root.append(h('div', {class: 'viewhead'}, h('h1', {}, 'Pipeline'), h('p', {}, 'The way of an article, from source to subscriber.')), body);
  const attention = h('ul', {class: 'attention', 'aria-label': 'Needs a person'});
  const totals = h('section', {class: 'card totals', 'aria-label': 'Since start'});
  const line = h('ol', {class: 'line', 'aria-label': 'Routes in the order an article meets them'});
  const panels = h('div', {class: 'rows'});
  body.append(attention, totals, line, panels);

  function draw() {
    const s = known.status;
    if (!s) return;
    attention.hidden = !s.attention.length;
    attention.replaceChildren(...s.attention.map(a => h('li', {}, a)));
    fill(totals, sum(s));
    const order = LINE.filter(id => s.routes.some(r => r.id === id));
    const way = [ends.sources(), ...order.map(id => s.routes.find(r => r.id === id)), ends.broker(s)];
    keyed(line, way, r => r.id, r => JSON.stringify(r) + rate(r.id), r => (r.title ? end(r) : station(r)));
    panels.replaceChildren(outbox(s), subscriptions(s), others(s, order));
  }
  draw();
  return draw;
}

function rate(id) {
  const samples = (known.rates.get(id) || []).slice(-5);
  return samples.length ? samples.reduce((a, b) => a + b) / samples.length : 0;
}

const perSecond = n => (n === 0 ? '0' : n < 10 ? n.toFixed(1) : count(Math.round(n))) + '/s';

/** received = published + already known + rejected + held; what is missing is on its way. */
function sum(s) {
  const way = Math.max(0, s.received - s.published - s.unchanged - s.rejected);
  const part = (n, label) => h('div', {}, h('b', {}, count(n)), h('span', {class: 'muted small'}, label));
  const op = t => h('span', {class: 'op', 'aria-hidden': 'true'}, t);
  const bar = h('div', {class: 'bar', 'aria-hidden': 'true'}, [['published', s.published], ['unchanged', s.unchanged], ['rejected', s.rejected], ['held', way]]
    .filter(p => p[1] > 0).map(([cls, n]) => { const i = h('i', {class: cls}); i.style.flexGrow = n; return i; }));
  return [h('div', {class: 'sum'}, part(s.received, 'items received'), op('='), part(s.published, 'published'), op('+'), part(s.unchanged, 'already known'), op('+'), part(s.rejected, 'rejected'),
    way > 0 && [op('+'), part(way, 'on their way')]), bar, h('p', {class: 'muted small'}, 'Nothing lost, nothing twice. Counted since ', at(s.started), '.')];
}

/** Where the line begins and where it ends. */
const ends = {
  sources: () => {
    const ill = known.sources.filter(needsPerson).length;
    return {id: '@sources', title: 'Sources', big: known.sources.length - ill + ' of ' + known.sources.length, text: 'well.', href: '#/sources', bad: ill ? ill + ' need a person' : ''};
  },
  broker: s => {
    const unread = s.subscriptions.filter(q => !q.consumers).length;
    return {id: '@broker', title: 'Subscribers', big: count(s.subscriptions.length), text: s.subscriptions.length === 1 ? 'queue on the broker.' : 'queues on the broker.', href: '#/subscribe', bad: !s.brokerUp ? 'the broker is down' : unread ? unread + ' without a reader' : ''};
  },
};

function end(e) {
  return h('li', {class: 'station end'}, h('div', {class: 'rate'}, h('b', {}, e.big)), h('span', {class: 'dot square' + (e.bad ? ' ill' : '')}),
    h('h3', {}, h('a', {href: e.href}, e.title)), h('p', {}, e.text), e.bad && h('p', {class: 'bad'}, e.bad));
}

function station(r) {
  const now = rate(r.id);
  const well = r.state === 'Started';
  const dot = h('span', {class: 'dot', title: r.state});
  if (!well) dot.style.setProperty('--s', 'var(--bad)');
  return h('li', {class: 'station' + (now > 0 && well ? ' flows' : '')},
    h('div', {class: 'rate'}, h('b', {}, perSecond(now)), spark(known.rates.get(r.id) || [])), dot,
    h('h3', {title: r.id}, r.id.split('.').pop().replace(/^./, c => c.toUpperCase())), h('p', {}, r.description),
    h('p', {class: 'num'}, count(r.exchanges) + ' so far'),
    r.failed > 0 && h('p', {class: 'bad num'}, count(r.failed) + ' failed'), !well && h('p', {class: 'bad'}, r.state));
}

function spark(samples) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 60 20');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('aria-hidden', 'true');
  if (samples.length > 4) {
    const top = Math.max(...samples, 1);
    const points = document.createElementNS(SVG, 'polyline');
    points.setAttribute('points', samples.map((v, i) => `${i * 60 / (samples.length - 1)},${19 - v / top * 18}`).join(' '));
    svg.append(points);
  }
  return svg;
}

function table(title, heads, rows, none) {
  return h('section', {class: 'card panel'}, h('h2', {}, title), rows.length
    ? h('table', {}, h('thead', {}, h('tr', {}, heads.map((t, i) => h('th', {scope: 'col', class: i ? 'r' : ''}, t)))), h('tbody', {}, rows.map(r => h('tr', {}, r.map((c, i) => h('td', {class: i ? 'r' : ''}, c))))))
    : h('p', {class: 'muted'}, none));
}

function outbox(s) {
  return h('section', {class: 'card panel'}, h('h2', {}, 'Outbox and broker'),
    h('dl', {class: 'facts'},
      h('dt', {}, 'Broker'), h('dd', {}, h('span', {class: 'state s-' + (s.brokerUp ? 'ok' : 'failing')}, s.brokerUp ? 'takes messages' : 'does not take messages')),
      Object.entries(s.away || {}).map(([part, a]) => [h('dt', {}, part), h('dd', {class: 'error'}, 'away since ', at(a.since), ': ' + a.why)]),
      h('dt', {}, 'Waiting to leave'), h('dd', {class: 'num'}, count(s.outboxPending)),
      s.outboxOldest && [h('dt', {}, 'Oldest since'), h('dd', {}, at(s.outboxOldest))],
      s.away?.store && s.outboxAsOf && [h('dt', {}, 'Counted'), h('dd', {}, at(s.outboxAsOf))],
      s.waitsFor && [h('dt', {}, 'Waits for'), h('dd', {}, s.waitsFor.why)],
      h('dt', {}, 'Under embargo'), h('dd', {class: 'num'}, count(s.outboxHeld)),
      h('dt', {}, 'Rejected'), h('dd', {}, h('a', {href: '#/rejected'}, count(s.rejected)))),
    !s.brokerUp && h('p', {class: 'small muted'}, 'Articles are kept and leave in order when the broker is back.'));
}

function subscriptions(s) {
  return table('Who reads', ['Queue', 'Readers', 'Waiting', 'Dropped'], s.subscriptions.map(q => [h('span', {class: 'mono', title: q.client || q.user || ''}, q.queue),
    q.consumers ? String(q.consumers) : h('span', {class: 'error'}, 'none'),
    q.publishingWaitsSince ? h('span', {class: 'error', title: 'Publishing waits for it since ' + q.publishingWaitsSince}, count(q.waiting)) : h('span', {title: q.oldest ? 'since ' + q.oldest : ''}, count(q.waiting)),
    q.untold ? h('span', {class: 'error', title: 'The subscriber does not know yet. ' + q.untold.replay}, count(q.dropped)) : q.dropped ? count(q.dropped) : '']),
    'Nobody has subscribed yet. See Subscribe.');
}

function others(s, order) {
  return table('Other routes', ['Route', 'State', 'Seen', 'Rate'], s.routes.filter(r => !order.includes(r.id)).map(r => [h('span', {class: 'mono', title: r.description}, r.id),
    r.state === 'Started' ? 'started' : h('span', {class: 'error'}, words(r.state.toLowerCase())), count(r.exchanges), perSecond(rate(r.id))]), 'None.');
}

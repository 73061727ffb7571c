// What could not go on, with its bytes and the reason; nothing is lost.
import * as api from './api.js';
import {fill, h, keyed, sureButton, toast} from './dom.js';
import {ago, at, bytes} from './format.js';
import {known, look} from './live.js';

export function rejected(root, [chosen]) {
  const list = h('ol', {class: 'buried', 'aria-label': 'Rejected items'});
  const pane = h('section', {class: 'rejhead', 'aria-label': 'Rejected item'});
  const nothing = h('p', {class: 'empty'}, 'Nothing was rejected. What cannot go on is kept here with its reason.');
  const fault = h('p', {class: 'banner', hidden: true});
  const split = h('div', {class: 'split'}, list, pane);
  root.append(h('div', {class: 'viewhead'}, h('h1', {}, 'Rejected'), h('p', {}, 'Kept with their bytes and the reason, until someone retries or drops them.')), fault, split, nothing);
  let shown = null;

  function draw() {
    const items = known.rejected;
    fault.textContent = known.faults.rejected || '';
    fault.hidden = !known.faults.rejected;
    const current = items.some(r => r.id === chosen) ? chosen : items[0]?.id;
    keyed(list, items, r => r.id, r => r.id + (r.id === current), r => h('li', {}, h('a', {href: '#/rejected/' + encodeURIComponent(r.id), 'aria-current': r.id === current ? 'true' : undefined},
      h('strong', {}, r.sentence), h('span', {class: 'small'}, r.message), h('div', {class: 'small muted'}, `${r.source} · ${r.stage} · `, ago(r.at)))));
    split.hidden = !items.length;
    nothing.hidden = !known.loaded || items.length > 0 || !!known.faults.rejected;
    if (current && current !== shown) {
      shown = current;
      api.rejectedItem(current).then(r => fill(pane, item(r))).catch(e => toast(e.message, true));
    }
  }
  draw();
  return draw;
}

function item(r) {
  const settle = (verb, done) => api.settle(r.id, verb).then(() => { toast(done); location.hash = '#/rejected'; return look(); }).catch(e => toast(e.message, true));
  const facts = [['Reason', r.reason], ['Source', h('a', {href: '#/sources/' + encodeURIComponent(r.source)}, r.source)], ['Document', r.document], ['Item', r.item], ['Stage', r.stage], ['When', at(r.at)], ['Size', bytes(r.size)]].filter(f => f[1]);
  return [h('h2', {}, r.sentence), h('p', {class: 'muted'}, r.message),
    h('dl', {class: 'facts'}, facts.map(([k, v]) => [h('dt', {}, k), h('dd', {}, v)])),
    h('div', {class: 'actions'}, h('button', {class: 'button', type: 'button', onclick: () => settle('retry', 'Sent through the pipeline again.')}, 'Retry'),
      sureButton('Drop', 'Drop it for good?', () => settle('drop', 'Dropped.'))),
    h('pre', {class: 'rawview', tabindex: 0, 'aria-label': 'Raw bytes', dir: 'auto'}, r.raw),
    r.size > 65536 && h('p', {class: 'muted small'}, 'The first 64 KB are shown.')];
}

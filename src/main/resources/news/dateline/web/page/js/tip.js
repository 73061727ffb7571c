// Shows what a mark claims, on hover, focus or touch, and lights up all marks and notes of the same claim.
import {h} from './dom.js';

let tip, described;

export function explain(root, claims) {
  const light = (ids, on) => root.querySelectorAll('[data-claims]').forEach(e => {
    if (e.dataset.claims.split(' ').some(id => ids.includes(id))) e.classList.toggle('on', on);
  });
  const enter = event => {
    const target = event.target.closest?.('[data-claims]');
    if (!target || !root.contains(target)) return;
    const ids = target.dataset.claims.split(' ');
    root.querySelectorAll('.on').forEach(e => e.classList.remove('on'));
    light(ids, true);
    if (target.tagName === 'MARK') show(target, ids.map(id => claims[+id]), event);
  };
  const leave = event => {
    const target = event.target.closest?.('[data-claims]');
    if (target) { light(target.dataset.claims.split(' '), false); hide(); }
  };
  for (const name of ['mouseover', 'focusin', 'click']) root.addEventListener(name, enter);
  for (const name of ['mouseout', 'focusout']) root.addEventListener(name, leave);
}

export function hide() {
  tip?.remove();
  described?.removeAttribute('aria-describedby');
  tip = described = null;
}

function show(target, claims, event) {
  hide();
  tip = h('div', {class: 'tip', role: 'tooltip', id: 'tip'}, claims.map(c => h('div', {class: c.role || ''},
    h('strong', {dir: 'auto'}, c.title),
    c.lines.map(l => h('div', {}, l)),
    (c.proofs || []).map(p => h('div', {class: 'why'}, `In the ${p.where}: `, h('q', {dir: 'auto'}, p.text))),
    c.rules?.length > 0 && h('div', {class: 'why'}, 'Rule: ' + c.rules.join(', ')),
    c.confidence !== undefined && h('div', {class: 'why'}, meter(c.confidence), Math.round(c.confidence * 100) + ' % sure'))));
  document.body.append(tip);
  described = target;
  target.setAttribute('aria-describedby', 'tip'); // a screen reader says what the mark claims
  place(event);
}

/** A mark may run over several lines: stays with the line that was pointed at, else with the first. */
function place(event = {}) {
  const boxes = [...described.getClientRects()];
  const box = boxes.find(b => event.clientY >= b.top && event.clientY <= b.bottom) || boxes[0];
  const left = Math.min(Math.max(12, event.clientX ? event.clientX - 40 : box.left), document.documentElement.clientWidth - tip.offsetWidth - 12);
  const below = box.bottom + 8 + tip.offsetHeight < innerHeight;
  tip.style.left = left + 'px';
  tip.style.top = (below ? box.bottom + 8 : box.top - tip.offsetHeight - 8) + 'px';
}

export function meter(share) {
  const bar = h('i');
  bar.style.width = Math.round(share * 100) + '%';
  return h('span', {class: 'meter'}, bar);
}

document.addEventListener('keydown', event => { if (event.key === 'Escape') hide(); });
// What the keyboard has reached scrolls into view: its words stay beside it.
addEventListener('scroll', () => { if (tip && described.matches(':focus')) place(); else hide(); }, {passive: true, capture: true});

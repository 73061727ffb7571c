// Paste an address, see what would be published, confirm.
import * as api from './api.js';
import {h, toast} from './dom.js';
import {count} from './format.js';
import {refreshAll} from './live.js';
import {articleView} from './article.js';

export function add(root) {
  const url = h('input', {type: 'text', inputmode: 'url', name: 'url', autocomplete: 'off', spellcheck: 'false', required: true, placeholder: 'https://…', 'aria-label': 'Address of a feed or a web page'});
  const go = h('button', {class: 'button primary', type: 'submit'}, 'Preview');
  const inside = h('input', {type: 'checkbox', name: 'inside'});
  const result = h('div', {'aria-live': 'polite'});
  const form = h('form', {class: 'urlform', id: 'preview-form', onsubmit: event => { event.preventDefault(); preview(url.value); }}, h('label', {}, url), go);
  root.append(h('div', {class: 'viewhead'}, h('h1', {}, 'Add a source'), h('p', {}, 'Paste the address of a feed, or of the newsroom’s web page: its feed is found. Nothing is published until you confirm.')),
    form, h('label', {class: 'inside small'}, inside, h('span', {}, 'The address is inside our own network')),
    h('p', {class: 'examples muted small'}, 'RSS, Atom and JSON feeds are read here. Folders, SFTP drops and mailboxes are declared in ', h('code', {}, 'config/sources/'), '.'), result, list());
  url.focus();
  let asked = 0;

  /** A list of another feed reader: what would be added is shown before it is. */
  function list() {
    const said = h('div', {'aria-live': 'polite'});
    const file = h('input', {type: 'file', name: 'opml', accept: '.opml,.xml,text/xml,text/x-opml', 'aria-label': 'A list of subscriptions (OPML)', onchange: async () => {
      const chosen = file.files[0];
      if (!chosen) return;
      try {
        const text = await chosen.text();
        const plan = await api.importList(text, chosen.name, true);
        const confirm = h('button', {class: 'button primary', type: 'button', onclick: async () => {
          try {
            toast((await api.importList(text, chosen.name, false)).summary + '.');
            said.replaceChildren();
            refreshAll();
          } catch (error) { toast(error.message, true); }
        }}, 'Add ' + count(plan.added.length));
        said.replaceChildren(h('p', {}, `${count(plan.added.length)} new, ${count(plan.alreadyThere)} already there, ${count(plan.refused.length)} refused. `, plan.added.length > 0 && confirm),
          h('ul', {class: 'small muted'}, plan.refused.slice(0, 50).map(r => h('li', {}, r.entry + ': ' + r.reason))));
      } catch (error) {
        said.replaceChildren(h('p', {}, error.message));
      }
    }});
    return h('section', {class: 'small'}, h('h2', {}, 'A list of another feed reader'), h('p', {}, h('label', {}, 'OPML file ', file)), said);
  }

  async function preview(text) {
    const turn = ++asked;
    const address = /^[a-z][a-z0-9+.-]*:/i.test(text.trim()) ? text.trim() : 'https://' + text.trim();
    url.value = address;
    go.disabled = true;
    result.replaceChildren(h('p', {class: 'working'}, 'Asking for it as the source would be asked …'));
    try {
      const found = await api.preview(address, inside.checked);
      if (turn === asked) result.replaceChildren(found.proposal ? offer(found) : refusal(found.sentence, found.message, address, found.alternatives));
    } catch (error) {
      if (turn === asked) result.replaceChildren(refusal('This address could not be previewed', error.message, address, []));
    } finally {
      go.disabled = false;
    }
  }

  function offer(found) {
    return h('div', {class: 'addgrid'}, proposal('Found', found.proposal, found.message, found.alternatives),
      h('section', {'aria-label': 'Preview'}, h('p', {class: 'caps'}, found.items === 1 ? '1 item; this would be published' : `${count(found.items)} items; the first ${count(found.articles.length)} as they would be published`),
        h('ol', {class: 'previews'}, found.articles.map(a => h('li', {}, articleView(a, {json: false}))))));
  }

  function refusal(sentence, message, address, alternatives) {
    return h('div', {class: 'card refusal', id: 'refusal'}, h('h2', {}, sentence || 'Nothing could be read there'), h('p', {}, message), others(alternatives),
      h('p', {class: 'small muted'}, 'It may be only for now. ', h('button', {class: 'link', type: 'button', onclick: event =>
        event.target.closest('.refusal').after(h('div', {class: 'addgrid'}, proposal('Add it all the same', guess(address, inside.checked), 'Added without a preview; it will be asked as any other source.', [])))}, 'Add it without a preview'), '.'));
  }

  function others(alternatives) {
    return alternatives?.length > 0 && h('div', {class: 'alternatives'}, h('p', {class: 'caps'}, 'Other feeds there'),
      h('ul', {}, alternatives.map(a => h('li', {}, h('button', {class: 'link', type: 'button', onclick: () => preview(a.url)}, a.title || a.url)))));
  }

  function proposal(title, p, message, alternatives) {
    const field = (name, label, value, more = {}) => h('label', {}, h('span', {}, label), h('input', {name, value: value || '', ...more}));
    const problem = h('p', {class: 'error', role: 'alert', hidden: true});
    const button = h('button', {class: 'button primary', type: 'submit'}, 'Add this source');
    const form = h('form', {class: 'card proposal', id: 'add-form', onsubmit: submit},
      h('div', {}, h('h2', {}, title), h('p', {class: 'muted small'}, message), h('p', {class: 'mono small'}, p.feed || '')),
      field('name', 'Publisher, as readers know it', p.name, {required: true, dir: 'auto'}),
      h('div', {class: 'pair'}, field('id', 'Id', p.id, {required: true, pattern: '[a-z0-9\\-]+', title: 'Lower-case letters, digits and dashes'}), field('language', 'Language', p.language, {placeholder: 'en'})),
      h('details', {}, h('summary', {}, 'More'), field('every', 'Ask every (otherwise its own rhythm)', '', {placeholder: '5m'}), field('silent-after', 'Call it silent after', '', {placeholder: '6h'}),
        field('agency', 'All items are this agency’s', p.agency, {placeholder: 'AFP'}), field('zone', 'Time zone of dates without one', p.zone, {placeholder: 'Europe/Paris'}),
        h('label', {class: 'check'}, h('input', {type: 'checkbox', name: 'internal', checked: !!p.internal}), h('span', {}, 'The address is inside our own network'))),
      problem, button, others(alternatives));

    async function submit(event) {
      event.preventDefault();
      const source = {feed: p.feed};
      if (p.format) source.format = p.format;
      for (const input of form.querySelectorAll('input[name]')) {
        if (input.type === 'checkbox') { if (input.checked) source[input.name] = true; }
        else if (input.value.trim()) source[input.name] = input.value.trim();
      }
      button.disabled = true;
      problem.hidden = true;
      try {
        const added = await api.add(source);
        toast(added.name + ' added. Its articles appear as they come.');
        await refreshAll();
        location.hash = '#/stream?source=' + encodeURIComponent(added.id);
      } catch (error) {
        problem.textContent = error.message;
        problem.hidden = false;
        button.disabled = false;
      }
    }
    return form;
  }
}

function guess(address, internal) {
  let host = 'new-source';
  try { host = new URL(address).hostname.replace(/^www\./, ''); } catch { /* the instance will say what is wrong with it */ }
  return {feed: address, name: host, id: host.toLowerCase().replace(/[^a-z0-9]+/g, '-'), internal};
}

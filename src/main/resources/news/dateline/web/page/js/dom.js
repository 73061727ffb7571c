// Builds elements. Text always becomes a text node: foreign words can never become markup.

/** h('p', {class: 'x', onclick: f}, 'text', node, [more]) */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'data') Object.assign(element.dataset, value);
    else if (name === 'value' || name === 'checked') element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  append(element, children);
  return element;
}

/** Replaces what an element holds; children as in h. */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
}

function append(element, children) {
  for (const child of children) {
    if (Array.isArray(child)) append(element, child);
    else if (child !== undefined && child !== null && child !== false) element.append(child);
  }
}

/** Only these may be followed from foreign addresses. */
export function safeLink(url, attributes, ...children) {
  const ok = /^https?:\/\//i.test(url || '');
  return ok
    ? h('a', {href: url, target: '_blank', rel: 'noopener noreferrer', ...attributes}, ...children)
    : h('span', attributes, ...children);
}

/**
 * Makes the list show the items, keeping the elements of those that did not change, so that focus, selection and
 * scroll survive the next look at the instance.
 */
export function keyed(list, items, key, print, render) {
  const old = new Map([...list.children].map(e => [e.dataset.key, e]));
  let at = list.firstElementChild;
  for (const item of items) {
    const k = String(key(item));
    const p = print(item);
    let element = old.get(k);
    if (!element || element.dataset.print !== p) {
      const next = render(item, !element);
      next.dataset.key = k;
      next.dataset.print = p;
      if (element) {
        if (element === at) at = at.nextElementSibling;
        element.remove();
      }
      element = next;
    }
    old.delete(k);
    if (element === at) at = at.nextElementSibling;
    else list.insertBefore(element, at);
  }
  old.forEach(e => e.remove());
}

export function toast(text, bad = false) {
  const note = h('div', {class: bad ? 'toast bad' : 'toast'}, text);
  document.getElementById('toasts').append(note);
  setTimeout(() => note.remove(), bad ? 9000 : 5000);
}

/** A button that asks once more before it acts. */
export function sureButton(label, question, act) {
  let armed;
  const button = h('button', {class: 'button danger', type: 'button'}, label);
  const disarm = () => { armed = false; button.textContent = label; button.classList.remove('sure'); };
  button.addEventListener('blur', disarm);
  button.addEventListener('click', () => {
    if (armed) { disarm(); act(); return; }
    armed = true;
    button.textContent = question;
    button.classList.add('sure');
  });
  return button;
}

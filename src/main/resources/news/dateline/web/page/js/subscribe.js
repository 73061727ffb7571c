// How to read the articles with a client of one's own.
import * as api from './api.js';
import {fill, h, toast} from './dom.js';
import {language} from './format.js';
import {known} from './live.js';

let protocol = 'JMS';
const choice = {agency: '', lang: '', source: '', urgency: ''};

export function subscribe(root) {
  const left = h('div');
  const right = h('aside', {class: 'card keys', 'aria-label': 'How to connect'});
  root.append(h('div', {class: 'viewhead'}, h('h1', {}, 'Subscribe'), h('p', {}, 'Every article, as JSON, with the client you already have. Each subscriber gets its own copy and keeps its own place.')),
    h('div', {class: 'subgrid'}, left, right));
  let access = null;
  let secret = false;

  api.access().then(a => { if (a.note) throw new Error(a.note); access = a; draw(); })
    .catch(e => fill(left, h('p', {class: 'banner'}, e.status === 403 ? 'Passwords are shown only on the machine Dateline runs on. There: ./dateline credentials' : e.message)));

  function draw() {
    const selector = selectorOf();
    const code = SNIPPETS[protocol](access, secret ? access.password : '••••••••', selector);
    fill(left, 
      h('div', {class: 'tabs', role: 'tablist'}, Object.keys(SNIPPETS).map(p => h('button', {role: 'tab', type: 'button', 'aria-selected': String(p === protocol), onclick: () => { protocol = p; draw(); }}, p))),
      h('p', {class: 'caps'}, 'Only some of them'), chooser(),
      protocol === 'MQTT' && selector && h('p', {class: 'banner'}, 'MQTT carries no selectors: it gets every article; filter on the JSON, or read a desk’s queue by another protocol.'),
      code.map(([title, text, real]) => [h('p', {class: 'caps'}, title), snippet(text, real)]),
      h('p', {class: 'muted small'}, 'The body is ninjs 3.1 (IPTC) with attribution; docs/article.schema.json describes it, docs/subscribe.md says more.'));
    fill(right, h('h2', {class: 'caps'}, 'Connection'), h('dl', {}, row('JMS / core', access.jms), row('AMQP 1.0', access.amqp), row('STOMP', access.stomp), row('MQTT', access.mqtt), row('Address', 'articles'), row('User', access.user),
      h('div', {}, h('dt', {}, 'Password'), h('dd', {}, h('code', {id: 'password'}, secret ? access.password : '••••••••'),
        h('button', {class: 'link small', type: 'button', onclick: () => { secret = !secret; draw(); }}, secret ? 'Hide' : 'Show'), copyLink(access.password)))),
      h('p', {class: 'muted small'}, 'This user can read and subscribe, nothing more.'));
  }

  function chooser() {
    const select = (key, label, pairs) => h('label', {}, h('span', {}, label), h('select', {onchange: e => { choice[key] = e.target.value; draw(); }},
      h('option', {value: ''}, 'any'), pairs.map(([v, t]) => { const o = h('option', {value: v}, t); o.selected = choice[key] === v; return o; })));
    const agencies = [...new Set(known.articles.flatMap(a => (a.article.attribution?.agencies || []).map(g => g.code)))].sort();
    const langs = [...new Set(known.articles.map(a => a.article.language).filter(Boolean))].sort();
    return h('div', {class: 'chooser'}, select('agency', 'Agency', agencies.map(a => [a, a])), select('lang', 'Language', langs.map(l => [l, language(l)])),
      select('source', 'Source', known.sources.map(s => [s.id, s.name])), select('urgency', 'Urgency', [['2', '1–2, urgent'], ['4', '1–4']]));
  }
}

/** A JMS selector over the message properties. */
function selectorOf() {
  const quoted = v => `'${v.replace(/'/g, "''")}'`;
  return [choice.agency && `agencies LIKE ${quoted('%,' + choice.agency + ',%')}`, choice.lang && `lang = ${quoted(choice.lang)}`,
    choice.source && `source = ${quoted(choice.source)}`, choice.urgency && `urgency <= ${choice.urgency}`].filter(Boolean).join(' AND ');
}

function row(label, value) {
  return h('div', {}, h('dt', {}, label), h('dd', {}, h('code', {}, value), copyLink(value)));
}

function copyLink(value) {
  return h('button', {class: 'link small', type: 'button', onclick: () => copy(value)}, 'Copy');
}

function snippet(text, real) {
  return h('div', {class: 'snippet'}, h('pre', {}, text), h('button', {class: 'button', type: 'button', onclick: () => copy(real)}, 'Copy'));
}

function copy(text) {
  navigator.clipboard.writeText(text).then(() => toast('Copied.'), () => toast('The browser does not allow copying here.', true));
}

/** Each: [title, text as shown, text as copied]. */
const both = (make, a, shown) => [make(shown), make(a.password)];
const SNIPPETS = {
  JMS: (a, shown, sel) => [
    ['Java, Artemis client', ...both(pw => `var factory = new ActiveMQConnectionFactory("${a.jms}", "${a.user}", "${pw}");
try (var context = factory.createContext()) {
  var articles = context.createTopic("articles");
  var reader = context.createSharedDurableConsumer(articles, "my-desk"${sel ? `,
      ${JSON.stringify(sel)}` : ''});
  while (true) {
    System.out.println(reader.receiveBody(String.class));
  }
}`, a, shown)],
    ['In the terminal', ...both(() => `./dateline tail${sel ? ` --where "${sel}"` : ''}`, a, shown)]],
  AMQP: (a, shown, sel) => [
    ['Python, python-qpid-proton', ...both(pw => `from proton.utils import BlockingConnection${sel ? `
from proton.reactor import Selector` : ''}

wire = BlockingConnection("${a.amqp}", user="${a.user}", password="${pw}", allow_insecure_mechs=True)
reader = wire.create_receiver("articles"${sel ? `, options=Selector(${JSON.stringify(sel)})` : ''})
while True:
    message = reader.receive(timeout=None)
    print(message.body)
    reader.accept()`, a, shown)]],
  STOMP: (a, shown, sel) => [
    ['Python, stomp.py', ...both(pw => `import stomp, time

class Print(stomp.ConnectionListener):
    def on_message(self, frame):
        print(frame.body)

wire = stomp.Connection12([("${hostOf(a.stomp)}", ${portOf(a.stomp)})])
wire.set_listener("", Print())
wire.connect("${a.user}", "${pw}", wait=True, headers={"client-id": "my-desk"})
wire.subscribe("articles", id="1", ack="auto", headers={
    "subscription-type": "MULTICAST",
    "durable-subscription-name": "my-desk"${sel ? `,
    "selector": ${JSON.stringify(sel)}` : ''}})
time.sleep(3600)`, a, shown)]],
  MQTT: (a, shown) => [
    ['Mosquitto', ...both(pw => `mosquitto_sub -h ${hostOf(a.mqtt)} -p ${portOf(a.mqtt)} -u ${a.user} -P '${pw}' \\
  -i my-desk -c -q 1 -t articles`, a, shown)]],
};

function hostOf(url) { return /\/\/(\[[^\]]*\]|[^:/]+)/.exec(url)?.[1] || '127.0.0.1'; }
function portOf(url) { return /:(\d+)(?:\D|$)/.exec(url)?.[1] || '61616'; }

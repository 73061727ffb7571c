// What the page knows of the instance, looked at again every two seconds; slower while the page is hidden.
import * as api from './api.js';

const KEEP = 500;
const SAMPLES = 60;
export const known = {status: null, sources: [], articles: [], rejected: [], rates: new Map(), faults: {}, error: null, loaded: false};
const listeners = new Set();
let seen = -1;
let last = null;
let timer;
let running = null;
let rounds = 0;
let sourcesEveryTime = false;

/** The list of sources may be long: away from its view it is fetched at every fifth look only. */
export function looksAtSources(yes) {
  const entered = yes && !sourcesEveryTime;
  sourcesEveryTime = yes;
  if (entered && known.loaded) look();
}

/** Calls back after every look; returns how to stop. */
export function watch(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function look() {
  if (!running) running = round().finally(() => { running = null; });
  return running;
}

/** After a change of ours: everything, sources too. */
export async function refreshAll() {
  rounds = 0;
  await running;
  rounds = 0;
  return look();
}

async function round() {
  clearTimeout(timer);
  try {
    const withSources = sourcesEveryTime || rounds++ % 5 === 0 || !known.loaded;
    const faults = {};
    // One part that is away leaves the others as they are: it keeps what was last known, and says its fault.
    const part = (name, asked, old) => asked.catch(error => {
      if (error.status === 401 || error.status === 0) throw error;
      faults[name] = error.message;
      return old;
    });
    const [status, sources, fresh, rejected] =
      await Promise.all([api.status(), withSources ? api.sources() : known.sources,
        part('articles', api.articles(seen, known.loaded ? 200 : 100), []), part('rejected', api.rejected(), known.rejected)]);
    keep(fresh);
    measure(status);
    Object.assign(known, {status, sources, rejected, faults, error: null, loaded: true});
  } catch (error) {
    known.error = error;
  }
  listeners.forEach(listener => listener());
  timer = setTimeout(look, document.hidden ? 15000 : known.error ? 4000 : 2000);
}

/** Newest first. Articles of one source beyond the latest hundred are asked for when that source is chosen. */
export function keep(fresh) {
  const have = new Set(known.articles.map(a => a.sequence));
  const more = fresh.filter(a => !have.has(a.sequence));
  if (!more.length) return;
  known.articles = [...known.articles, ...more].sort((a, b) => b.sequence - a.sequence).slice(0, KEEP);
  seen = Math.max(seen, known.articles[0].sequence);
}

/** Exchanges a second of each route, the last two minutes. */
function measure(status) {
  const now = performance.now() / 1000;
  if (last) {
    const seconds = now - last.at;
    for (const route of status.routes) {
      const before = last.counts.get(route.id);
      if (before === undefined) continue;
      const samples = known.rates.get(route.id) || [];
      samples.push(Math.max(0, route.exchanges - before) / seconds);
      known.rates.set(route.id, samples.slice(-SAMPLES));
    }
  }
  last = {at: now, counts: new Map(status.routes.map(r => [r.id, r.exchanges]))};
}

document.addEventListener('visibilitychange', () => { if (!document.hidden) look(); });

// Numbers, times and names as people read them.
import {h} from './dom.js';

const number = new Intl.NumberFormat('en');
const clock = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit'});
const day = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit'});
const full = new Intl.DateTimeFormat('en-GB', {dateStyle: 'full', timeStyle: 'long'});
let languages;
try { languages = new Intl.DisplayNames('en', {type: 'language'}); } catch { languages = {of: tag => tag}; }

export const count = n => number.format(n ?? 0);

export function bytes(n) {
  return n < 1024 ? n + ' bytes' : n < 1048576 ? Math.round(n / 1024) + ' KB' : (n / 1048576).toFixed(1) + ' MB';
}

export function language(tag) {
  try { return languages.of(tag); } catch { return tag; }
}

/** 40 s · 5 min · 3 h · 2 d */
export function span(seconds) {
  const s = Math.abs(Math.round(seconds));
  if (s < 60) return s + ' s';
  if (s < 3600) return Math.round(s / 60) + ' min';
  if (s < 172800) return Math.round(s / 3600) + ' h';
  return Math.round(s / 86400) + ' d';
}

export function duration(iso) {
  const m = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(iso || '');
  return m ? span((+m[1] || 0) * 86400 + (+m[2] || 0) * 3600 + (+m[3] || 0) * 60 + (+m[4] || 0)) : iso;
}

/** A time that keeps itself right: "4 min ago", "in 2 min". */
export function ago(iso) {
  const time = h('time', {datetime: iso, title: full.format(new Date(iso)), class: 'num', data: {ago: '1'}});
  refresh(time);
  return time;
}

function refresh(time) {
  const seconds = (new Date(time.dateTime) - Date.now()) / 1000;
  const text = seconds > 0 ? 'in ' + span(seconds) : seconds > -5 ? 'just now' : span(seconds) + ' ago';
  if (time.textContent !== text) time.textContent = text;
}

setInterval(() => document.querySelectorAll('time[data-ago]').forEach(refresh), 5000);

/** 14:05 today, else 23 Nov, 14:05. */
export function moment(iso) {
  const date = new Date(iso);
  const today = new Date().toDateString() === date.toDateString();
  return (today ? clock : day).format(date);
}

export function at(iso) {
  return h('time', {datetime: iso, title: full.format(new Date(iso)), class: 'num'}, moment(iso));
}

export function host(url) {
  try { return new URL(url).host.replace(/^www\./, ''); } catch { return url; }
}

/** "contribution-line" → "contribution line" */
export const words = slug => (slug || '').replace(/[-_]/g, ' ');
export const capital = text => text.charAt(0).toUpperCase() + text.slice(1);

// Talks to the instance. A failure is an Error with the instance's own sentence.
const tokenKey = 'dateline.token';

export class ApiError extends Error {
  constructor(status, reason, message) {
    super(message);
    this.status = status;
    this.reason = reason;
  }
}

export function setToken(token) {
  sessionStorage.setItem(tokenKey, token);
}

async function call(method, path, body) {
  const headers = {'X-Dateline': '1'};
  const token = sessionStorage.getItem(tokenKey);
  if (token) headers.Authorization = 'Bearer ' + token;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  let response;
  try {
    response = await fetch('/api/' + path, {method, headers, body: body && JSON.stringify(body), cache: 'no-cache'});
  } catch {
    throw new ApiError(0, 'unreachable', 'Dateline does not answer. Is it running?');
  }
  if (response.status === 204) return null;
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    const error = answer.error || {};
    throw new ApiError(response.status, error.reason, error.message || 'HTTP ' + response.status);
  }
  return answer;
}

const id = encodeURIComponent;
export const status = () => call('GET', 'status');
export const sources = () => call('GET', 'sources').then(a => a.sources);
export const articles = (after, limit, source) =>
  call('GET', `articles?after=${after}&limit=${limit}` + (source ? '&source=' + id(source) : '')).then(a => a.articles);
export const rejected = () => call('GET', 'rejected?limit=200').then(a => a.rejected);
export const rejectedItem = item => call('GET', 'rejected/' + id(item));
export const access = () => call('GET', 'access');
export const preview = (url, internal) => call('POST', 'preview', {url, internal});
export const add = source => call('POST', 'sources', source);
export const importList = (opml, name, dryRun) => call('POST', 'opml', {opml, name, dryRun});
export const source = (name, verb) => call('POST', `sources/${id(name)}/${verb}`);
export const remove = name => call('DELETE', 'sources/' + id(name));
export const settle = (item, verb) => call('POST', `rejected/${id(item)}/${verb}`);

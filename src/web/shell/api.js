// Requests to the service. Every failure is an ApiProblem with a message that a clerk can read.
import { language, t } from './language.js';

/**
 * @typedef {{ code: string, severity: 'error' | 'warning' | 'note', message: string, hint?: string, pointer?: string,
 *     page?: number, pages?: number[], box?: number[], line?: number }} Finding
 */

export class ApiProblem extends Error {
    /**
     * @param {number} status 0: the service was not reached
     * @param {{ code?: string, title?: string, detail?: string, diagnostics?: Finding[], [other: string]: any }} body
     */
    constructor(status, body) {
        super(body.diagnostics?.[0]?.message ?? body.title ?? `HTTP ${status}`);
        this.status = status;
        this.code = body.code ?? '';
        /** @type {Finding[]} */
        this.findings = body.diagnostics ?? [];
        this.body = body;
    }
}

/** Events: "offline" and "online" (the service, not the network), "login-needed". */
export const connection = new EventTarget();

/** Requests wait for this, all but those of the session: nothing is sent in the name of somebody else. @type {Promise<unknown> | null} */
let admission = null;

/** While it is not known who works here nothing is sent; a later call goes before. @param {Promise<unknown>} known */
export function hold(known) {
    const wait = known.then(() => {
        if (admission === wait) admission = null;
    });
    admission = wait;
}

/** Also where somebody else was found to work here meanwhile. */
async function admitted() {
    while (admission) await admission;
}

export const isHeld = () => admission !== null;

const ofSession = '/session';

/**
 * @typedef {{ query?: Record<string, string | number | boolean | undefined>, json?: any, bytes?: Blob | string,
 *     headers?: Record<string, string>, signal?: AbortSignal, keepalive?: boolean }} Options keepalive: also when the page is closed
 */

/** @param {string} path below /api/v1 @param {Options['query']} [query] */
export function addressOf(path, query = {}) {
    const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
    const words = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
    return `/api/v1${path}${words && `?${words}`}`;
}

/**
 * @param {string} method
 * @param {string} path below /api/v1
 * @param {Options} options
 * @returns {Promise<Response>} one that succeeded
 */
async function send(method, path, options) {
    /** @type {Record<string, string>} */
    const headers = { 'Accept-Language': language(), ...options.headers };
    if (method !== 'GET') headers['X-Vanthu'] = '1';
    if (options.json !== undefined) headers['Content-Type'] = 'application/json';
    const body = options.json === undefined ? options.bytes : JSON.stringify(options.json);
    if (path !== ofSession) await admitted();
    let response;
    try {
        response = await fetch(addressOf(path, options.query), { method, headers, body, signal: options.signal, keepalive: options.keepalive });
    } catch (fault) {
        if (options.signal?.aborted) throw fault;
        connection.dispatchEvent(new Event('offline'));
        throw new ApiProblem(0, { code: 'offline', title: t('offline') });
    }
    connection.dispatchEvent(new Event('online'));
    if (response.ok) return response;
    throw refusal(response.status, await response.json().catch(() => ({})));
}

/** @param {number} status @param {{ code?: string }} problem */
function refusal(status, problem) {
    if (status === 401 && problem.code === 'login-needed') connection.dispatchEvent(new Event('login-needed'));
    return new ApiProblem(status, problem);
}

/**
 * The JSON of an answer (undefined: it has none).
 * @param {string} method
 * @param {string} path below /api/v1
 * @param {Options} [options]
 * @returns {Promise<any>}
 */
export async function ask(method, path, options = {}) {
    const response = await send(method, path, options);
    return response.status === 204 ? undefined : response.json();
}

/**
 * A file that the service makes, with the name that it gives it.
 * @param {string} method
 * @param {string} path below /api/v1
 * @param {Options} [options]
 */
export async function fetchFile(method, path, options = {}) {
    const response = await send(method, path, options);
    const given = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('Content-Disposition') ?? '');
    return { blob: await response.blob(), name: given ? decodeURIComponent(given[1]) : 'vanthu' };
}

/**
 * Sends a file with progress, which fetch cannot tell.
 * @param {string} path below /api/v1
 * @param {File} file
 * @param {(part: number) => void} progress from 0 to 1
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 */
export async function upload(path, file, progress, signal) {
    await admitted();
    return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open('POST', addressOf(path));
        request.responseType = 'json';
        request.setRequestHeader('X-Vanthu', '1');
        request.setRequestHeader('Accept-Language', language());
        request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
        request.upload.onprogress = (event) => progress(event.total ? event.loaded / event.total : 0);
        request.onload = () =>
            request.status < 300 ? resolve(request.response) : reject(refusal(request.status, request.response ?? {}));
        request.onerror = () => reject(new ApiProblem(0, { code: 'offline', title: t('offline') }));
        request.onabort = () => reject(new DOMException('', 'AbortError'));
        signal?.addEventListener('abort', () => request.abort());
        request.send(file);
    });
}

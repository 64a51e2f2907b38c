export const id = 5783;
export const ids = [5783];
export const modules = {

/***/ 83616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wj: () => (/* binding */ isPassingStatus),
/* harmony export */   ZF: () => (/* binding */ IDLE_TIMEOUT),
/* harmony export */   w$: () => (/* binding */ sendRequest)
/* harmony export */ });
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44708);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/* harmony import */ var _passing_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68834);
/** One HTTPS request at a time: bounded answers, streamed bodies of known length, abortable; no redirects, which vSphere does not use. */



const MAX_ANSWER = 64 * 2 ** 20;
/** Milliseconds that a connection may be silent, where nothing else is said. */
const IDLE_TIMEOUT = 300_000;
/** Statuses by which a server, or a proxy before it, says "not now" (RFC 9110, sections 15.5.9, 15.6; RFC 6585). */
const PASSING_STATUSES = new Set([408, 429, 502, 503, 504]);
/** True for a status that the same request may not meet again. */
function isPassingStatus(status) {
    return PASSING_STATUSES.has(status);
}
/**
 * Any status is an answer. The request is sent once: whether it may be sent again is known only to who knows what it does.
 * @throws PassingError vsphere-unreachable when no answer comes, UserError vsphere-certificate when the server is not trusted;
 * the signal's reason
 */
async function sendRequest(agent, request) {
    const course = { taken: false, own: undefined };
    try {
        return await attempt(agent, request, course);
    }
    catch (error) {
        request.signal.throwIfAborted();
        throw course.own ?? explain(error, request, course.taken);
    }
}
function attempt(agent, request, course) {
    const { method, url, headers, body, signal, ...limits } = request;
    return new Promise((resolve, reject) => {
        const text = typeof body === 'string' ? body : undefined;
        const source = typeof body === 'object' ? body : undefined;
        const length = source?.length ?? (text === undefined ? undefined : Buffer.byteLength(text));
        const started = (0,node_https__WEBPACK_IMPORTED_MODULE_0__.request)(url, {
            agent,
            method,
            signal,
            headers: { ...headers, ...(length !== undefined && { 'Content-Length': length }) },
        });
        // The agent hands a connection over only once it is trusted, and the request leaves with it.
        started.once('socket', () => {
            course.taken = true;
        });
        // A request that still waits for its connection would end with the signal only once it has one.
        const onAbort = () => reject(signal.reason);
        signal.addEventListener('abort', onAbort);
        started.once('close', () => signal.removeEventListener('abort', onAbort));
        started.setTimeout(limits.idleTimeout ?? IDLE_TIMEOUT, () => {
            started.destroy(Object.assign(new Error('the connection fell silent'), { code: 'ETIMEDOUT' }));
        });
        started.once('response', (response) => {
            const head = { status: response.statusCode ?? 0, headers: response.headers };
            collect(response, limits.maxBytes ?? MAX_ANSWER, limits.wanted?.(head) ?? Number.POSITIVE_INFINITY, url)
                .then((body) => ({ ...head, body }))
                .then(resolve, reject)
                // A server that answers before it has everything wants no more of it.
                .finally(() => started.writableFinished || started.destroy());
        });
        started.on('error', reject);
        if (source === undefined)
            started.end(text);
        else {
            let lost;
            const write = (block) => new Promise((done, failed) => {
                started.write(block, (error) => {
                    lost ??= error;
                    if (error)
                        failed(error);
                    else
                        done();
                });
            });
            source.send(write).then(() => started.end(), (error) => {
                if (error !== lost)
                    course.own = error;
                started.destroy(error);
            });
        }
    });
}
async function collect(response, limit, wanted, url) {
    const chunks = [];
    let size = 0;
    if (wanted === 0) {
        response.destroy();
        return Buffer.alloc(0);
    }
    for await (const chunk of response) {
        size += chunk.length;
        if (size > limit) {
            response.destroy();
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('vsphere-refused', `The answer of ${url.host} is larger than ${limit} bytes`, 'Check that the input server names a vCenter or an ESXi host.');
        }
        chunks.push(chunk);
        // Leaving the loop cuts the connection.
        if (size > wanted)
            break;
    }
    return Buffer.concat(chunks, Math.min(size, wanted));
}
/** What people can do about a peer that does not answer, and how it is called. */
const UNREACHABLE = {
    server: {
        role: '',
        name: 'Check the name in the input server and the DNS of this runner.',
        route: 'Check the input server (host or host:port), that the machine is up, and firewalls between it and this runner.',
    },
    host: {
        role: ', the host that vCenter names for the files,',
        name: 'Files go straight to the host: this runner must resolve its name as vCenter knows it. The input server itself answers.',
        route: 'Files go straight to the host: open its port (443) to this runner, and see that the host is up. The input server itself answers.',
    },
};
function explain(error, { url, peer }, taken) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo || !(error instanceof Error))
        return error;
    const code = error.code;
    const said = error.message === '' ? String(code) : error.message;
    const { role, name, route } = UNREACHABLE[peer ?? 'server'];
    return new _passing_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PassingError */ .a('vsphere-unreachable', `${url.host}${role} could not be reached: ${said}`, code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? name : route, { taken, cause: error });
}


/***/ }),

/***/ 73175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ lingering)
/* harmony export */ });
/** A call that leaves something on the server goes on for a moment though the run is cancelled: torn, nobody could put away what it made. */
/** Of the ten seconds after which a cancelled process is killed. */
const LINGER = 4000;
/**
 * @param limit milliseconds that the call may take without a cancel
 * @param linger milliseconds that it may still take after one
 * @returns what the call gives; whether the run was cancelled meanwhile is the caller's to ask, once it has put away what was made
 * @throws the signal's reason where it was cancelled before; what the call throws
 */
async function lingering(signal, limit, call, linger = LINGER) {
    signal.throwIfAborted();
    const within = new AbortController();
    // Our own timers, which end with the call: Node keeps a signal of AbortSignal.timeout that is joined with another until its time has passed
    // (nodejs/node#54614).
    const late = setTimeout(() => {
        within.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
    }, limit);
    let lingered;
    const onAbort = () => {
        lingered = setTimeout(() => within.abort(signal.reason), linger);
    };
    signal.addEventListener('abort', onAbort);
    try {
        return await call(within.signal);
    }
    finally {
        signal.removeEventListener('abort', onAbort);
        clearTimeout(late);
        clearTimeout(lingered);
    }
}


/***/ }),

/***/ 25506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ createRenewal)
/* harmony export */ });
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63926);
/** Logs in anew where the server has ended a session, until the session is closed. */

/** Calls that meet the end of the session side by side share one login. */
function createRenewal({ url, log, what, logInAgain, onRenewed }) {
    let renewing;
    const stopped = new AbortController();
    const logInAnew = async () => {
        // Whoever is still at work once the session is closed would begin one that nobody ends.
        if (stopped.signal.aborted)
            throw new _fault_js__WEBPACK_IMPORTED_MODULE_0__/* .VsphereFault */ .eM('Login', 'NotAuthenticated', 'the session is closed');
        log.info(`${url.host} has ended ${what}: logging in again`);
        await logInAgain(stopped.signal);
        onRenewed?.();
    };
    return {
        isUnderWay: () => renewing !== undefined,
        stop: async () => {
            stopped.abort();
            await renewing?.catch(() => undefined);
        },
        isStopped: () => stopped.signal.aborted,
        renew: (signal) => {
            renewing ??= logInAnew().finally(() => {
                renewing = undefined;
            });
            return orAborted(renewing, signal);
        },
    };
}
function orAborted(login, signal) {
    return new Promise((resolve, reject) => {
        const onAbort = () => reject(signal.reason);
        if (signal.aborted)
            onAbort();
        signal.addEventListener('abort', onAbort);
        login.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
    });
}


/***/ }),

/***/ 68567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ serverUrl)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/** The input `server` as an address. */

/** @throws UserError input-invalid */
function serverUrl(server) {
    const host = server
        .trim()
        .replace(/^https:\/\//i, '')
        .replace(/\/(sdk\/?|ui\/?)?$/, '');
    const url = URL.canParse(`https://${host}`) ? new URL(`https://${host}`) : undefined;
    if (url && url.pathname === '/' && url.username === '' && url.search === '' && url.hash === '')
        return url;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('input-invalid', `"${server}" is not the name of a server`, 'Write the host name or address, with a port where it is not 443: vcenter.example.com or 10.0.0.5:8443.');
}


/***/ }),

/***/ 85783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ connectVsphere),
  resumeVsphere: () => (/* binding */ resumeVsphere)
});

// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/xml/xml-element.js
var xml_element = __webpack_require__(61268);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/explain-fault.js
var explain_fault = __webpack_require__(4732);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/lingering.js
var lingering = __webpack_require__(73175);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/moref.js
var moref = __webpack_require__(7423);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/server-url.js
var server_url = __webpack_require__(68567);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/soap.js
var soap = __webpack_require__(68259);
;// CONCATENATED MODULE: ./.cache/build/src/vsphere/wire/log-in.js
/** Logging in to a vCenter or an ESXi host (vim25 SessionManager). */






function sessionManagerOf(content) {
    return (0,moref/* morefOf */.D)((0,xml_element/* child */.jf)(content, 'sessionManager')) ?? { type: 'SessionManager', value: 'SessionManager' };
}
/** @throws UserError vsphere-login when the server does not know the account or refuses it */
async function logIn(transport, content, { server, username, password, signal }) {
    try {
        await transport.call(signal, 'Login', sessionManagerOf(content), [
            (0,soap/* value */.Uq)('userName', username),
            (0,soap/* value */.Uq)('password', password),
            // Texts of faults and events in one language, whatever the server's own is.
            (0,soap/* value */.Uq)('locale', 'en'),
        ]);
    }
    catch (error) {
        if (!(0,explain_fault/* isFault */.Z)(error, 'InvalidLogin', 'NoPermission', 'PasswordExpired'))
            throw error;
        throw new errors/* UserError */.yo('vsphere-login', `${(0,server_url/* serverUrl */.V)(server).host} refused the login of ${username}: ${error.message}`, error.type === 'NoPermission'
            ? 'The account is known but has no role on this server: give it one.'
            : 'Check username (on vCenter with its domain, as in svc-images@vsphere.local) and password; several wrong tries lock the account for a while.', { cause: error });
    }
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/renewal.js
var wire_renewal = __webpack_require__(25506);
// EXTERNAL MODULE: ./.cache/build/src/download/retry.js
var retry = __webpack_require__(63449);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/fault.js
var fault = __webpack_require__(63926);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/http.js
var http = __webpack_require__(83616);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/passing-error.js
var passing_error = __webpack_require__(68834);
;// CONCATENATED MODULE: ./.cache/build/src/vsphere/wire/transport.js
/**
 * Carries vim25 calls over SOAP. What only asks is asked again, ever later, when it gets lost; what changes something is sent once, on a
 * connection of its own, and its caller looks up what came of it (isOutcomeUnknown).
 */







/** Servers answer calls of older versions. */
const FIRST_VERSION = '6.5';
/** A first call is asked four times within some seconds; later ones are, for about a minute, as a server may be restarting. */
const CONNECTING = { attempts: 4, baseMs: 500, maxMs: 4000 };
const ESTABLISHED = { attempts: 9, baseMs: 250, maxMs: 20_000 };
/** Calls that read, besides those whose name says so, and calls that leave nothing more when they are made twice. */
const REPEATABLE = new Set([
    'CurrentTime',
    'Login',
    'Logout',
    'CreateImportSpec',
    'HasPrivilegeOnEntities',
    'CreateContainerView',
    'DestroyView',
    'CancelTask',
    'HttpNfcLeaseProgress',
    'HttpNfcLeaseAbort',
    'HttpNfcLeaseGetManifest',
    'HttpNfcLeaseSetManifestChecksumType',
]);
/** `ContinueRetrievePropertiesEx` is not among them: its token is used up by the first. */
function isRepeatable(method) {
    return REPEATABLE.has(method) || /^(Retrieve|Query|Find|List)[A-Z]/.test(method);
}
function createTransport(url, agents, log) {
    const endpoint = new URL('/sdk', url);
    const once = async (signal, method, target, parameters) => {
        const { status, headers, body } = await (0,http/* sendRequest */.w$)(isRepeatable(method) ? agents.kept : agents.single, {
            method: 'POST',
            url: endpoint,
            headers: {
                'Content-Type': 'text/xml; charset="utf-8"',
                SOAPAction: `urn:vim25/${transport.version}`,
                ...(transport.cookie !== '' && { Cookie: transport.cookie }),
            },
            body: (0,soap/* renderEnvelope */.HP)(method, target, parameters),
            signal,
        });
        // Sent back verbatim: some servers put quotes around the value and want them again.
        const cookie = headers['set-cookie']?.find((line) => line.startsWith('vmware_soap_session='));
        if (cookie !== undefined)
            transport.cookie = cookie.split(';', 1)[0] ?? '';
        return readAnswer(method, status, body.toString('utf8'), endpoint);
    };
    const transport = {
        version: FIRST_VERSION,
        cookie: '',
        established: false,
        call: (signal, method, target, parameters) => (0,retry/* withRetries */.LH)(() => once(signal, method, target, parameters).catch((error) => {
            throw error instanceof passing_error/* PassingError */.a && mayRepeat(error, method, transport.established)
                ? new retry/* Transient */.Rc(error)
                : error;
        }), transport.established ? ESTABLISHED : CONNECTING, signal, ({ message }, wait) => log.debug(`${method}: ${message}; asking again in ${Math.round(wait)} ms`)),
    };
    return transport;
}
/** A request that never left may always leave again, once it is known that there is such a server. */
function mayRepeat({ taken }, method, established) {
    return taken ? isRepeatable(method) : established;
}
/**
 * @throws VsphereFault; PassingError when the server or a proxy is busy; UserError vsphere-unreachable when the answer is none of the
 * vSphere API
 */
function readAnswer(method, status, text, endpoint) {
    let answer;
    let cause;
    try {
        answer = (0,soap/* bodyOf */.EN)((0,xml_element/* parseXml */.NO)(text, `the answer of ${endpoint.host} to ${method}`));
    }
    catch (error) {
        if (!(error instanceof errors/* FormatError */.IF))
            throw error;
        cause = error;
    }
    if (answer?.name === 'Fault')
        throw (0,fault/* readSoapFault */.w8)(method, answer);
    if (status === 200 && answer)
        return answer;
    const message = `${endpoint.href} answered ${method} with HTTP status ${status}, but not as the vSphere API does`;
    if ((0,http/* isPassingStatus */.Wj)(status)) {
        // A proxy may have passed the request on before it gave up.
        throw new passing_error/* PassingError */.a('vsphere-unreachable', message, 'Its services are starting or overloaded: try again in a few minutes.', { taken: true, cause });
    }
    throw new errors/* UserError */.yo('vsphere-unreachable', message, 'Check that the input server names a vCenter or an ESXi host, and its port.', { cause });
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/trust.js
var wire_trust = __webpack_require__(34428);
;// CONCATENATED MODULE: ./.cache/build/src/vsphere/wire/session.js
/** A logged-in session with a vCenter or an ESXi host (vim25 over SOAP), and the calls it carries. */











const SERVICE_INSTANCE = { type: 'ServiceInstance', value: 'ServiceInstance' };
const UNCANCELLED_TIMEOUT = 120_000;
const LOGIN_TIMEOUT = 90_000;
const LOGOUT_TIMEOUT = 10_000;
/**
 * Connects and logs in; log out with `close()`.
 * @throws UserError vsphere-unreachable, vsphere-certificate (naming the thumbprint seen), vsphere-login, input-invalid
 */
function connectVsphere(options) {
    return session_open(options, '', (transport, content, within) => logIn(transport, content, { ...options, signal: within }));
}
/**
 * Goes on with the session of a process that has ended. It needs no password, and so cannot log in again.
 * @throws as connectVsphere; this, and every call, throws UserError vsphere-login once the server has ended the session
 */
function resumeVsphere({ server, tls, cookie }, { signal, log }) {
    return session_open({ server, tls, signal, log }, cookie, async () => {
        throw new errors/* UserError */.yo('vsphere-login', `${server} has ended the session of the run that is to be cleaned up`, 'The next run of the same action on this server, which has the password, finds what it left and removes it.');
    });
}
/** @param cookie of a session that is to be gone on with; empty: log in */
async function session_open({ server, tls, signal, log, onRenewed }, cookie, logIn) {
    const url = (0,server_url/* serverUrl */.V)(server);
    const trust = await (0,wire_trust/* readTrust */.bn)(tls);
    if (trust.kind === 'insecure') {
        log.warning(`The certificate of ${url.host} is not checked (insecure): anybody on the way can read the password. Pin its thumbprint instead.`);
    }
    const agents = { kept: (0,wire_trust/* createAgent */.Sn)(trust), single: (0,wire_trust/* createAgent */.Sn)(trust, { keepAlive: false }) };
    const leave = () => {
        agents.kept.destroy();
        agents.single.destroy();
    };
    let logOut;
    try {
        const transport = createTransport(url, agents, log);
        const instance = await transport.call(signal, 'RetrieveServiceContent', SERVICE_INSTANCE, []);
        const content = (0,xml_element/* child */.jf)(instance, 'returnval');
        const about = readAbout(content, url);
        transport.version = about.apiVersion;
        transport.cookie = cookie;
        const logInAgain = (running) => (0,lingering/* lingering */.e)(running, LOGIN_TIMEOUT, (within) => logIn(transport, content, within));
        const end = () => transport
            .call(AbortSignal.timeout(LOGOUT_TIMEOUT), 'Logout', sessionManagerOf(content), [])
            .catch((error) => log.debug(`Logging out of ${url.host} failed: ${String(error)}`));
        if (cookie === '') {
            await logInAgain(signal);
            logOut = end;
            signal.throwIfAborted();
        }
        transport.established = true;
        let clock = () => new Date();
        const now = () => clock();
        const close = async () => {
            await end();
            leave();
        };
        const connection = { url, about, content, trust, log, transport, agent: agents.kept, now, logInAgain, close };
        const session = createSession({ ...connection, tls, leave, onRenewed }, signal);
        // The first call that has to be logged in: the session may have ended by then.
        clock = await readClock(session);
        return session;
    }
    catch (error) {
        await logOut?.();
        leave();
        throw error;
    }
}
/** Measured once; it goes on with this machine's steady clock, which nobody sets. */
async function readClock(session) {
    const answer = await session.call('CurrentTime', SERVICE_INSTANCE);
    const server = Date.parse((0,xml_element/* textAt */.$6)(answer, 'returnval') ?? '');
    const start = Number.isNaN(server) ? Date.now() : server;
    const steady = external_node_perf_hooks_.performance.now();
    return () => new Date(start + external_node_perf_hooks_.performance.now() - steady);
}
function createSession(connection, signal) {
    const { url, about, trust, log, transport, agent, now, leave, tls } = connection;
    const renewal = (0,wire_renewal/* createRenewal */.l)({
        ...connection,
        what: 'the session',
        logInAgain: (running) => {
            // A session that the server has ended is not one to log in with.
            transport.cookie = '';
            return connection.logInAgain(running);
        },
    });
    const view = (viewSignal) => ({
        about,
        url,
        log,
        trust,
        agent,
        signal: viewSignal,
        get cookie() {
            return transport.cookie;
        },
        manager: (name) => managerOf(connection, name),
        call: async (method, target, parameters = []) => {
            const { cookie } = transport;
            try {
                return await transport.call(viewSignal, method, target, parameters);
            }
            catch (error) {
                // The server says so before it does anything, so that this may be sent again whatever it is.
                if (renewal.isStopped() || !(0,explain_fault/* isFault */.Z)(error, 'NotAuthenticated'))
                    throw error;
            }
            // Another call may have renewed it meanwhile.
            if (transport.cookie === cookie || renewal.isUnderWay())
                await renewal.renew(viewSignal);
            return transport.call(viewSignal, method, target, parameters);
        },
        renew: () => renewal.renew(viewSignal),
        now,
        bounded: (limit) => view(AbortSignal.any([viewSignal, limit])),
        ticket: () => ({
            server: url.host,
            tls,
            get cookie() {
                return transport.cookie;
            },
        }),
        leave,
        uncancelled: (limit = UNCANCELLED_TIMEOUT) => view(AbortSignal.timeout(limit)),
        close: async () => {
            await renewal.stop();
            await connection.close();
        },
    });
    return view(signal);
}
/** @throws UserError vsphere-refused when the service has no manager of that name */
function managerOf({ url, about, content }, name) {
    const found = (0,moref/* morefOf */.D)((0,xml_element/* child */.jf)(content, name));
    if (found)
        return found;
    throw new errors/* UserError */.yo('vsphere-refused', `${about.fullName} at ${url.host} has no ${name}`, 'Connect to a vCenter, or choose something that an ESXi host can do by itself.');
}
function readAbout(content, url) {
    const about = (0,xml_element/* child */.jf)(content, 'about');
    const apiType = (0,xml_element/* textAt */.$6)(about, 'apiType');
    if (apiType === undefined) {
        throw new errors/* UserError */.yo('vsphere-unreachable', `${url.host} does not say which product it is`, 'Check that the input server names a vCenter or an ESXi host.');
    }
    return {
        fullName: (0,xml_element/* textAt */.$6)(about, 'fullName') ?? apiType,
        apiVersion: (0,xml_element/* textAt */.$6)(about, 'apiVersion') ?? FIRST_VERSION,
        kind: apiType === 'HostAgent' ? 'esxi' : 'vcenter',
    };
}


/***/ })

};

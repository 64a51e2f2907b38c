export const id = 5783;
export const ids = [5783];
export const modules = {

/***/ 4732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ explainFault),
/* harmony export */   Z: () => (/* binding */ isFault)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61268);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63926);
/** Turns faults that engineers meet into what they can do about them. */



const DATASTORE_FULL = {
    code: 'vsphere-refused',
    hint: () => 'Free some space on the datastore, choose another one (input datastore), or use disk-provisioning: thin.',
};
const SESSION_LOST = {
    code: 'vsphere-login',
    hint: () => 'The session was ended by the server or by an administrator: run the step again.',
};
const EXPLANATIONS = {
    // pyvmomi issues 602 and 625: the API of an ESXi host with the free licence is read-only.
    RestrictedVersion: {
        code: 'vsphere-refused',
        hint: () => 'The host runs with the free ESXi licence, whose API is read-only: assign a paid or evaluation licence, or go through vCenter.',
    },
    NoPermission: {
        code: 'vsphere-refused',
        hint: (fault) => {
            const privilege = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(fault.detail, 'privilegeId');
            const object = fault.reference('object');
            const what = privilege === undefined ? 'the privileges that docs/vsphere.md lists' : `the privilege ${privilege}`;
            return `Give the account ${what}${object ? ` on ${object.type} ${object.value}` : ''}.`;
        },
    },
    DuplicateName: {
        code: 'vsphere-exists',
        hint: () => 'Choose another name, or what to do with the existing one (if-exists: replace or keep).',
    },
    NotAuthenticated: SESSION_LOST,
    NoDiskSpace: DATASTORE_FULL,
    InsufficientStorageSpace: DATASTORE_FULL,
    InsufficientStorageIops: DATASTORE_FULL,
    InvalidDatastore: {
        code: 'vsphere-refused',
        hint: () => 'Choose a datastore that is accessible and that the chosen host mounts.',
    },
    InaccessibleDatastore: {
        code: 'vsphere-refused',
        hint: () => 'Choose a datastore that is accessible and that the chosen host mounts.',
    },
    InvalidHostState: {
        code: 'vsphere-refused',
        hint: () => 'Choose a host that is connected and not in maintenance mode (input host).',
    },
    NoCompatibleHost: {
        code: 'vsphere-refused',
        hint: () => 'Lower the hardware version of the VM, or choose another cluster or host.',
    },
    VirtualHardwareVersionNotSupported: {
        code: 'vsphere-refused',
        hint: () => 'Lower hardware-version in the template file or of convert-ova, or choose a newer host.',
    },
};
/**
 * @param doing what was tried, to begin the sentence: "Importing ws2019-std"
 * @returns a UserError for a fault; anything else unchanged
 */
function explainFault(error, doing) {
    if (!(error instanceof _fault_js__WEBPACK_IMPORTED_MODULE_2__/* .VsphereFault */ .eM))
        return error;
    const texts = error.texts.filter((text) => text !== error.message);
    const said = [error.message, ...texts].join(' ');
    const known = EXPLANATIONS[error.type] ?? (/no space|out of space|insufficient disk/i.test(said) ? DATASTORE_FULL : undefined);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(known?.code ?? 'vsphere-refused', `${doing}: vSphere refused ${error.operation} with ${error.type}: ${said}`, known?.hint(error) ?? 'See Recent Tasks and Events in the vSphere client at this time for more.', { cause: error });
}
/** True for a fault of one of these types. */
function isFault(error, ...types) {
    return error instanceof _fault_js__WEBPACK_IMPORTED_MODULE_2__/* .VsphereFault */ .eM && types.includes(error.type);
}


/***/ }),

/***/ 63926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eM: () => (/* binding */ VsphereFault),
/* harmony export */   uf: () => (/* binding */ readLocalizedFault),
/* harmony export */   w8: () => (/* binding */ readSoapFault)
/* harmony export */ });
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61268);
/* harmony import */ var _moref_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7423);
/** Faults of the vSphere API, typed all the way up: who catches one sees its type, its texts and its properties. */


/** A method or a task ended with a fault. */
class VsphereFault extends Error {
    name = 'VsphereFault';
    /** Name of its type, such as DuplicateName; `RuntimeFault` when the server names none. */
    type;
    /** What the server says beside the message: texts of faultMessage and of the faults that caused it. */
    texts;
    /** The fault's properties as they came. */
    detail;
    /** The method that was called or the operation of the task. */
    operation;
    /** Milliseconds that its task took, by the server's clock; undefined for a method or where the server does not say. */
    took;
    constructor(operation, type, message, { texts = [], detail } = {}) {
        super(message === '' ? (texts[0] ?? type) : message);
        this.operation = operation;
        this.type = type;
        this.texts = texts;
        this.detail = detail;
    }
    /**
     * Keys of its messages and of those of the faults that caused it, such as `msg.snapshot.error-QUIESCINGERROR`: the same in every
     * language of the server.
     */
    get keys() {
        return [...new Set(messageKeys(this.detail))];
    }
    /** A managed object that the fault names, such as `object` of DuplicateName. */
    reference(name) {
        return (0,_moref_js__WEBPACK_IMPORTED_MODULE_1__/* .morefOf */ .D)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(this.detail, name));
    }
}
/** From `soapenv:Fault`: the text stands in faultstring, the type and the properties in detail. */
function readSoapFault(operation, fault) {
    const detail = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(fault, 'detail')?.children[0];
    // The element is called <DuplicateNameFault xsi:type="DuplicateName">; old servers leave the attribute out.
    const type = detail?.type?.name ?? detail?.name.replace(/Fault$/, '') ?? 'RuntimeFault';
    return new VsphereFault(operation, type, (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(fault, 'faultstring')?.trim() ?? '', {
        texts: faultTexts(detail),
        detail,
    });
}
/** From LocalizedMethodFault, the form in which tasks, leases and import specs carry a fault. */
function readLocalizedFault(operation, localized) {
    const detail = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(localized, 'fault');
    const message = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(localized, 'localizedMessage')?.trim() ?? '';
    return new VsphereFault(operation, detail?.type?.name ?? 'MethodFault', message, {
        texts: faultTexts(detail),
        detail,
    });
}
function faultTexts(detail) {
    const own = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(detail, 'faultMessage').map((message) => (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(message, 'message') ?? (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(message, 'key'));
    const cause = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(detail, 'faultCause');
    const causes = cause === undefined ? [] : [(0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(cause, 'localizedMessage'), ...faultTexts((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(cause, 'fault'))];
    const texts = [...own, ...causes].flatMap((text) => (text?.trim() ? [text.trim()] : []));
    return [...new Set(texts)];
}
function messageKeys(detail) {
    if (detail === undefined)
        return [];
    const own = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(detail, 'faultMessage').flatMap((message) => (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(message, 'key')?.trim() || []);
    return [...own, ...messageKeys((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(detail, 'faultCause'), 'fault'))];
}


/***/ }),

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
    const late = new AbortController();
    let timer;
    const onAbort = () => {
        timer = setTimeout(() => late.abort(signal.reason), linger);
    };
    signal.addEventListener('abort', onAbort);
    try {
        return await call(AbortSignal.any([AbortSignal.timeout(limit), late.signal]));
    }
    finally {
        signal.removeEventListener('abort', onAbort);
        clearTimeout(timer);
    }
}


/***/ }),

/***/ 7423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ morefOf),
/* harmony export */   W: () => (/* binding */ sameMoref)
/* harmony export */ });
/** Managed object references: how vSphere names everything. The value is opaque and may hold any characters. */
function morefOf(element) {
    if (element === undefined || element.text === '')
        return undefined;
    return { type: element.attributes.get('type') ?? '', value: element.text };
}
function sameMoref(a, b) {
    return a !== undefined && b !== undefined && a.type === b.type && a.value === b.value;
}


/***/ }),

/***/ 68834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ isOutcomeUnknown),
/* harmony export */   a: () => (/* binding */ PassingError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/** What goes wrong on the way to a server, or in one that is busy: it may pass, and the caller knows whether asking again is safe. */

class PassingError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    /** The server may have done what it was asked, though its answer did not arrive. */
    taken;
    constructor(code, message, hint, { taken, cause }) {
        super(code, message, hint, { cause });
        this.taken = taken;
    }
}
/** True when nobody knows whether the call was carried out, so that its outcome has to be looked up before anything is sent again. */
function isOutcomeUnknown(error) {
    return error instanceof PassingError && error.taken;
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


/***/ }),

/***/ 68259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EN: () => (/* binding */ bodyOf),
/* harmony export */   Eb: () => (/* binding */ present),
/* harmony export */   HP: () => (/* binding */ renderEnvelope),
/* harmony export */   Uq: () => (/* binding */ value),
/* harmony export */   gp: () => (/* binding */ anyString),
/* harmony export */   ir: () => (/* binding */ reference),
/* harmony export */   rH: () => (/* binding */ node)
/* harmony export */ });
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61268);
/** What goes into a vim25 call and how its envelope looks (SOAP 1.1, document/literal, namespace urn:vim25). */

const NO_ATTRIBUTES = new Map();
/** An element with elements in it, or without any. */
function node(name, children = [], type) {
    return {
        name,
        ...(type !== undefined && { type: { name: type, schema: false } }),
        attributes: NO_ATTRIBUTES,
        text: '',
        children,
    };
}
/** An element with a value in it. */
function value(name, content) {
    return { name, attributes: NO_ATTRIBUTES, text: String(content), children: [] };
}
/** A value in a place that takes any type, so that its own must be said. */
function anyString(name, content) {
    return { ...value(name, content), type: { name: 'string', schema: true } };
}
function reference(name, moref) {
    return { name, attributes: new Map([['type', moref.type]]), text: moref.value, children: [] };
}
/** Leaves out what is undefined, for optional parts of a call. */
function present(...elements) {
    return elements.filter((element) => element !== undefined);
}
function renderEnvelope(method, target, parameters) {
    const call = [reference('_this', target), ...parameters].map(_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .renderXml */ .ST).join('');
    return ('<?xml version="1.0" encoding="UTF-8"?>' +
        '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ' +
        'xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
        `<soapenv:Body><${method} xmlns="urn:vim25">${call}</${method}></soapenv:Body></soapenv:Envelope>`);
}
/** The answer's element or the fault's, whichever stands in the body; undefined when it is no SOAP answer. */
function bodyOf(envelope) {
    return envelope.name === 'Envelope' ? (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(envelope, 'Body')?.children[0] : undefined;
}


/***/ }),

/***/ 94651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bo: () => (/* binding */ formatThumbprint),
/* harmony export */   Vl: () => (/* binding */ parseThumbprint),
/* harmony export */   rK: () => (/* binding */ thumbprintOf),
/* harmony export */   zl: () => (/* binding */ matchesThumbprint)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/** Thumbprints of certificates: SHA-1 or SHA-256 of the DER bytes, as browsers, govc and openssl print them. */


/**
 * Reads `AB:CD:…`, with or without colons or spaces, in either case, also after `SHA-256 Fingerprint=` as openssl writes it.
 * @throws UserError input-invalid
 */
function parseThumbprint(text) {
    const digits = text
        .replace(/^\s*sha-?(1|256)\s*(fingerprint)?\s*[=:]/i, '')
        .replace(/[\s:-]/g, '')
        .toLowerCase();
    if (/^[0-9a-f]{40}$/.test(digits))
        return { algorithm: 'sha1', digits };
    if (/^[0-9a-f]{64}$/.test(digits))
        return { algorithm: 'sha256', digits };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('input-invalid', `"${text}" is not the thumbprint of a certificate`, 'Write the SHA-256 (64 hexadecimal digits) or SHA-1 (40) of the certificate, with or without colons.');
}
/** @param der bytes of the certificate */
function thumbprintOf(der, algorithm) {
    return { algorithm, digits: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm).update(der).digest('hex') };
}
/** Upper case with colons. */
function formatThumbprint({ digits }) {
    return (digits.match(/../g) ?? []).join(':').toUpperCase();
}
function matchesThumbprint(der, pinned) {
    return thumbprintOf(der, pinned.algorithm).digits === pinned.digits;
}


/***/ }),

/***/ 34428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sn: () => (/* binding */ createAgent),
/* harmony export */   bn: () => (/* binding */ readTrust),
/* harmony export */   fO: () => (/* binding */ machineAuthorities)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44708);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77030);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41692);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41251);
/* harmony import */ var _files_explain_path_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49094);
/* harmony import */ var _thumbprint_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(94651);
/** Whom to trust: a pinned certificate, a CA file, what this machine trusts, or anybody when that is asked for. */







const CONNECT_TIMEOUT = 30_000;
/** @throws UserError input-invalid for a bad thumbprint or more than one option, file-missing for the CA file */
async function readTrust({ thumbprint, caFile, insecure }) {
    if ([thumbprint !== undefined, caFile !== undefined, insecure === true].filter(Boolean).length > 1) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('input-invalid', 'More than one of thumbprint, ca-file and insecure is set', 'Set only one: thumbprint pins one certificate, ca-file names who signs it.');
    }
    if (thumbprint !== undefined)
        return { kind: 'pinned', thumbprint: (0,_thumbprint_js__WEBPACK_IMPORTED_MODULE_6__/* .parseThumbprint */ .Vl)(thumbprint) };
    if (insecure === true)
        return { kind: 'insecure' };
    if (caFile === undefined)
        return machineAuthorities();
    const pem = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(caFile, 'utf8').catch((error) => {
        throw (0,_files_explain_path_error_js__WEBPACK_IMPORTED_MODULE_5__/* .explainPathError */ .n)(error, { what: 'the CA file', path: caFile, input: 'ca-file' });
    });
    if (!pem.includes('-----BEGIN CERTIFICATE-----')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('input-invalid', `The CA file ${caFile} holds no certificate in PEM form`, 'It must contain lines such as -----BEGIN CERTIFICATE-----; convert DER with "openssl x509 -inform der".');
    }
    return { kind: 'authorities', pem: [pem], from: caFile };
}
/** The CAs that Node and the operating system trust. */
function machineAuthorities() {
    const pem = [...new Set([...(0,node_tls__WEBPACK_IMPORTED_MODULE_3__.getCACertificates)('default'), ...(0,node_tls__WEBPACK_IMPORTED_MODULE_3__.getCACertificates)('system')])];
    return { kind: 'authorities', pem, from: 'the authorities that this machine trusts' };
}
/**
 * An agent that hands a connection over only once the server has proven who it is: nothing of a request, least of all a password,
 * is sent before.
 */
function createAgent(trust, { peer = 'server', keepAlive = true } = {}) {
    const agent = new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent({ keepAlive });
    // The agent does not know connections that were not handed over yet, and they would keep the process alive.
    const connecting = new Set();
    const destroy = agent.destroy.bind(agent);
    agent.destroy = () => {
        for (const settle of connecting)
            settle(new Error('the connection is not needed any more'));
        destroy();
    };
    agent.createConnection = (options, callback) => {
        const host = options.host ?? '';
        const port = Number(options.port ?? 443);
        const socket = (0,node_tls__WEBPACK_IMPORTED_MODULE_3__.connect)({
            host,
            port,
            ...((0,node_net__WEBPACK_IMPORTED_MODULE_2__.isIP)(host) === 0 && { servername: host }),
            ALPNProtocols: ['http/1.1'],
            // The certificate is judged below, where the thumbprint for the message is at hand.
            rejectUnauthorized: false,
            ...(trust.kind === 'authorities' && { ca: [...trust.pem] }),
        });
        const settle = (error) => {
            clearTimeout(timer);
            connecting.delete(settle);
            socket.removeAllListeners('error').removeAllListeners('secureConnect');
            if (error) {
                socket.on('error', () => { });
                socket.destroy();
            }
            callback?.(error, socket);
        };
        connecting.add(settle);
        const timer = setTimeout(() => {
            settle(Object.assign(new Error(`no answer within ${CONNECT_TIMEOUT / 1000} s`), { code: 'ETIMEDOUT' }));
        }, CONNECT_TIMEOUT);
        socket.once('error', settle);
        socket.once('secureConnect', () => settle(judge(socket, trust, peer, `${host}:${port}`) ?? null));
        return undefined;
    };
    return agent;
}
/** The error to end the connection with, or undefined when the peer is trusted. */
function judge(socket, trust, peer, host) {
    if (trust.kind === 'insecure')
        return undefined;
    const der = socket.getPeerX509Certificate()?.raw;
    if (der === undefined)
        return certificateError(`${host} showed no certificate`, 'Check the server and its port.');
    const seen = (0,_thumbprint_js__WEBPACK_IMPORTED_MODULE_6__/* .formatThumbprint */ .Bo)((0,_thumbprint_js__WEBPACK_IMPORTED_MODULE_6__/* .thumbprintOf */ .rK)(der, 'sha256'));
    const advice = peer === 'server' ? adviceForServer(seen) : ADVICE_FOR_HOST;
    if (trust.kind === 'pinned') {
        if ((0,_thumbprint_js__WEBPACK_IMPORTED_MODULE_6__/* .matchesThumbprint */ .zl)(der, trust.thumbprint))
            return undefined;
        const { algorithm } = trust.thumbprint;
        const same = (0,_thumbprint_js__WEBPACK_IMPORTED_MODULE_6__/* .formatThumbprint */ .Bo)((0,_thumbprint_js__WEBPACK_IMPORTED_MODULE_6__/* .thumbprintOf */ .rK)(der, algorithm));
        return certificateError(`The certificate of ${host} has the ${algorithm === 'sha1' ? 'SHA-1' : 'SHA-256'} thumbprint ${same}, ` +
            `not the pinned ${(0,_thumbprint_js__WEBPACK_IMPORTED_MODULE_6__/* .formatThumbprint */ .Bo)(trust.thumbprint)}`, advice.otherThanPinned);
    }
    if (socket.authorized)
        return undefined;
    return certificateError(`The certificate of ${host} is not trusted (${String(socket.authorizationError)}) ` +
        `by ${trust.from}; its SHA-256 thumbprint is ${seen}`, advice.unknownAuthority);
}
function adviceForServer(seen) {
    const howToPin = `If that is your server (compare on its console), pin it: thumbprint: ${seen}`;
    return {
        otherThanPinned: `Either the certificate was renewed or somebody is in between. ${howToPin}`,
        unknownAuthority: `${howToPin} – or give the CA that signed it as ca-file.`,
    };
}
/** The input thumbprint pins the server alone: what a host shows is vouched for by vCenter or by a CA. */
const ADVICE_FOR_HOST = {
    otherThanPinned: 'vCenter vouches for another certificate of that host: if it was renewed, reconnect the host in vCenter; else somebody is in between.',
    unknownAuthority: 'Give the CA that signed the certificates of vCenter and its hosts as ca-file (https://<vcenter>/certs/download.zip) in place of thumbprint, which pins the server alone.',
};
function certificateError(message, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('vsphere-certificate', message, hint);
}


/***/ }),

/***/ 61268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   De: () => (/* binding */ childrenNamed),
/* harmony export */   NO: () => (/* binding */ parseXml),
/* harmony export */   ST: () => (/* binding */ renderXml),
/* harmony export */   jf: () => (/* binding */ child)
/* harmony export */ });
/* harmony import */ var saxes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59800);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/* harmony import */ var _escape_xml_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61049);
/** XML as the vSphere API uses it: elements by local name, with the type that `xsi:type` gives them. */



const SCHEMA_NAMESPACE = 'http://www.w3.org/2001/XMLSchema';
const INSTANCE_NAMESPACE = 'http://www.w3.org/2001/XMLSchema-instance';
/** The deepest answers (nested snapshot trees) stay far below; it bounds the recursion over a hostile one. */
const MAX_DEPTH = 512;
/**
 * Parses a document. Namespaces of elements are dropped: vim25 needs none, and servers differ in their prefixes.
 * @param source what the text is, for the message
 * @throws FormatError when it is not well-formed, nested too deeply, or has a document type declaration (and with it entities)
 */
function parseXml(text, source) {
    const parser = new saxes__WEBPACK_IMPORTED_MODULE_0__/* .SaxesParser */ .wT({ xmlns: true });
    const stack = [];
    let root;
    const refuse = (expected, found) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FormatError */ .IF(source, parser.position, expected, found);
    };
    parser.on('error', (error) => refuse('well-formed XML', error.message));
    parser.on('doctype', () => refuse('XML without a document type declaration', 'one'));
    parser.on('opentag', (tag) => {
        if (stack.length >= MAX_DEPTH)
            refuse(`elements nested at most ${MAX_DEPTH} deep`, 'deeper ones');
        const type = typeOf(tag, (prefix) => parser.resolve(prefix));
        stack.push({ name: tag.local, ...(type && { type }), attributes: otherAttributes(tag), text: '', children: [] });
    });
    const addText = (data) => {
        const open = stack.at(-1);
        if (open)
            open.text += data;
    };
    parser.on('text', addText);
    parser.on('cdata', addText);
    parser.on('closetag', () => {
        const closed = stack.pop();
        const parent = stack.at(-1);
        if (parent)
            parent.children.push(closed);
        else
            root = closed;
    });
    parser.write(text).close();
    return root ?? refuse('an element', 'an empty document');
}
/** The element as XML that stands in a document where `xsi` and `xsd` are bound and the default namespace is vim25's. */
function renderXml(element) {
    const { name, type, attributes, children } = element;
    const typeText = type ? ` xsi:type="${type.schema ? 'xsd:' : ''}${(0,_escape_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeXml */ .X)(type.name)}"` : '';
    const attributeText = [...attributes].map(([key, value]) => ` ${key}="${(0,_escape_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeXml */ .X)(value)}"`);
    const content = children.length > 0 ? children.map(renderXml).join('') : (0,_escape_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeXml */ .X)(element.text);
    return `<${name}${typeText}${attributeText.join('')}>${content}</${name}>`;
}
/** First child of that name. */
function child(element, name) {
    return element?.children.find((candidate) => candidate.name === name);
}
/** All children of that name; a list in vim25 is its element repeated. */
function childrenNamed(element, name) {
    return element?.children.filter((candidate) => candidate.name === name) ?? [];
}
/** Text at the end of a path of names such as `config.flags.diskUuidEnabled`; undefined when a step is missing. */
function textAt(element, path) {
    return path.split('.').reduce(child, element)?.text;
}
function otherAttributes(tag) {
    const others = Object.values(tag.attributes).filter(({ uri, prefix, name }) => uri !== INSTANCE_NAMESPACE && prefix !== 'xmlns' && name !== 'xmlns');
    return new Map(others.map(({ local, value }) => [local, value]));
}
/** The `type` attribute in whatever prefix the server bound to the namespace of XML Schema's instances. */
function typeOf(tag, resolve) {
    const attributes = Object.values(tag.attributes);
    const value = attributes.find(({ uri, local }) => uri === INSTANCE_NAMESPACE && local === 'type')?.value.trim();
    if (value === undefined)
        return undefined;
    const [prefix = '', name] = value.split(':');
    if (name === undefined)
        return { name: value, schema: false };
    return { name, schema: resolve(prefix) === SCHEMA_NAMESPACE };
}


/***/ })

};

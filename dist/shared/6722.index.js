export const id = 6722;
export const ids = [6722,1268];
export const modules = {

/***/ 4732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ explainFault),
/* harmony export */   Z: () => (/* binding */ isFault)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63926);
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
            const missing = (0,_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .missingPrivileges */ .f4)(fault).map(({ object, privileges }) => {
                const what = `the privilege${privileges.length === 1 ? '' : 's'} ${privileges.join(', ')}`;
                return object ? `${what} on ${object.type} ${object.value}` : what;
            });
            return `Give the account ${missing.length === 0 ? 'the privileges that docs/vsphere.md lists' : missing.join('; ')}.`;
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
    if (!(error instanceof _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .VsphereFault */ .eM))
        return error;
    const texts = error.texts.filter((text) => text !== error.message);
    const said = [error.message, ...texts].join(' ');
    const known = EXPLANATIONS[error.type] ?? (/no space|out of space|insufficient disk/i.test(said) ? DATASTORE_FULL : undefined);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(known?.code ?? 'vsphere-refused', `${doing}: vSphere refused ${error.operation} with ${error.type}: ${said}`, known?.hint(error) ?? 'See Recent Tasks and Events in the vSphere client at this time for more.', { cause: error });
}
/** True for a fault of one of these types. */
function isFault(error, ...types) {
    return error instanceof _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .VsphereFault */ .eM && types.includes(error.type);
}


/***/ }),

/***/ 63926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eM: () => (/* binding */ VsphereFault),
/* harmony export */   f4: () => (/* binding */ missingPrivileges),
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
/**
 * What a NoPermission says that is missing. Since API 7.0.3.2 it lists objects and privileges; the one of each that older servers name is deprecated
 * in API 8.0 (vim25 NoPermission.missingPrivileges).
 */
function missingPrivileges(fault) {
    const listed = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(fault.detail, 'missingPrivileges').map((one) => ({
        object: (0,_moref_js__WEBPACK_IMPORTED_MODULE_1__/* .morefOf */ .D)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(one, 'entity')),
        privileges: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(one, 'privilegeIds').map(({ text }) => text),
    }));
    if (listed.some(({ privileges }) => privileges.length > 0))
        return listed;
    const privilege = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(fault.detail, 'privilegeId');
    return privilege === undefined ? [] : [{ object: fault.reference('object'), privileges: [privilege] }];
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

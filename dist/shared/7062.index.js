export const id = 7062;
export const ids = [7062];
export const modules = {

/***/ 33884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ decodeUtf8)
/* harmony export */ });
/** Text that is UTF-8 or nothing: a lenient reader puts replacement characters in place of what it cannot read, and goes on. */
/** Without its byte order mark. @returns undefined where the bytes are no UTF-8 */
function decodeUtf8(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        if (error instanceof TypeError)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 76621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ describeFaults)
/* harmony export */ });
/* harmony import */ var _nearest_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92106);
/* harmony import */ var _yaml_places_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81263);
/** What a schema has against a template or a lock, in words of the person who wrote it. */


/** Keys under which somebody might write a password; a template file is committed, so none may stand in it. */
const SECRET_KEY = /pass(word|phrase)?$|secret|token|product-key$/i;
/** @param errors of one run of ajv with `allErrors` and `verbose`; each fault once, in no order */
function describeFaults(errors, document) {
    const faults = errors.filter(isOwnFault).map((error) => describe(error, document));
    return [...new Map(faults.map((fault) => [`${(0,_yaml_places_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPath */ .jV)(fault.path)} ${fault.message}`, fault])).values()];
}
/** `if` and the branches of `oneOf` only repeat what another error says better, as does `oneOf` of what is no mapping. */
function isOwnFault(error) {
    if (error.keyword === 'oneOf' && (error.data === null || typeof error.data !== 'object' || Array.isArray(error.data)))
        return false;
    return error.keyword !== 'if' && !/\/oneOf\/\d+\//.test(error.schemaPath);
}
function describe(error, document) {
    const path = error.instancePath.split('/').slice(1).map(unescapePointer);
    const where = (0,_yaml_places_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPath */ .jV)(path) || document.whole;
    return { path, ...(KEYWORDS[error.keyword] ?? byDescription)(error, where, document) };
}
const KEYWORDS = {
    additionalProperties: unknownKey,
    required: (error, where) => {
        const missing = String(error.params.missingProperty);
        return { message: `${where} lacks the key "${missing}"`, hint: `Add "${missing}: …" to ${where}.` };
    },
    dependencies: (error, where, document) => ({
        message: `${where} has a ${error.params.property} without ${error.params.missingProperty}`,
        hint: `${descriptionOf(error, document)} Add "${error.params.missingProperty}: …".`,
    }),
    oneOf: (error, where, document) => ({
        message: `${where} has ${error.params.passingSchemas ? 'both path and url' : 'neither path nor url'}`,
        hint: descriptionOf(error, document),
    }),
    type: wrongType,
    enum: unknownValue,
    minimum: (error, where) => ({
        message: `${where}: ${show(error.data)} is too small`,
        hint: `The least is ${error.params.limit}.`,
    }),
    maximum: (error, where) => ({
        message: `${where}: ${show(error.data)} is too large`,
        hint: `The most is ${error.params.limit}.`,
    }),
    minItems: (error, where, document) => ({
        message: `${where} is an empty list`,
        hint: descriptionOf(error, document),
    }),
    maxItems: (error, where, document) => ({
        message: `${where} has more than ${error.params.limit} entry`,
        hint: descriptionOf(error, document),
    }),
    uniqueItems: (error, where) => ({
        message: `${where} names ${show(error.data[Number(error.params.i)])} twice`,
        hint: 'Remove one of them.',
    }),
};
function unknownKey(error, where, document) {
    const key = String(error.params.additionalProperty);
    const known = Object.keys((error.parentSchema?.properties ?? {}));
    const message = `unknown key "${key}" in ${where}`;
    if (SECRET_KEY.test(key)) {
        const hint = `Secrets never stand in ${document.file}; pass them as inputs from repository secrets.`;
        return { key, message, hint };
    }
    const nearest = (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestName */ .q)(key, known);
    const guess = nearest === undefined ? '' : `Did you mean "${nearest}"? `;
    return { key, message, hint: `${guess}Known keys here: ${known.join(', ')}.` };
}
function unknownValue(error, where, document) {
    if (error.data === null || typeof error.data === 'object')
        return wrongType(error, where, document);
    const allowed = error.params.allowedValues.map(String);
    const message = `${where}: ${show(error.data)} is not one of the known values`;
    const nearest = (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestName */ .q)(String(error.data), allowed);
    const guess = nearest === undefined ? '' : `Did you mean "${nearest}"? `;
    return { message, hint: `${guess}Known: ${allowed.join(', ')}.` };
}
function wrongType(error, where, document) {
    const types = [error.parentSchema?.type ?? 'string'].flat().map(String);
    const wanted = types.map((type) => TYPE_WORDS[type] ?? type).join(' or ');
    if (error.data === null) {
        const hint = types.includes('object')
            ? 'Write its keys below it, or leave it out for the defaults.'
            : `Write ${wanted}, or leave the key out.`;
        return { message: `${where} is empty`, hint };
    }
    const quotes = types.includes('string') && typeof error.data !== 'object' ? ' Put it in quotes to make it one.' : '';
    return {
        message: `${where} is ${TYPE_WORDS[Array.isArray(error.data) ? 'array' : typeof error.data] ?? 'of another kind'}; ${wanted} is wanted`,
        hint: `${descriptionOf(error, document)}${quotes}`,
    };
}
const TYPE_WORDS = {
    string: 'a text',
    number: 'a number',
    integer: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a mapping of keys',
};
function byDescription(error, where, document) {
    return { message: `${where}: ${show(error.data)} is not allowed here`, hint: descriptionOf(error, document) };
}
function descriptionOf(error, { schema }) {
    const description = error.parentSchema?.description;
    return typeof description === 'string' ? `Wanted: ${description}` : `See ${schema}.`;
}
/** The value as it can be shown: short, and without a password that somebody wrote into an address. */
function show(value) {
    if (typeof value === 'object' && value !== null)
        return TYPE_WORDS[Array.isArray(value) ? 'array' : 'object'] ?? '';
    const text = typeof value === 'string' ? value.replaceAll(/\/\/[^/?#]*@/g, '//***@') : value;
    const shown = JSON.stringify(text);
    return shown.length > 80 ? `${shown.slice(0, 77)}…"` : shown;
}
function unescapePointer(part) {
    return part.replaceAll('~1', '/').replaceAll('~0', '~');
}


/***/ }),

/***/ 81263:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rh: () => (/* binding */ keyOffset),
/* harmony export */   bb: () => (/* binding */ valueOffset),
/* harmony export */   jV: () => (/* binding */ formatPath)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/** Where in the text of a YAML document a value or a key stands. */

/** `publish[0].as`; empty for the document itself. */
function formatPath(path) {
    return path.reduce((text, key) => {
        if (/^\d+$/.test(key))
            return `${text}[${key}]`;
        return text === '' ? key : `${text}.${key}`;
    }, '');
}
/** Offset of the value at a path; of its key when the value is empty, of the nearest value around it when there is none. */
function valueOffset(document, path) {
    const node = nodeAt(document.contents, path);
    const isEmpty = node === undefined || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && node.value === null);
    if (!isEmpty)
        return node.range?.[0] ?? 0;
    const key = path.at(-1);
    return key === undefined ? 0 : keyOffset(document, path.slice(0, -1), key);
}
/** Offset of a key in the mapping at a path. */
function keyOffset(document, path, key) {
    const map = nodeAt(document.contents, path);
    const pair = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(map) ? map.items.find((item) => keyText(item.key) === key) : undefined;
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(pair?.key) ? (pair.key.range?.[0] ?? 0) : valueOffset(document, path);
}
function nodeAt(root, path) {
    let node = root;
    for (const key of path) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
            node = node.items.find((item) => keyText(item.key) === key)?.value;
        else if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
            node = node.items[Number(key)];
        else
            return undefined;
    }
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) ? node : undefined;
}
function keyText(key) {
    return String((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? (key.value ?? '') : key);
}


/***/ })

};

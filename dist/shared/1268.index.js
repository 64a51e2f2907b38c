export const id = 1268;
export const ids = [1268];
export const modules = {

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

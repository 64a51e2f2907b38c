export const id = 69;
export const ids = [69];
export const modules = {

/***/ 76888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ACTIONS)
/* harmony export */ });
/* harmony import */ var _audit_templates_action_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64285);
/* harmony import */ var _bake_template_action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37527);
/* harmony import */ var _build_vhd_action_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76556);
/* harmony import */ var _convert_ova_action_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7840);
/* harmony import */ var _extract_drivers_action_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(50544);
/* harmony import */ var _fetch_updates_action_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38415);
/* harmony import */ var _plan_release_action_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(84342);
/* harmony import */ var _publish_template_action_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(33778);
/* harmony import */ var _repair_template_action_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(74536);
/* harmony import */ var _upload_esxi_action_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(43763);
/* harmony import */ var _verify_quiesce_action_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(30202);
/** Every action, in the order of the flow. */











const ACTIONS = [
    _plan_release_action_js__WEBPACK_IMPORTED_MODULE_6__/* .planReleaseAction */ .x,
    _fetch_updates_action_js__WEBPACK_IMPORTED_MODULE_5__/* .fetchUpdates */ .J,
    _extract_drivers_action_js__WEBPACK_IMPORTED_MODULE_4__/* .extractDrivers */ .l,
    _build_vhd_action_js__WEBPACK_IMPORTED_MODULE_2__/* .buildVhd */ .L,
    _convert_ova_action_js__WEBPACK_IMPORTED_MODULE_3__/* .convertOva */ .G,
    _upload_esxi_action_js__WEBPACK_IMPORTED_MODULE_9__/* .uploadEsxi */ .d,
    _bake_template_action_js__WEBPACK_IMPORTED_MODULE_1__/* .bakeTemplate */ .i,
    _verify_quiesce_action_js__WEBPACK_IMPORTED_MODULE_10__/* .verifyQuiesce */ .z,
    _publish_template_action_js__WEBPACK_IMPORTED_MODULE_7__/* .publishTemplate */ .m,
    _repair_template_action_js__WEBPACK_IMPORTED_MODULE_8__/* .repairTemplate */ .W,
    _audit_templates_action_js__WEBPACK_IMPORTED_MODULE_0__/* .auditTemplates */ .z,
];


/***/ }),

/***/ 57069:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_cli_run_in_terminal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44200);
/* harmony import */ var _src_runner_tools_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13979);
/* harmony import */ var _all_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76888);
/** Every action from a terminal: node dist/cli/index.js <action> --input value. */



process.exitCode = await (0,_src_cli_run_in_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .runInTerminal */ .x)(_all_js__WEBPACK_IMPORTED_MODULE_2__/* .ACTIONS */ .k, process.argv.slice(2), {
    env: process.env,
    print: console.log,
    createTools: _src_runner_tools_js__WEBPACK_IMPORTED_MODULE_1__/* .createToolRunner */ .P,
    endProgram: _src_runner_tools_js__WEBPACK_IMPORTED_MODULE_1__/* .endProgram */ ._,
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 44200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ runInTerminal)
});

// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/job/run-action.js + 10 modules
var run_action = __webpack_require__(3562);
// EXTERNAL MODULE: ./.cache/build/src/nearest-name.js
var nearest_name = __webpack_require__(92106);
;// CONCATENATED MODULE: ./.cache/build/src/job/default-words.js
/** What stands in for an input that is not set, in the words of the tables. */
function defaultWords({ template, default: constant, required, otherwise }) {
    const fallback = constant === undefined ? otherwise : `\`${constant}\``;
    if (template === undefined)
        return fallback ?? (required ? '**required**' : 'none');
    const key = `\`${template.key}\` of the template file`;
    if (required)
        return `**required**, or ${key}`;
    return `${key}, else ${fallback ?? 'none'}`;
}

// EXTERNAL MODULE: ./.cache/build/src/job/shared-inputs.js
var shared_inputs = __webpack_require__(79871);
// EXTERNAL MODULE: ./.cache/build/src/job/place.js
var place = __webpack_require__(98021);
;// CONCATENATED MODULE: ./.cache/build/src/cli/terminal-host.js
/** A terminal as a host: inputs from the command line, secrets from the environment, everything printed plainly. */

/** The variable that holds a secret input: command lines can be read by everybody on the machine. */
function secretVariable(name) {
    return `STILLFRAME_${name.replaceAll('-', '_').toUpperCase()}`;
}
function terminalHost({ action, given, env, print, createTools, endProgram }) {
    const masked = new Set();
    const say = (text) => {
        let shown = text;
        for (const value of masked)
            shown = shown.replaceAll(value, '***');
        print(shown);
    };
    const isSecret = (name) => action.inputs[name]?.type.secret === true;
    return {
        log: {
            info: say,
            warning: (message) => say(`warning: ${message}`),
            debug: (message) => {
                if (env.STILLFRAME_DEBUG)
                    say(`debug: ${message}`);
            },
            group: async (title, body) => {
                say(title);
                return body();
            },
            annotate: (severity, text, at) => {
                const place = at && `${at.file}:${at.line}:${at.column}`;
                // Most messages about a file begin with the place themselves.
                say(`${severity}: ${place === undefined || text.startsWith(place) ? '' : `${place}: `}${text}`);
            },
        },
        readRaw: (name) => (isSecret(name) ? env[secretVariable(name)] : given.get(name)),
        mask: (value) => {
            masked.add(value);
        },
        place: () => (0,place/* readPlace */.y)(env),
        createTools,
        endProgram,
        setOutput: (name, value) => say(`${name}: ${value}`),
        // The log says the same; the report has everything.
        writeSummary: async () => { },
    };
}

;// CONCATENATED MODULE: ./.cache/build/src/cli/help.js
/** What the terminal prints when it is asked for help; made from the declarations of the actions. */



function listActions(actions) {
    const width = Math.max(...actions.map(({ name }) => name.length));
    return [
        'stillframe <action> [--input value] …',
        '',
        ...actions.map(({ name, description }) => `  ${name.padEnd(width)}  ${description}`),
        '',
        'stillframe <action> --help shows its inputs.',
    ].join('\n');
}
function describeAction(action) {
    const inputs = Object.entries((0,shared_inputs/* allInputs */.j3)(action)).map(([name, declaration]) => {
        const flag = declaration.type.secret ? `${secretVariable(name)} (environment)` : `--${name}`;
        return `  ${flag}  ${declaration.type.label}. Default: ${defaultWords(declaration)}\n      ${declaration.description}`;
    });
    return [`stillframe ${action.name}: ${action.description}`, '', ...inputs].join('\n');
}

;// CONCATENATED MODULE: ./.cache/build/src/cli/parse-arguments.js
/** Reads a command line such as `convert-ova --disk a.vhd --ova=a.ova --allow-recovery`. */




/** @throws UserError input-invalid for what is no input of the action, or a secret */
function parseArguments(action, args) {
    const inputs = (0,shared_inputs/* allInputs */.j3)(action);
    const given = new Map();
    for (let index = 0; index < args.length; index++) {
        const argument = args[index] ?? '';
        const [, name, value] = /^--([a-z0-9-]+)(?:=([\s\S]*))?$/.exec(argument) ?? [];
        const declaration = name === undefined ? undefined : inputs[name];
        if (name === undefined || !declaration)
            throw unknownArgument(action, argument, Object.keys(inputs));
        if (declaration.type.secret) {
            throw new errors/* UserError */.yo('input-invalid', `--${name} is a secret, and command lines can be read by everybody on the machine`, `Put it into the environment variable ${secretVariable(name)}.`);
        }
        const next = args[index + 1];
        if (value !== undefined)
            given.set(name, value);
        else if (next !== undefined && !next.startsWith('--')) {
            given.set(name, next);
            index++;
        }
        else
            given.set(name, 'true');
    }
    return given;
}
function unknownArgument(action, argument, names) {
    const nearest = (0,nearest_name/* nearestName */.q)(argument.replace(/^--/, ''), names);
    return new errors/* UserError */.yo('input-invalid', `${action.name} has no input "${argument}"`, `${nearest === undefined ? '' : `Did you mean --${nearest}? `}stillframe ${action.name} --help lists its inputs.`);
}

;// CONCATENATED MODULE: ./.cache/build/src/cli/run-in-terminal.js
/** Runs an action from a terminal: `stillframe <action> --input value`. */






/** Arguments that nobody can act on. */
const USAGE = 2;
/** @returns the exit code: 0, 1 when the action failed, 2 for a command line that is none */
async function runInTerminal(actions, args, host) {
    const [name = '--help', ...rest] = args;
    if (['--help', '-h', 'help'].includes(name)) {
        host.print(listActions(actions));
        return 0;
    }
    const action = actions.find((candidate) => candidate.name === name);
    if (!action) {
        const nearest = (0,nearest_name/* nearestName */.q)(name, actions.map((candidate) => candidate.name));
        host.print(`There is no action "${name}".${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`);
        host.print(listActions(actions));
        return USAGE;
    }
    if (rest.includes('--help') || rest.includes('-h')) {
        host.print(describeAction(action));
        return 0;
    }
    try {
        const given = parseArguments(action, rest);
        return (await (0,run_action/* runAction */.C)(action, terminalHost({ ...host, action, given }))) ? 0 : 1;
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        host.print(`${error.message}\n${error.hint}`);
        return USAGE;
    }
}


/***/ })

};

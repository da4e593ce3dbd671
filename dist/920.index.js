export const id = 920;
export const ids = [920];
export const modules = {

/***/ 8920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openTerminal: () => (/* binding */ openTerminal)
});

// EXTERNAL MODULE: ./build/core/system-error.js
var system_error = __webpack_require__(1626);
// EXTERNAL MODULE: ./build/inputs/input-error.js
var input_error = __webpack_require__(2699);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./node_modules/leven/index.js
var leven = __webpack_require__(7785);
// EXTERNAL MODULE: ./build/core/run.js
var run = __webpack_require__(803);
// EXTERNAL MODULE: ./build/inputs/declared-inputs.js
var declared_inputs = __webpack_require__(1260);
;// CONCATENATED MODULE: ./build/cli/options.js

/** What only a workflow can set; `mode` is the command. */
const NOT_OPTIONS = new Set([
    'mode',
    'comment',
    'github-token',
    'api-private-key',
]);
const LISTS = new Set(['manage', 'locales']);
/** The inputs of action.yml that the command line has as options, under the same name. */
const INPUT_OPTIONS = declared_inputs/* DECLARED_INPUTS */.l.filter(({ name }) => !NOT_OPTIONS.has(name)).map(({ name, description, default: value }) => ({
    name,
    description,
    default: value,
    isFlag: value === 'false',
    isList: LISTS.has(name),
}));
/** Options that only the command line has. */
const OWN_OPTIONS = [
    {
        name: 'app',
        description: 'Bundle ID or Apple ID of the app. The same as `bundle-id` or `app-id`.',
        default: '',
        isFlag: false,
        isList: false,
    },
    {
        name: 'api-private-key-file',
        description: 'The `.p8` file of the API key. If it is named `AuthKey_<key ID>.p8`, `api-key-id` can be left out.',
        default: '',
        isFlag: false,
        isList: false,
    },
    {
        name: 'json',
        description: 'Print the plan file, and nothing else, to standard output.',
        default: 'false',
        isFlag: true,
        isList: false,
    },
    {
        name: 'open',
        description: 'Open the report in the browser.',
        default: 'false',
        isFlag: true,
        isList: false,
    },
];

;// CONCATENATED MODULE: ./build/cli/command-line.js






const ALL = [...INPUT_OPTIONS, ...OWN_OPTIONS];
const CONFIG = Object.fromEntries([
    ['help', { type: 'boolean', short: 'h' }],
    ...ALL.map(({ name, isFlag, isList }) => [
        name,
        { type: isFlag ? 'boolean' : 'string', multiple: isList },
    ]),
]);
/**
 * @param args - Without Node.js and the program.
 * @throws {InputError}
 */
function readCommandLine(args) {
    // After a command, it is the version of the app.
    if (args.length === 1 && args[0] === '--version')
        return 'version';
    if (args.length === 0)
        return 'help';
    const { values, positionals } = parse(args);
    if (values['help'] === true)
        return 'help';
    const [command, ...rest] = positionals;
    const mode = run/* MODES */.F.find((each) => each === command);
    if (mode === undefined) {
        const found = command === undefined ? 'There is no command' : `Unknown command ${command}`;
        throw new input_error/* InputError */.d(`${found}. Use ${listOf(run/* MODES */.F)}.`);
    }
    if (rest.length > 0)
        throw new input_error/* InputError */.d(`Unexpected argument ${rest.join(' ')}.`);
    const options = new Map(Object.entries(values).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(',') : String(value),
    ]));
    return { command: mode, options };
}
function parse(args) {
    try {
        return (0,external_node_util_.parseArgs)({
            args: [...args],
            options: CONFIG,
            allowPositionals: true,
            allowNegative: true,
        });
    }
    catch (error) {
        const said = error instanceof Error ? error.message : String(error);
        if ((0,system_error/* systemErrorText */.f)(error, 'code') !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
            throw new input_error/* InputError */.d(`${said}.`, { cause: error });
        }
        const [, unknown = ''] = /'(-[^']*)'/.exec(said) ?? [];
        throw new input_error/* InputError */.d(`Unknown option ${unknown}.${nearest(unknown)}`, { cause: error });
    }
}
/** How many letters may be wrong. */
const MAX_DISTANCE = 3;
function nearest(unknown) {
    const distances = ALL.map(({ name }) => ({ name, distance: (0,leven/* default */.A)(`--${name}`, unknown) }));
    const [best] = distances.toSorted((one, other) => one.distance - other.distance);
    const isClose = best !== undefined && best.distance <= MAX_DISTANCE;
    return isClose ? ` Did you mean --${best.name}?` : '';
}
function listOf(words) {
    return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words);
}

;// CONCATENATED MODULE: ./build/cli/exit-code.js
const EXIT_CODES = { done: 0, failed: 1, wrongUsage: 2, changes: 3 };
/** How a run ended, as scripts ask for it. */
function exitCodeOf({ failure }, { level, foundChanges }) {
    if (level !== 'failure')
        return EXIT_CODES.done;
    if (foundChanges === true)
        return EXIT_CODES.changes;
    return failure?.code === 'INVALID_INPUT' ? EXIT_CODES.wrongUsage : EXIT_CODES.failed;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/core/json-values.js
var json_values = __webpack_require__(4461);
;// CONCATENATED MODULE: ./build/cli/key.js





/**
 * Variables that fastlane reads for the same, and CI services set.
 *
 * @see https://docs.fastlane.tools/actions/app_store_connect_api_key
 */
const VARIABLES = {
    keyId: 'APP_STORE_CONNECT_API_KEY_KEY_ID',
    issuerId: 'APP_STORE_CONNECT_API_KEY_ISSUER_ID',
    privateKey: 'APP_STORE_CONNECT_API_KEY_KEY',
    files: ['APP_STORE_CONNECT_API_KEY_KEY_FILEPATH', 'APP_STORE_CONNECT_API_KEY_KEY_PATH'],
    json: 'APP_STORE_CONNECT_API_KEY_PATH',
};
/**
 * The key from the command line, or else from the environment.
 *
 * @param named - Empty where nothing is named.
 * @throws {InputError} if a file that is named cannot be read.
 */
async function findKey(named, environment) {
    const found = named.file === '' ? await fromEnvironment(environment) : await fromFile(named.file);
    return {
        keyId: named.keyId || found.keyId || key_valueOf(environment, VARIABLES.keyId),
        issuerId: named.issuerId || found.issuerId || key_valueOf(environment, VARIABLES.issuerId),
        privateKey: found.privateKey,
    };
}
async function fromEnvironment(environment) {
    const keyId = key_valueOf(environment, VARIABLES.keyId);
    const privateKey = key_valueOf(environment, VARIABLES.privateKey);
    if (privateKey !== '')
        return { keyId, issuerId: '', privateKey };
    const file = VARIABLES.files.map((name) => key_valueOf(environment, name)).find((each) => each !== '');
    if (file !== undefined) {
        const key = await fromFile(file);
        return { ...key, keyId: keyId || key.keyId };
    }
    const json = key_valueOf(environment, VARIABLES.json);
    return json === '' ? { keyId, issuerId: '', privateKey: '' } : fromJson(json);
}
/** The name that Apple gives the file of a key has its ID. */
const APPLE_NAME = /^AuthKey_([A-Z0-9]+)\.p8$/;
async function fromFile(file) {
    const [, keyId = ''] = APPLE_NAME.exec(external_node_path_.basename(file)) ?? [];
    return { keyId, issuerId: '', privateKey: await read(file) };
}
/**
 * The JSON file that fastlane calls `api_key_path`.
 *
 * @see https://docs.fastlane.tools/app-store-connect-api
 */
async function fromJson(file) {
    const text = await read(file);
    const fields = parsed(text);
    if (fields === null)
        throw new input_error/* InputError */.d(`${file} is not a JSON file with an API key.`);
    const textOf = (name) => {
        const value = fields[name];
        return typeof value === 'string' ? value : '';
    };
    const inFile = textOf('key');
    const other = textOf('key_filepath');
    const privateKey = inFile === '' && other !== '' ? await read(external_node_path_.resolve(external_node_path_.dirname(file), other)) : inFile;
    return { keyId: textOf('key_id'), issuerId: textOf('issuer_id'), privateKey };
}
function parsed(text) {
    try {
        const value = JSON.parse(text);
        return (0,json_values/* isRecord */.u)(value) ? value : null;
    }
    catch {
        return null;
    }
}
async function read(file) {
    try {
        return await (0,promises_.readFile)(file, 'utf8');
    }
    catch (error) {
        const code = (0,system_error/* systemErrorText */.f)(error, 'code') || 'unknown reason';
        throw new input_error/* InputError */.d(`The API key in ${file} cannot be read (${code}).`, { cause: error });
    }
}
function key_valueOf(environment, name) {
    return environment[name]?.trim() ?? '';
}

;// CONCATENATED MODULE: ./build/cli/words.js



/** Other words in backticks, such as keys of app-store.yml, have the names of some inputs. */
const BARE = new Set([
    ...declared_inputs/* DECLARED_INPUTS */.l.map(({ name }) => name).filter((name) => name.includes('-')),
    'concurrency',
    'manage',
    'prune',
    'root',
    'shard',
    'shards',
    'submit',
]);
const FLAGS = new Set(INPUT_OPTIONS.filter(({ isFlag }) => isFlag).map(({ name }) => name));
const INPUT = new RegExp(`\`(${declared_inputs/* DECLARED_INPUTS */.l.map(({ name }) => name).join('|')})(?:: ([^\`]+))?\``, 'g');
/** A message that speaks of inputs as a workflow has them, such as `prune: true`, in the words of the command line. */
function inOptions(text) {
    return text.replaceAll(INPUT, (whole, name, value) => {
        if (name === 'mode')
            return value === undefined ? 'the command' : commandOf(value, whole);
        if (value === undefined)
            return BARE.has(name) ? `\`${optionOf(name)}\`` : whole;
        if (!FLAGS.has(name))
            return `\`${optionOf(name)} ${value}\``;
        return value === 'true' ? `\`--${name}\`` : `\`--no-${name}\``;
    });
}
function commandOf(mode, otherwise) {
    return run/* MODES */.F.some((each) => each === mode) ? `\`app-store-sync ${mode}\`` : otherwise;
}
function optionOf(name) {
    return name === 'api-private-key' ? '--api-private-key-file' : `--${name}`;
}

;// CONCATENATED MODULE: ./build/cli/help.js




const COMMANDS = [
    ['plan', 'Show what would change in App Store Connect. Writes nothing.'],
    ['sync', 'Make the changes.'],
    ['validate', 'Only check the files. Needs no key and no network.'],
    ['pull', 'Write what App Store Connect has into the folder. Overwrites nothing.'],
];
const ENDINGS = [
    [`${EXIT_CODES.done}`, 'done'],
    [`${EXIT_CODES.failed}`, 'failed'],
    [`${EXIT_CODES.wrongUsage}`, 'wrong usage'],
    [`${EXIT_CODES.changes}`, 'changes found, with --fail-on-changes'],
];
/** Where descriptions begin, in characters. */
const INDENT = 4;
/** @param columns - Width of the terminal, in characters. */
function helpText(columns) {
    const { privateKey, keyId, issuerId, files, json } = VARIABLES;
    return [
        'Keeps your App Store listing in sync with a folder.',
        '',
        'Usage: app-store-sync <command> [options]',
        '',
        'Commands',
        ...rows(COMMANDS),
        '',
        'Options',
        ...[...OWN_OPTIONS, ...INPUT_OPTIONS].flatMap((option) => explained(option, columns)),
        '',
        'The API key',
        ...wrapped(`--api-key-id, --issuer-id and --api-private-key-file, or these variables of the environment: ${keyId}, ${issuerId}, and ${privateKey} (the key itself) or ${files.join(' or ')} (its file). ${json} may name the JSON file of fastlane.`, columns),
        '',
        'Exit codes',
        ...rows(ENDINGS),
        '',
        'app-store-sync --version prints the version of this program. After a command, --version is that of the app.',
    ].join('\n');
}
function rows(all) {
    const width = Math.max(...all.map(([name]) => name.length));
    return all.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`);
}
function explained({ name, description, default: value, isFlag }, columns) {
    const argument = isFlag ? '' : ' <value>';
    const usual = isFlag || value === '' ? '' : ` Default: ${value}`;
    return [`  --${name}${argument}`, ...wrapped(plain(description) + usual, columns)];
}
/** Without links of Markdown. */
function plain(description) {
    return inOptions(description.replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1')).replaceAll('`', '');
}
function wrapped(text, columns) {
    const lines = [];
    for (const word of text.split(' ')) {
        const last = lines.at(-1);
        const isFull = last === undefined || INDENT + last.length + word.length >= columns;
        if (isFull)
            lines.push(word);
        else
            lines[lines.length - 1] = `${last} ${word}`;
    }
    return lines.map((line) => ' '.repeat(INDENT) + line);
}

;// CONCATENATED MODULE: ./build/cli/quieten-commands.js
/**
 * Drops the workflow commands that `@actions/glob` writes for debugging: outside of GitHub, nobody reads them, and the
 * output may be JSON. Nothing of ours begins like one; see `asLine`.
 */
function quietenCommands(stream) {
    const write = stream.write.bind(stream);
    stream.write = (chunk, ...rest) => typeof chunk === 'string' && chunk.startsWith('::')
        ? true
        : Reflect.apply(write, stream, [chunk, ...rest]);
}

// EXTERNAL MODULE: ./build/core/is-within.js
var is_within = __webpack_require__(6686);
// EXTERNAL MODULE: ./build/report/json/render-plan-file.js
var render_plan_file = __webpack_require__(3257);
// EXTERNAL MODULE: ./node_modules/pretty-bytes/index.js
var pretty_bytes = __webpack_require__(5901);
// EXTERNAL MODULE: ./build/core/plan.js
var core_plan = __webpack_require__(4115);
// EXTERNAL MODULE: ./build/core/plural.js
var plural = __webpack_require__(5242);
// EXTERNAL MODULE: ./build/core/step.js
var step = __webpack_require__(3594);
// EXTERNAL MODULE: ./build/report/facts/words.js
var words = __webpack_require__(9622);
;// CONCATENATED MODULE: ./build/cli/live-progress.js






/** In characters. */
const BAR_WIDTH = 20;
/** Bytes are worth a new picture this often. */
const DRAW_MILLISECONDS = 100;
/**
 * Shows a line with a bar for each section of a plan while it is carried out, and the number of requests before that.
 *
 * @param workspace - Absolute. The files of the steps are relative to it.
 */
function withLiveView(progress, { screen, workspace }) {
    if (!screen.isLive)
        return progress;
    const tallies = new Map();
    const sectionOfFile = new Map();
    let drawnAt = 0;
    const draw = () => {
        drawnAt = performance.now();
        screen.show(lines);
    };
    const lines = () => {
        const width = Math.max(...[...tallies.keys()].map((name) => name.length));
        return [...tallies].map(([name, tally]) => lineOf(name.padEnd(width), tally, screen));
    };
    return {
        ...progress,
        requested() {
            progress.requested();
            if (tallies.size > 0)
                return;
            screen.show(() => [
                `Reading App Store Connect: ${(0,plural/* plural */.L)(progress.requests(), 'API request')}`,
            ]);
        },
        begin(plan, apply) {
            tallies.clear();
            screen.show(() => []);
            progress.begin(plan, apply);
            if (!apply || (0,core_plan/* isRefused */.H0)(plan))
                return;
            for (const [name, steps] of Map.groupBy(plan.steps, ({ section }) => section)) {
                const bytes = steps.reduce((sum, { cost }) => sum + cost.bytes, 0);
                tallies.set(name, { steps: steps.length, bytes, done: 0, failed: 0, sent: 0 });
                for (const { subject } of steps.filter(step/* sendsFile */.ud)) {
                    if (subject.file !== null) {
                        sectionOfFile.set(external_node_path_.join(workspace, subject.file.path), name);
                    }
                }
            }
            draw();
        },
        sent(file, bytes) {
            progress.sent(file, bytes);
            const tally = tallies.get(sectionOfFile.get(file) ?? '');
            if (tally === undefined)
                return;
            tally.sent += bytes;
            if (performance.now() - drawnAt >= DRAW_MILLISECONDS)
                draw();
        },
        ended(step, result) {
            progress.ended(step, result);
            const tally = tallies.get(step.section);
            if (tally === undefined)
                return;
            if (result.status === 'done')
                tally.done += 1;
            else
                tally.failed += 1;
            draw();
        },
        stop() {
            screen.clear();
            progress.stop();
        },
    };
}
function lineOf(name, { steps, bytes, done, failed, sent }, screen) {
    const ended = done + failed;
    // Bytes say more than steps while files are sent, and steps end after their last byte.
    const share = bytes === 0 ? ended / steps : (ended / steps + Math.min(sent / bytes, 1)) / 2;
    const full = Math.round(share * BAR_WIDTH);
    const style = failed > 0 ? 'red' : ended === steps ? 'green' : 'cyan';
    const bar = screen.styled(style, '█'.repeat(full)) + '░'.repeat(BAR_WIDTH - full);
    const size = bytes === 0 ? '' : `, ${(0,pretty_bytes/* default */.A)(Math.min(sent, bytes))} of ${(0,pretty_bytes/* default */.A)(bytes)}`;
    const broken = failed === 0 ? '' : `, ${failed} failed`;
    return `${(0,words/* capitalised */.Iu)(name.replaceAll('-', ' '))} ${bar} ${done} of ${(0,plural/* plural */.L)(steps, 'step')}${size}${broken}`;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./build/cli/open-in-browser.js


/** The program of each system that opens a file with what people chose for it. */
const OPENERS = {
    darwin: ['open'],
    win32: ['explorer.exe'],
};
/**
 * @param file - Absolute path of a page.
 * @returns whether it could be opened.
 */
async function openInBrowser(file) {
    const [program, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
    return (0,external_node_util_.promisify)(external_node_child_process_.execFile)(program, [...args, file]).then(() => true, 
    // Explorer ends with 1 also when it has opened the file.
    () => process.platform === 'win32');
}

// EXTERNAL MODULE: ./node_modules/log-update/index.js + 21 modules
var log_update = __webpack_require__(2210);
;// CONCATENATED MODULE: ./build/cli/screen.js


/** @param stream - Standard output or standard error. */
function createScreen(stream) {
    const isLive = stream.isTTY && process.env['TERM'] !== 'dumb';
    const update = (0,log_update/* createLogUpdate */.SY)(stream);
    let shown = nothing;
    let status = null;
    const draw = () => {
        const lines = status === null ? shown() : [...shown(), status];
        if (lines.length === 0)
            update.clear();
        else
            update(lines.join('\n'));
    };
    return {
        isLive,
        print(line) {
            if (isLive)
                update.clear();
            stream.write(`${line}\n`);
            if (isLive)
                draw();
        },
        // Knows NO_COLOR and FORCE_COLOR.
        styled: (style, text) => (0,external_node_util_.styleText)(style, text, { stream }),
        show(lines) {
            shown = lines;
            if (isLive)
                draw();
        },
        status(line) {
            status = line;
            if (isLive)
                draw();
        },
        clear() {
            shown = nothing;
            status = null;
            if (!isLive)
                return;
            update.clear();
            // Shows the cursor again.
            update.done();
        },
    };
}
function nothing() {
    return [];
}

// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
;// CONCATENATED MODULE: ./build/cli/terminal-log.js


const LEVELS = { error: 'red', warning: 'yellow', notice: 'cyan' };
/** Signs at the beginning of a line; see `face/log/log-steps.ts`. */
const SIGNS = {
    '+': 'green',
    '~': 'yellow',
    '-': 'red',
    '✓': 'green',
    '✗': 'red',
};
/**
 * The log in a terminal, or in the log of another CI: lines, with colours where they can be seen.
 *
 * @param wording - See `Face`.
 */
function createTerminalLog(screen, redact, wording) {
    const clean = (text) => (0,report_escape/* asLine */.Bd)(wording(redact(text)));
    const paint = (line) => {
        const style = SIGNS[line.charAt(0)];
        const isSigned = style !== undefined && line.charAt(1) === ' ';
        return isSigned ? screen.styled(style, line.charAt(0)) + line.slice(1) : line;
    };
    const log = {
        line: (message) => screen.print(paint(clean(message))),
        folded(title, lines) {
            screen.print(clean(title));
            for (const line of lines)
                screen.print(`  ${paint(clean(line))}`);
        },
        annotate(level, message, at) {
            screen.print(`${screen.styled(LEVELS[level], `${level}:`)} ${clean(withPlace(message, at))}`);
        },
        mostAnnotations: Number.POSITIVE_INFINITY,
        fail: (message) => screen.print(screen.styled(['red', 'bold'], clean(message))),
    };
    return screen.isLive
        ? { ...log, status: (line) => screen.status(line === null ? null : clean(line)) }
        : log;
}
/** Most messages about a file begin with its path; where there is a line, editors open it from the log. */
function withPlace(message, at) {
    if (at === undefined)
        return message;
    const { path, line } = at;
    const place = line === undefined ? path : `${path}:${line}`;
    return message.startsWith(path) ? place + message.slice(path.length) : `${place}: ${message}`;
}

;// CONCATENATED MODULE: ./build/cli/terminal-face.js












const REPORT_FILE = 'app-store-report.html';
/**
 * A terminal, or a job of another CI than GitHub's.
 *
 * @throws {InputError} if the key cannot be read, or options contradict each other.
 */
async function terminalFace({ command, options }, { folder, environment }) {
    const given = (name) => options.get(name) ?? '';
    const key = await findKey({
        keyId: given('api-key-id'),
        issuerId: given('issuer-id'),
        file: given('api-private-key-file'),
    }, environment);
    const app = appOf(options);
    const isJson = given('json') === 'true';
    const isOpen = given('open') === 'true';
    // Only the plan goes to standard output then.
    const screen = createScreen(isJson ? process.stderr : process.stdout);
    const root = external_node_path_.resolve(folder, given('root'));
    const workspace = (0,is_within/* isWithin */.U)(folder, root) ? folder : root;
    const values = {
        ...app,
        mode: command,
        'api-key-id': key.keyId,
        'issuer-id': key.issuerId,
        'api-private-key': key.privateKey,
        root: external_node_path_.relative(workspace, root),
        'plan-file': given('plan-file') === '' ? '' : external_node_path_.resolve(folder, given('plan-file')),
    };
    return {
        read: (name) => (values[name] ?? given(name)).trim(),
        workspace,
        createLog: (redact) => createTerminalLog(screen, redact, inOptions),
        showProgress: (progress) => withLiveView(progress, { screen, workspace }),
        // Nobody else prints here.
        hide: () => undefined,
        whyNoSecret: async () => null,
        howToSet: (name) => `Use this option, or set ${name === 'api-key-id' ? VARIABLES.keyId : VARIABLES.privateKey}.`,
        wording: inOptions,
        context: async () => ({
            runUrl: null,
            commit: null,
            pullRequest: null,
            treeUrl: null,
            date: new Date(),
        }),
        async publish(run) {
            if (isJson)
                process.stdout.write((0,render_plan_file/* renderPlanFile */.w)(run));
        },
        announce: async () => undefined,
        async publishReport(page) {
            const file = external_node_path_.join(folder, REPORT_FILE);
            await (0,promises_.writeFile)(file, page);
            if (isOpen && !(await openInBrowser(file)))
                screen.print('The report could not be opened.');
            return REPORT_FILE;
        },
        end(run, verdict) {
            process.exitCode = exitCodeOf(run, verdict);
        },
    };
}
/** @throws {InputError} if the app is named twice. */
function appOf(options) {
    const app = options.get('app');
    if (app === undefined)
        return {};
    if (options.has('bundle-id') || options.has('app-id')) {
        throw new input_error/* InputError */.d('Use --app, --bundle-id or --app-id, and only one of them.');
    }
    return /^\d+$/.test(app) ? { 'app-id': app } : { 'bundle-id': app };
}

;// CONCATENATED MODULE: ./build/cli/terminal.js







/**
 * Reads the command line, and answers it if it asks for nothing but words.
 *
 * @param args - Without Node.js and the program.
 * @param version - Of this program.
 * @returns null if there is no work to do.
 */
async function openTerminal(args, version) {
    quietenCommands(process.stdout);
    for (const stream of [process.stdout, process.stderr])
        stream.on('error', ignoreClosedPipe);
    try {
        const asked = readCommandLine(args);
        if (asked === 'version')
            console.log(version);
        else if (asked === 'help')
            console.log(helpText(process.stdout.columns ?? DEFAULT_COLUMNS));
        else
            return await terminalFace(asked, { folder: process.cwd(), environment: process.env });
    }
    catch (error) {
        if (!(error instanceof input_error/* InputError */.d))
            throw error;
        console.error(`${error.message} See app-store-sync --help.`);
        process.exitCode = EXIT_CODES.wrongUsage;
    }
    return null;
}
const DEFAULT_COLUMNS = 100;
/** A reader that has seen enough, such as `head`, is no reason to end the work. */
function ignoreClosedPipe(error) {
    if ((0,system_error/* systemErrorText */.f)(error, 'code') !== 'EPIPE')
        throw error;
}


/***/ })

};

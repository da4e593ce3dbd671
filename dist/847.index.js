export const id = 847;
export const ids = [847];
export const modules = {

/***/ 2847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readThumbnails: () => (/* binding */ readThumbnails)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(370);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./node_modules/image-dimensions/index.js + 7 modules
var image_dimensions = __webpack_require__(4861);
// EXTERNAL MODULE: ./build/local/real-format.js
var real_format = __webpack_require__(2104);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/local/thumbnails/png-rows.js

/** PNG, chapter 11.2.1: channels by colour type. */
const CHANNELS = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/**
 * Takes a PNG apart. PNG, chapters 5.3 (chunks) and 11.2.1 (header).
 *
 * @returns null for the rare ones that are not read here: interlaced, or with less than eight bits a channel.
 */
function openPng(file) {
    const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
    const [depth = 0, colour = 0, , , interlace] = file.subarray(24);
    const channels = CHANNELS[colour];
    if (channels === undefined || interlace !== 0 || (depth !== 8 && depth !== 16))
        return null;
    const chunks = [...chunksOf(file)];
    const channelBytes = depth / 8;
    return {
        header: {
            width,
            height,
            channelBytes,
            pixelBytes: channels * channelBytes,
            palette: colour === 3 ? (chunks.find(({ type }) => type === 'PLTE')?.data ?? null) : null,
            isGrey: colour === 0 || colour === 4,
            hasAlpha: colour === 4 || colour === 6,
        },
        data: chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data),
    };
}
function* chunksOf(file) {
    let at = 8;
    while (at + 8 <= file.length) {
        const length = file.readUInt32BE(at);
        yield {
            type: file.toString('latin1', at + 4, at + 8),
            data: file.subarray(at + 8, at + 8 + length),
        };
        at += 12 + length;
    }
}
/**
 * Shows the pixels row by row, so that a picture never lies in memory as a whole; Node inflates it beside our thread.
 *
 * @param see - The memory of a row is used again.
 * @throws if the data is damaged.
 */
async function eachRow({ header, data }, see) {
    const { width, height, pixelBytes } = header;
    const inflate = (0,external_node_zlib_.createInflate)();
    for (const piece of data)
        inflate.write(piece);
    inflate.end();
    let line = Buffer.alloc(width * pixelBytes + 1);
    let above = Buffer.alloc(line.length);
    let filled = 0;
    let y = 0;
    for await (const piece of inflate) {
        if (!Buffer.isBuffer(piece))
            continue;
        for (let at = 0; at < piece.length && y < height;) {
            const copied = piece.copy(line, filled, at);
            at += copied;
            filled += copied;
            if (filled < line.length)
                continue;
            unfilter(line, above, pixelBytes);
            see(line.subarray(1), y);
            [line, above] = [above, line];
            filled = 0;
            y += 1;
        }
        // What comes after the last row, however much it is, is of no interest.
        if (y >= height)
            return;
    }
}
/** PNG, chapter 9.2; the first byte of a line tells its filter. */
function unfilter(line, above, step) {
    const filter = line[0] ?? 0;
    const { length } = line;
    if (filter === 1) {
        for (let at = step + 1; at < length; at += 1)
            line[at] += line[at - step];
    }
    else if (filter === 2) {
        for (let at = 1; at < length; at += 1)
            line[at] += above[at];
    }
    else if (filter === 3) {
        for (let at = 1; at < length; at += 1) {
            const left = at > step ? line[at - step] : 0;
            line[at] += (left + above[at]) >> 1;
        }
    }
    else if (filter === 4) {
        for (let at = 1; at < length; at += 1) {
            const left = at > step ? line[at - step] : 0;
            const corner = at > step ? above[at - step] : 0;
            line[at] += paeth(left, above[at], corner);
        }
    }
}
function paeth(left, above, corner) {
    const toLeft = Math.abs(above - corner);
    const toAbove = Math.abs(left - corner);
    const toCorner = Math.abs(left + above - corner - corner);
    if (toLeft <= toAbove && toLeft <= toCorner)
        return left;
    return toAbove <= toCorner ? above : corner;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/local/thumbnails/write-png.js


const compress = (0,external_node_util_.promisify)(external_node_zlib_.deflate);
const SIGNATURE = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1');
/** Filter "Up" (PNG, chapter 9.2): screens have more that runs downwards than a row has to itself. */
const UP = 2;
/**
 * A PNG of red, green and blue bytes. Colours are rounded to five bits, which no thumbnail shows and which halves it.
 *
 * @param pixels - Three bytes each, row by row.
 */
async function writePng(width, height, pixels) {
    const rounded = pixels.map((value) => (value & 0xf8) | (value >> 5));
    const stride = width * 3;
    const lines = Buffer.alloc((stride + 1) * height);
    for (let y = 0; y < height; y += 1) {
        const start = y * (stride + 1);
        lines[start] = UP;
        for (let x = 0; x < stride; x += 1) {
            const at = y * stride + x;
            lines[start + 1 + x] = rounded[at] - (y === 0 ? 0 : rounded[at - stride]);
        }
    }
    const header = Buffer.alloc(13);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(height, 4);
    // Eight bits a channel, colour type 2 (red, green, blue), no interlacing.
    header.set([8, 2, 0, 0, 0], 8);
    return Buffer.concat([
        SIGNATURE,
        chunk('IHDR', header),
        chunk('IDAT', await compress(lines, { level: 9 })),
        chunk('IEND', Buffer.alloc(0)),
    ]);
}
function chunk(type, data) {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const checksum = Buffer.alloc(4);
    checksum.writeUInt32BE((0,external_node_zlib_.crc32)(body));
    return Buffer.concat([length, body, checksum]);
}

;// CONCATENATED MODULE: ./build/local/thumbnails/shrink-png.js


/** Larger pictures than any that Apple takes (3840 × 2160), with room to spare. */
const MOST_PIXELS = 40_000_000;
/**
 * A small PNG of a PNG: each pixel is the mean of those that it stands for, on white where they are transparent.
 *
 * @param longest - Pixels that the longer side has at most.
 * @returns null for a PNG of a kind that is not read here.
 * @throws if the PNG is damaged.
 */
async function shrinkPng(file, longest) {
    const png = openPng(file);
    if (png === null)
        return null;
    const { header } = png;
    if (header.width * header.height > MOST_PIXELS)
        return null;
    const scale = Math.min(1, longest / Math.max(header.width, header.height));
    const width = Math.max(1, Math.round(header.width * scale));
    const height = Math.max(1, Math.round(header.height * scale));
    // The column of the thumbnail that each column of the picture falls into.
    const columns = Uint32Array.from({ length: header.width }, (_, x) => Math.floor((x * width) / header.width));
    // Red, green, blue, and how many pixels there were.
    const sums = new Uint32Array(width * height * 4);
    await eachRow(png, (row, y) => {
        addRow(sums, row, {
            header,
            columns,
            start: Math.floor((y * height) / header.height) * width,
        });
    });
    return writePng(width, height, means(sums));
}
function addRow(sums, row, { header, columns, start }) {
    const { pixelBytes, channelBytes, isGrey, hasAlpha, palette } = header;
    const colours = palette ?? row;
    const step = isGrey ? 0 : palette === null ? channelBytes : 1;
    for (let x = 0; x < columns.length; x += 1) {
        const at = x * pixelBytes;
        const from = palette === null ? at : row[at] * 3;
        const to = (start + columns[x]) * 4;
        const alpha = hasAlpha ? row[at + pixelBytes - channelBytes] : 255;
        if (alpha === 255) {
            sums[to] += colours[from];
            sums[to + 1] += colours[from + step];
            sums[to + 2] += colours[from + step + step];
        }
        else {
            const white = 255 - alpha;
            sums[to] += (colours[from] * alpha) / 255 + white;
            sums[to + 1] += (colours[from + step] * alpha) / 255 + white;
            sums[to + 2] += (colours[from + step + step] * alpha) / 255 + white;
        }
        sums[to + 3] += 1;
    }
}
function means(sums) {
    const pixels = new Uint8Array((sums.length / 4) * 3);
    for (let from = 0, to = 0; from < sums.length; from += 4, to += 3) {
        const count = sums[from + 3] || 1;
        for (let channel = 0; channel < 3; channel += 1) {
            pixels[to + channel] = Math.round(sums[from + channel] / count);
        }
    }
    return pixels;
}

;// CONCATENATED MODULE: ./build/local/thumbnails/read-picture.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});




/** In bytes; larger files are not worth the memory. */
const MOST_BYTES = 24 * 1024 * 1024;
/** In bytes; smaller files are thumbnails already. */
const SMALL_BYTES = 12 * 1024;
/**
 * Reads a PNG or JPEG as a thumbnail. JPEGs, and the rare PNGs that cannot be made small here, come as they are.
 *
 * @param file - Absolute path.
 * @param longest - Pixels that the longer side has at most.
 * @returns without a source where the picture cannot be read: a report is not the place to fail.
 */
async function readPicture(file, longest) {
    let size = { width: 0, height: 0 };
    try {
        const bytes = await readSmallFile(file);
        if (bytes === null)
            return { ...size, source: null, isOriginal: false };
        const found = (0,image_dimensions/* imageDimensionsFromData */.H)(bytes);
        if (found !== undefined)
            size = { width: found.width, height: found.height };
        const isPng = (0,real_format/* realFormat */.af)(bytes) === real_format/* PNG */.OA;
        const small = isPng && bytes.length > SMALL_BYTES ? await shrinkPng(bytes, longest) : null;
        return {
            ...size,
            source: dataAddress(isPng ? 'png' : 'jpeg', small ?? bytes),
            isOriginal: small === null,
        };
    }
    catch {
        return { ...size, source: null, isOriginal: false };
    }
}
async function readSmallFile(file) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        // Without O_NONBLOCK, a FIFO put in the file's place since it was checked would block for ever.
        const handle = __addDisposableResource(env_1, await (0,promises_.open)(file, promises_.constants.O_RDONLY | promises_.constants.O_NONBLOCK), true);
        const stats = await handle.stat();
        return stats.isFile() && stats.size <= MOST_BYTES ? handle.readFile() : null;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
function dataAddress(type, bytes) {
    return `data:image/${type};base64,${bytes.toString('base64')}`;
}

;// CONCATENATED MODULE: ./build/local/thumbnails/read-thumbnails.js



/** What all pictures of a report may take, in characters; mail and the artifact viewer bear that. */
const MOST_CHARACTERS = 8_000_000;
/**
 * How long thumbnails may take, in milliseconds; what is left then has none. What Apple has a picture of is worth less
 * waiting: a run that changes nothing should end at once.
 */
const PATIENCE = { new: 5000, shown: 1000 };
/** One is read while Node inflates it beside our thread; more would only take memory. */
const FILES_AT_A_TIME = 1;
/** Pixels of the longer side: sharp where few pictures are shown, small where many are. */
const FEW = { most: 100, longest: 600 };
const MANY_LONGEST = 400;
/**
 * Small pictures of the screenshots of a run, as far as room and time allow: what changes goes first, and what cannot
 * be made small last, the smallest first. Videos have none.
 */
async function readThumbnails(run, workspace) {
    const changed = new Set((run.plan?.steps ?? []).flatMap((step) => (step.kind === 'upload' ? [step.path] : [])));
    const shown = new Set((run.plan?.unchanged ?? []).flatMap(({ path: file, assetId }) => run.images.has(assetId) ? [file] : []));
    const files = run.listing.sets
        .filter(({ medium }) => medium === 'screenshot')
        .flatMap((set) => set.files)
        .toSorted((one, other) => rank(changed, one) - rank(changed, other));
    const longest = files.length <= FEW.most ? FEW.longest : MANY_LONGEST;
    const start = performance.now();
    const isLate = ({ path: file }) => performance.now() - start > (shown.has(file) ? PATIENCE.shown : PATIENCE.new);
    const limit = (0,p_limit/* default */.A)(FILES_AT_A_TIME);
    // Locales often share a picture.
    const byContent = new Map();
    const read = await limit.map(files, async (file) => {
        const known = byContent.get(file.content.sha256);
        if (known === undefined && isLate(file))
            return { file, picture: NONE };
        const picture = known ?? readPicture(external_node_path_.join(workspace, file.path), longest);
        byContent.set(file.content.sha256, picture);
        return { file, picture: await picture };
    });
    return withinRoom(read);
}
function withinRoom(read) {
    const inOrder = [
        ...read.filter(({ picture }) => !picture.isOriginal),
        ...read.filter(({ picture }) => picture.isOriginal).toSorted(bySize),
    ];
    const thumbnails = new Map();
    let room = MOST_CHARACTERS;
    for (const { file, picture } of inOrder) {
        const { source, width, height } = picture;
        const fits = source !== null && source.length <= room;
        if (fits)
            room -= source.length;
        thumbnails.set(file.path, { source: fits ? source : null, width, height });
    }
    return thumbnails;
}
function bySize(one, other) {
    return (one.picture.source?.length ?? 0) - (other.picture.source?.length ?? 0);
}
function rank(changed, { path: file }) {
    return changed.has(file) ? 0 : 1;
}
const NONE = { source: null, width: 0, height: 0, isOriginal: false };


/***/ })

};

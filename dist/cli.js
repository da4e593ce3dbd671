#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
const OLDEST = [24, 4];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) {
    const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
    // Loaded only now: an older Node.js may not even be able to parse it.
    const { runCli } = await import('./bundle.js');
    await runCli(process.argv.slice(2), version);
}
else {
    console.error(`App Store Sync needs Node.js ${OLDEST.join('.')} or newer; this is ${process.versions.node}.`);
    process.exitCode = 2;
}

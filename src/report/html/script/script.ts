import {BASE} from './base.ts'
import {FILTERS} from './filters.ts'
import {LINKS} from './links.ts'
import {PICTURES} from './pictures.ts'
import {VIEWER_MODES} from './viewer-modes.ts'
import {VIEWER_POINTER} from './viewer-pointer.ts'
import {VIEWER_SCRIPT} from './viewer.ts'

/** The script of the page. Without it, everything can still be read. */
export const SCRIPT = `(() => {
'use strict'${[BASE, PICTURES, FILTERS, LINKS, VIEWER_SCRIPT, VIEWER_MODES, VIEWER_POINTER].join('')}})()
`

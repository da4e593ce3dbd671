import type {Run} from '../../core/run.ts'
import {renderPage} from '../../report/html/page.ts'
import {writeOutputFile} from './output-file.ts'
import {setOutput} from './outputs.ts'
import type {Redact} from './redact.ts'

/**
 * Writes the HTML report and sets the output with its path.
 *
 * @param thumbnails - `data:` URLs of small pictures of the files, by path.
 */
export async function publishReport(
  run: Run,
  thumbnails: ReadonlyMap<string, string>,
  redact: Redact,
): Promise<void> {
  setOutput(
    'report-path',
    await writeOutputFile('report.html', redact(renderPage(run, thumbnails))),
  )
}

import type {Run} from '../../core/run.ts'
import type {RunContext} from '../../report/facts/context.ts'
import {renderPage} from '../../report/html/page.ts'
import {writeOutputFile} from './output-file.ts'
import {setOutput} from './outputs.ts'
import type {Redact} from './redact.ts'

/**
 * Writes the HTML report and sets the output with its path.
 *
 * @param pictures - `data:` URLs of the files, by path.
 * @returns the absolute path of the page.
 */
export async function publishReport(
  run: Run,
  pictures: ReadonlyMap<string, string>,
  context: RunContext,
  redact: Redact,
): Promise<string> {
  const page = renderPage(run, pictures, context)
  const file = await writeOutputFile('report.html', redact(page))
  setOutput('report-path', file)
  return file
}

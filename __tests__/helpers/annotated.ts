/** Each annotation with its file and line, such as `error a.txt:2`. */
export function annotated(stdout: string): readonly string[] {
  return [...stdout.matchAll(/^::(error|warning|notice) (.*?)::/gmu)].map(
    ([, level, properties = '']) => {
      const {file, line = ''} = Object.fromEntries(
        properties.split(',').map((each): [string, string] => {
          const [name = '', value = ''] = each.split('=')
          return [name, value]
        }),
      )
      return `${level} ${file}${line === '' ? '' : `:${line}`}`
    },
  )
}

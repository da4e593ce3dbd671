/** A text in the store, normalized like the text of a file. Null if there is none. */
export function storedText(text: string | null): string | null {
  const plain = (text ?? '').replaceAll('\r\n', '\n').trimEnd()
  return plain === '' ? null : plain
}

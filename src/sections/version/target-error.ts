/** The app or version that the inputs name is not there, or cannot be changed. Its message says what is. */
export class TargetError extends Error {
  override readonly name = 'TargetError'
  readonly code: 'NO_APP' | 'NO_VERSION' | 'NOT_EDITABLE'

  constructor(code: TargetError['code'], message: string) {
    super(message)
    this.code = code
  }
}

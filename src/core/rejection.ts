/** How the failure of a file begins that Apple looked at and did not accept. */
export const REJECTED = 'Apple rejected the file'

/**
 * The files that App Review takes (Apple's help, "App Review information"), by extension, with their MIME types. Apple
 * documents neither how many there may be nor how large.
 */
export const ATTACHMENT_TYPES: ReadonlyMap<string, string> = new Map([
  ['.pdf', 'application/pdf'],
  ['.doc', 'application/msword'],
  ['.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['.rtf', 'application/rtf'],
  ['.pages', 'application/vnd.apple.pages'],
  ['.xls', 'application/vnd.ms-excel'],
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['.numbers', 'application/vnd.apple.numbers'],
  ['.zip', 'application/zip'],
  ['.rar', 'application/vnd.rar'],
  ['.plist', 'application/x-plist'],
  ['.crash', 'text/plain'],
  ['.jpg', 'image/jpeg'],
  ['.png', 'image/png'],
  ['.mp4', 'video/mp4'],
  ['.avi', 'video/x-msvideo'],
])

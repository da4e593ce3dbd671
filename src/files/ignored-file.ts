/** Whether to ignore a file wherever it is: read-me files, and what Windows leaves in every folder. */
export function isIgnoredFile(name: string): boolean {
  return /^readme|\.md$|^(?:thumbs\.db|ehthumbs\.db|desktop\.ini)$/iu.test(name)
}

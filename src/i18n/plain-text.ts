/** Most texts are plain: they hold no values, and are said as they stand. */
export const isPlainText = (message: string): boolean => !/[{'#]/.test(message)

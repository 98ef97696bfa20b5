/** The element id of an option in a list of completions. */
export const optionId = (listId: string, index: number): string => `${listId}-${index}`

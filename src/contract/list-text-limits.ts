/** Long texts are cut for the list, in characters; `rest` holds for each other text. `getNotification` gives them whole. */
export const listTextLimits = { title: 300, message: 2_000, rest: 200 } as const

/** What goes out as one frame: text, or bytes for a binary one. */
export type Frame = string | Uint8Array

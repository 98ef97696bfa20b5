/** The types of the texts: English decides which keys there are, and what each needs. */
import type { en } from './en.ts'

export type TextKey = keyof typeof en

/** What a language brings: each key, as an ICU message. */
export type Catalogue = Readonly<Record<TextKey, string>>

/** What a folder of another language brings: the keys of the English one. */
export type Translation<English> = Readonly<Record<keyof English, string>>

export type TextValue = string | number

/** The names in braces of a message without plurals or choices. */
type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Bare<Name> | Names<Rest>
  : never

/** `count` of `count, number`. */
type Bare<Name extends string> = Name extends `${infer First}, ${string}` ? First : Name

/** With plurals or choices the names cannot be told by type; that every one is given is seen when it is shown. */
type ValuesOf<Text extends string> =
  Text extends `${string}, ${'plural' | 'select' | 'selectordinal'},${string}`
    ? Readonly<Record<string, TextValue>>
    : { readonly [Name in Names<Text>]: TextValue }

/** No second argument for a text without names. */
export type TextValues<Key extends TextKey> =
  Names<(typeof en)[Key]> extends never ? readonly [] : readonly [values: ValuesOf<(typeof en)[Key]>]

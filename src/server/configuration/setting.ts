/** A value that somebody chose for an option, and where: what the three places give before they are merged. */
import type { OptionName } from './server-options.ts'

export type Source =
  | { readonly kind: 'flag'; readonly flag: string }
  | { readonly kind: 'variable'; readonly variable: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'default' }

/** `value` is of the option's schema. */
export type Setting = { readonly name: OptionName; readonly value: unknown; readonly source: Source }

export type ReadSettings =
  | { readonly ok: true; readonly settings: readonly Setting[] }
  /** `problem`: one line that names the place, without a full stop. */
  | { readonly ok: false; readonly problem: string }
